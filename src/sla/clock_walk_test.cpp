// Clocks against a naive model, minute by minute. The model shares no code with the rules: it looks
// at one minute after the other and knows neither stretches nor sums.

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/random.hpp"
#include "sla/clock_rules.hpp"
#include "testing/environment.hpp"

namespace ogniwo::sla {
namespace {

using std::chrono::days;

int any(Random& random, int limit) {
    return static_cast<int>(random.below(static_cast<std::uint64_t>(limit)));
}

// --- A history, a promise and a calendar, at random

struct Walk {
    History history{};
    std::vector<Absorbed> absorbed{};
    CountingRules rules{};
    std::array<Goal, targets_count> goals{};
    WorkingPlan plan{};
    Time now{};
};

WorkingPlan any_plan(Random& random) {
    WorkingPlan plan{.zone = "Europe/Warsaw", .has_polish_holidays = any(random, 2) == 0};
    if (any(random, 8) == 0) plan.always = true;
    for (auto& day : plan.week) {
        Minutes at{any(random, 600)};
        for (int i = any(random, 4); i > 0 && at < Minutes{1300}; --i) {
            const Minutes to = std::min(at + Minutes{1 + any(random, 400)}, Minutes{1440});
            day.push_back({at, to});
            at = to + Minutes{any(random, 200)};
        }
    }
    plan.week[0] = {{Minutes{480}, Minutes{960}}};  // So that something is due some day.
    return plan;
}

Goal any_goal(Random& random) {
    switch (any(random, 3)) {
        case 0:
            return {.kind = GoalKind::working_time, .minutes = Minutes{1 + any(random, 900)}};
        case 1:
            return {.kind = GoalKind::elapsed_time, .minutes = Minutes{1 + any(random, 2'000)}};
        default:
            break;
    }
    Goal goal{.kind = GoalKind::end_of_day, .days = any(random, 3)};
    if (any(random, 2) == 0) goal.by = Minutes{any(random, 1440)};
    return goal;
}

Fact any_fact(Random& random, Time at) {
    Fact fact{.at = at};
    switch (any(random, 12)) {
        case 0:
        case 1:
            fact.kind = FactKind::asked;
            break;
        case 2:
        case 3:
            fact.kind = FactKind::answered;
            break;
        case 4:
            fact.kind = FactKind::moved;
            break;
        case 5:
            fact.kind = FactKind::workaround;
            break;
        case 6:
            fact.kind = FactKind::termed;
            break;
        case 7:
            fact.kind = any(random, 2) == 0 ? FactKind::void_begun : FactKind::void_ended;
            break;
        default:
            fact.kind = FactKind::stood;
            break;
    }
    fact.stand = static_cast<Stand>(any(random, 7));
    fact.tier = 1 + any(random, 4);
    fact.has_workaround = any(random, 2) == 0;
    fact.terms.priority = static_cast<Priority>(any(random, 4));
    return fact;
}

History any_history(Random& random, Time from, int span) {
    History history;
    Fact opened{.at = from + Minutes{any(random, 300)},
                .kind = FactKind::opened,
                .by = any(random, 4) == 0 ? OpenedBy::ours : OpenedBy::customer,
                .tier = 1 + any(random, 2)};
    if (any(random, 5) == 0) opened.since = opened.at - Minutes{any(random, 300)};
    history.push_back(opened);
    std::vector<Time> moments;
    for (int i = any(random, 12); i > 0; --i) {
        moments.push_back(opened.at + Minutes{any(random, span)});
        if (any(random, 6) == 0) moments.push_back(moments.back());
    }
    std::ranges::sort(moments);
    for (const Time at : moments) history.push_back(any_fact(random, at));
    return history;
}

Walk walk_of(std::uint64_t seed) {
    SeededRandom random(seed);
    Walk walk;
    // Around a change of the clocks, Christmas or any other week.
    const std::array<Time, 4> weeks{*parse_time("2026-03-27T00:00:00Z"),
                                    *parse_time("2026-10-23T00:00:00Z"),
                                    *parse_time("2026-12-22T00:00:00Z"),
                                    *parse_time("2026-05-11T00:00:00Z")};
    const Time from = weeks[static_cast<std::size_t>(any(random, 4))] + Minutes{any(random, 1440)};
    walk.history = any_history(random, from, 2'500);
    for (int i = any(random, 8) - 5; i > 0; --i) {
        Absorbed one{.history = any_history(random, from, 2'000)};
        one.at =
            std::max(one.history.front().at, walk.history.front().at) + Minutes{any(random, 1'500)};
        walk.absorbed.push_back(std::move(one));
    }
    walk.rules = {.pauses_for_customer = any(random, 4) != 0,
                  .pauses_for_vendor = any(random, 2) == 0,
                  .pauses_for_other = any(random, 2) == 0,
                  .workaround = static_cast<WorkaroundEffect>(any(random, 3))};
    if (walk.rules.workaround == WorkaroundEffect::changes_goal) {
        walk.rules.goal_after_workaround = any_goal(random);
    }
    for (int tier = 1; tier <= any(random, 4); ++tier) {
        walk.rules.shares.push_back({.tier = tier, .share = any(random, 5)});
    }
    for (Goal& goal : walk.goals) goal = any_goal(random);
    walk.plan = any_plan(random);
    walk.now = from + Minutes{3'200};
    return walk;
}

// --- The model

bool is_over(Stand stand) {
    return stand == Stand::resolved || stand == Stand::closed;
}

struct NaiveRun {
    Target target = Target::resolution;
    Time from{};
    std::optional<Time> to{};
    bool is_cancelled = false;
};

// One matter, or several that became one, as they are at some minute.
struct Moment {
    Stand stand = Stand::active;
    int tier = 1;
    bool has_workaround = false;
};

class Model {
public:
    explicit Model(const Walk& walk) : walk_(walk), timeline_({{.plan = walk.plan}}) {
        parts_.push_back({walk.history, std::nullopt});
        for (const Absorbed& one : walk.absorbed) parts_.push_back({one.history, one.at});
        begin_ = Time::max();
        for (const Part& part : parts_) begin_ = std::min(begin_, since_of(part));
        find_void();
    }

    Time end() const { return void_at_.value_or(walk_.now); }

    // What stood at a minute: everything up to it has happened.
    Moment at(Time minute) const {
        std::optional<Stand> waits;
        std::optional<Stand> over;
        bool is_active = false;
        Moment moment;
        bool is_led = false;
        for (const Part& part : parts_) {
            if (part.left && *part.left <= minute) continue;
            if (opened_of(part).at > minute && !(is_first(part) && begin_ <= minute)) continue;
            const Moment own = alone(part, minute);
            moment.has_workaround = moment.has_workaround || own.has_workaround;
            if (!is_led) moment.tier = own.tier;
            is_led = true;
            if (is_over(own.stand)) {
                if (!over || own.stand == Stand::resolved) over = own.stand;
            } else if (own.stand == Stand::active) {
                is_active = true;
            } else if (!waits) {
                waits = own.stand;
            }
        }
        if (waits) {
            moment.stand = *waits;
        } else if (!is_active && over) {
            moment.stand = *over;
        }
        return moment;
    }

    std::vector<NaiveRun> runs() const {
        std::vector<NaiveRun> all{{Target::resolution, begin_}};
        const auto open_one = [&](Target target) -> NaiveRun* {
            for (auto run = all.rbegin(); run != all.rend(); ++run) {
                if (run->target == target && !run->to) return &*run;
            }
            return nullptr;
        };
        const auto finish = [&](Target target, Time at, bool is_cancelled) {
            if (NaiveRun* const run = open_one(target)) {
                run->to = at;
                run->is_cancelled = is_cancelled;
            }
        };
        // In the order in which things happened: what is done at a moment is looked up in `at`.
        for (const Word& word : words()) {
            if (word.at > end()) break;
            switch (word.kind) {
                case Word::Kind::opened:
                    all.push_back({Target::first_response, word.at});
                    break;
                case Word::Kind::asked:
                    if (!word.is_over && !open_one(Target::first_response) &&
                        !open_one(Target::next_response)) {
                        all.push_back({Target::next_response, word.at});
                    }
                    break;
                case Word::Kind::answered:
                    finish(Target::first_response, word.at, false);
                    finish(Target::next_response, word.at, false);
                    if (word.is_over) break;
                    finish(Target::update, word.at, false);
                    all.push_back({Target::update, word.at});
                    break;
                case Word::Kind::resolved:
                case Word::Kind::closed: {
                    const bool is_cancelled = word.kind == Word::Kind::closed;
                    finish(Target::resolution, word.at, false);
                    finish(Target::first_response, word.at, is_cancelled);
                    finish(Target::next_response, word.at, is_cancelled);
                    finish(Target::update, word.at, true);
                    break;
                }
                case Word::Kind::reopened:
                    for (NaiveRun& run : all) {
                        if (run.target == Target::resolution) run.to.reset();
                        if (run.target == Target::first_response && run.is_cancelled) {
                            run.to.reset();
                            run.is_cancelled = false;
                        }
                    }
                    if (!open_one(Target::first_response)) all.push_back({Target::update, word.at});
                    break;
            }
        }
        if (void_at_) {
            for (NaiveRun& run : all) {
                if (run.to) continue;
                run.to = *void_at_;
                run.is_cancelled = true;
            }
        }
        // What begins and ends with one breath was not waited for.
        std::erase_if(all, [](const NaiveRun& run) {
            return run.target == Target::update && run.to == run.from;
        });
        return all;
    }

    // What the rules said of one run, looked at minute by minute. Nothing: it is the same.
    std::string difference(const NaiveRun& run, const Clock& clock) {
        const Goal& goal = goal_of(run);
        const Time end = run.to.value_or(std::max(walk_.now, run.from));
        const auto changed = &goal == &first_goal_of(run) ? std::nullopt : workaround_of(run, end);
        const std::int64_t budget = budget_of(goal, run.from);
        std::int64_t spent = 0;
        std::optional<Time> due;
        std::map<int, std::int64_t> of_tier;
        std::size_t interval = 0;
        for (Time minute = run.from; minute < end; minute += Minutes{1}) {
            const Moment now = at(minute);
            const bool counts = !pauses(now, run.target) && is_work(minute, goal.kind);
            while (interval < clock.intervals.size() && clock.intervals[interval].to <= minute)
                ++interval;
            if (interval == clock.intervals.size() || clock.intervals[interval].from > minute) {
                return "no interval at " + to_text(minute);
            }
            if (clock.intervals[interval].counts() != counts) {
                return "counting differs at " + to_text(minute);
            }
            if (!counts) continue;
            ++spent;
            ++of_tier[now.tier];
            if (!due && spent == budget) due = minute + Minutes{1};
        }
        if (due && changed) due = std::max(*due, *changed);
        if (clock.spent != Minutes{spent}) return fmt::format("{} minutes were spent", spent);
        if (clock.budget != Minutes{budget}) return fmt::format("{} minutes were promised", budget);
        if (!run.to) {
            // How it stands now, and when it will be due if nothing stops it.
            const bool stands_still = pauses(at(end), run.target);
            if (stands_still != (clock.state == ClockState::paused)) return "it stands otherwise";
            if (!due && stands_still && clock.due_at) return "due while time stands still";
            Time ahead = end;
            for (; !due && !stands_still && spent < budget; ahead += Minutes{1}) {
                if (is_work(ahead, goal.kind)) ++spent;
            }
            if (!due && !stands_still && clock.due_at != ahead) return "due at " + to_text(ahead);
        }
        const bool was_due = clock.due_at && *clock.due_at <= end;
        if (was_due != due.has_value() || (due && clock.due_at != due)) {
            return "due at " + (due ? to_text(*due) : std::string("no time"));
        }
        return difference_of_stays(clock, of_tier);
    }

private:
    struct Part {
        const History& history;
        std::optional<Time> left;
    };
    struct Word {
        enum class Kind { opened, asked, answered, resolved, closed, reopened };

        Time at{};
        Kind kind = Kind::asked;
        bool is_over = false;
    };

    static const Fact& opened_of(const Part& part) { return part.history.front(); }
    static Time since_of(const Part& part) {
        return opened_of(part).since.value_or(opened_of(part).at);
    }
    // Whose beginning is that of the whole.
    bool is_first(const Part& part) const {
        const Part* first = &parts_.front();
        for (const Part& one : parts_) {
            if (opened_of(one).at < opened_of(*first).at) first = &one;
        }
        return first == &part;
    }

    void find_void() {
        std::optional<Time> since;
        for (const Fact& fact : walk_.history) {
            if (fact.kind == FactKind::void_begun && !since) since = fact.at;
            if (fact.kind == FactKind::void_ended) since.reset();
        }
        void_at_ = since;
    }

    static Moment alone(const Part& part, Time minute) {
        Moment moment{.tier = opened_of(part).tier};
        for (const Fact& fact : part.history) {
            if (fact.at > minute) break;
            if (fact.kind == FactKind::stood) moment.stand = fact.stand;
            if (fact.kind == FactKind::moved) moment.tier = fact.tier;
            if (fact.kind == FactKind::workaround) moment.has_workaround = fact.has_workaround;
        }
        return moment;
    }

    std::vector<Word> words() const;

    bool pauses(const Moment& moment, Target target) const {
        switch (moment.stand) {
            case Stand::waiting_customer:
                if (walk_.rules.pauses_for_customer) return true;
                break;
            case Stand::waiting_vendor:
                if (walk_.rules.pauses_for_vendor) return true;
                break;
            case Stand::waiting_other:
                if (walk_.rules.pauses_for_other) return true;
                break;
            case Stand::halted:
            case Stand::resolved:
            case Stand::closed:
                return true;
            case Stand::active:
                break;
        }
        return target == Target::resolution && moment.has_workaround &&
               walk_.rules.workaround == WorkaroundEffect::stops;
    }

    const Goal& first_goal_of(const NaiveRun& run) const {
        return walk_.goals[static_cast<std::size_t>(run.target)];
    }
    // The first minute of the run at which they could work meanwhile.
    std::optional<Time> workaround_of(const NaiveRun& run, Time end) const {
        for (Time minute = run.from; minute < end; minute += Minutes{1}) {
            if (at(minute).has_workaround) return minute;
        }
        return std::nullopt;
    }
    // Which of the two goals holds: the second one, unless the first was missed before it.
    const Goal& goal_of(const NaiveRun& run) {
        const Goal& first = first_goal_of(run);
        if (run.target != Target::resolution ||
            walk_.rules.workaround != WorkaroundEffect::changes_goal) {
            return first;
        }
        const auto changed = workaround_of(run, run.to.value_or(std::max(walk_.now, run.from)));
        if (!changed) return first;
        std::int64_t left = budget_of(first, run.from);
        for (Time minute = run.from; minute < *changed; minute += Minutes{1}) {
            if (left == 0) return first;
            if (!pauses(at(minute), run.target) && is_work(minute, first.kind)) --left;
        }
        return *walk_.rules.goal_after_workaround;
    }

    bool is_work(Time minute, GoalKind kind) {
        return kind == GoalKind::elapsed_time || timeline_.works_at(minute);
    }

    std::int64_t budget_of(const Goal& goal, Time from) {
        if (goal.kind != GoalKind::end_of_day) return goal.minutes->count();
        const Time due = *timeline_.end_of_day(from, *goal.days, goal.by);
        std::int64_t minutes = 0;
        for (Time minute = from; minute < due; minute += Minutes{1}) {
            minutes += timeline_.works_at(minute) ? 1 : 0;
        }
        return minutes;
    }

    static std::string difference_of_stays(const Clock& clock,
                                           std::map<int, std::int64_t>& of_tier) {
        std::map<int, std::int64_t> stayed;
        for (const TierStay& stay : clock.stays) stayed[stay.tier] += stay.spent / Minutes{1};
        std::erase_if(stayed, [](const auto& one) { return one.second == 0; });
        return stayed == of_tier ? "" : "tiers have other sums";
    }

    const Walk& walk_;
    WorkingTimeline timeline_;
    std::vector<Part> parts_{};
    Time begin_{};
    std::optional<Time> void_at_{};
};

// The parts speak one after the other; of one moment, in the order in which they are one, a part
// that leaves last of all.
std::vector<Model::Word> Model::words() const {
    struct Said {
        Time at{};
        std::size_t part = 0;
        const Fact* fact = nullptr;
    };
    std::vector<Said> said;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        for (const Fact& fact : parts_[i].history) {
            if (!parts_[i].left || fact.at <= *parts_[i].left) said.push_back({fact.at, i, &fact});
        }
        if (parts_[i].left) said.push_back({*parts_[i].left, i, nullptr});
    }
    std::ranges::stable_sort(said, {}, &Said::at);
    std::vector<Word> words;
    std::vector<std::optional<Stand>> stands(parts_.size());
    bool was_over = false;
    bool is_begun = false;
    for (const Said& one : said) {
        // After the void began nothing is listened to, if it never ended.
        if (void_at_ && one.part == 0 && one.fact != nullptr &&
            one.fact->kind == FactKind::void_begun && one.at == *void_at_) {
            break;
        }
        const bool opens = one.fact != nullptr && one.fact->kind == FactKind::opened;
        if (one.fact == nullptr) {
            stands[one.part].reset();
        } else if (opens) {
            stands[one.part] = Stand::active;
        } else if (one.fact->kind == FactKind::stood) {
            stands[one.part] = one.fact->stand;
        }
        bool is_over_now = true;
        bool is_anybody = false;
        bool is_resolved = false;
        for (const auto& stand : stands) {
            if (!stand) continue;
            is_anybody = true;
            is_over_now = is_over_now && is_over(*stand);
            is_resolved = is_resolved || *stand == Stand::resolved;
        }
        is_over_now = is_over_now && is_anybody;
        if (is_begun && is_over_now != was_over) {
            const auto kind = is_resolved ? Word::Kind::resolved : Word::Kind::closed;
            words.push_back({one.at, is_over_now ? kind : Word::Kind::reopened, is_over_now});
        }
        was_over = is_over_now;
        if (one.fact == nullptr) continue;
        if (opens && !is_begun) {
            const bool by_ours = one.fact->by == OpenedBy::ours;
            words.push_back({by_ours ? one.at : begin_, Word::Kind::opened});
            if (by_ours) words.push_back({one.at, Word::Kind::answered});
        } else if (opens) {
            words.push_back(
                {one.at,
                 one.fact->by == OpenedBy::ours ? Word::Kind::answered : Word::Kind::asked,
                 is_over_now});
        } else if (one.fact->kind == FactKind::asked) {
            words.push_back({one.at, Word::Kind::asked, is_over_now});
        } else if (one.fact->kind == FactKind::answered) {
            words.push_back({one.at, Word::Kind::answered, is_over_now});
        }
        is_begun = true;
    }
    return words;
}

// --- Both beside each other

std::string compare(const Walk& walk) {
    const History whole = combined(walk.history, walk.absorbed);
    Model model(walk);
    const auto runs = runs_of(whole);
    const auto naive = model.runs();
    if (runs.size() != naive.size()) {
        return fmt::format("{} runs, the model has {}", runs.size(), naive.size());
    }
    WorkingTimeline hours({{.plan = walk.plan}});
    std::array<int, targets_count> numbers{};
    for (const NaiveRun& expected : naive) {
        const int number = ++numbers[static_cast<std::size_t>(expected.target)];
        const auto run = std::ranges::find_if(runs, [&](const Run& one) {
            return one.target == expected.target && one.number == number;
        });
        const std::string name = fmt::format("{} {}: ", enum_name(expected.target), number);
        if (run == runs.end()) return name + "is missing";
        if (run->started_at != expected.from) return name + "began at " + to_text(expected.from);
        if (run->ended_at != expected.to) {
            return name + "ended at " + (expected.to ? to_text(*expected.to) : "no time");
        }
        if (run->ended_at && (run->end == RunEnd::cancelled) != expected.is_cancelled) {
            return name + "ended in another way";
        }
        const Goal& goal = walk.goals[static_cast<std::size_t>(run->target)];
        const auto clock = counted(*run, goal, walk.rules, hours, walk.now);
        if (!clock) return name + "could not be reckoned";
        Time edge = clock->started_at;
        Microseconds sum{};
        for (const Interval& interval : clock->intervals) {
            if (interval.from != edge || interval.to <= interval.from) return name + "has a gap";
            if (interval.counts()) sum += interval.to - interval.from;
            edge = interval.to;
        }
        if (edge != clock->ended_at.value_or(std::max(walk.now, clock->started_at))) {
            return name + "intervals do not end with it";
        }
        if (sum != clock->spent) return name + "intervals add up to something else";
        std::vector<Microseconds> parts;
        for (const TierStay& stay : clock->stays) parts.push_back(stay.spent);
        Minutes minutes{};
        for (const Minutes part : rounded(parts)) minutes += part;
        if (minutes != std::chrono::floor<Minutes>(clock->spent)) return name + "minutes are lost";
        const std::string difference = model.difference(expected, *clock);
        if (!difference.empty()) return name + difference;
    }
    return "";
}

}  // namespace

// OGNIWO_WALK_SEQUENCES=100000 walks more, OGNIWO_WALK_SEED=7 begins with that seed.
TEST_CASE("walks with clocks count what a minute-by-minute model counts") {
    const auto first = static_cast<std::uint64_t>(number_from("OGNIWO_WALK_SEED", 1));
    const auto count = static_cast<std::uint64_t>(number_from("OGNIWO_WALK_SEQUENCES", 300));
    int failed = 0;
    for (std::uint64_t seed = first; seed < first + count && failed < 5; ++seed) {
        const std::string difference = compare(walk_of(seed));
        if (difference.empty()) continue;
        ++failed;
        FAIL_CHECK("OGNIWO_WALK_SEED=" << seed << ": " << difference);
    }
    CHECK(failed == 0);
}

}  // namespace ogniwo::sla
