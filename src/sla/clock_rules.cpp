#include "sla/clock_rules.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/check.hpp"

namespace ogniwo::sla {
namespace {

bool is_done(Stand stand) {
    return stand == Stand::resolved || stand == Stand::closed;
}

// What is void at the end ended when that began; what was void for a while never was.
std::pair<History, std::optional<Time>> without_void(const History& history) {
    History rest;
    std::optional<Time> void_at;
    std::size_t kept = 0;
    for (const Fact& fact : history) {
        if (fact.kind == FactKind::void_begun) {
            if (void_at) continue;
            void_at = fact.at;
            kept = rest.size();
        } else if (fact.kind == FactKind::void_ended) {
            void_at.reset();
        } else {
            rest.push_back(fact);
        }
    }
    if (void_at) rest.resize(kept);
    return {std::move(rest), void_at};
}

// Takes one fact after the other and keeps what is waited for.
class Runner {
public:
    void take(const Fact& fact) {
        switch (fact.kind) {
            case FactKind::opened:
                return open(fact);
            case FactKind::asked:
                return asked(fact.at);
            case FactKind::answered:
                return answered(fact.at);
            case FactKind::stood:
                return stand(fact.at, fact.stand);
            case FactKind::moved:
                now_.tier = fact.tier;
                return stretch(fact.at);
            case FactKind::termed:
                terms_ = fact.terms;
                return;
            case FactKind::workaround:
                now_.has_workaround = fact.has_workaround;
                return stretch(fact.at);
            case FactKind::reminded:
            case FactKind::void_begun:
            case FactKind::void_ended:
                return;
        }
    }

    void cancel_all(Time at) {
        for (std::size_t target = 0; target < targets_count; ++target) {
            end(static_cast<Target>(target), at, RunEnd::cancelled);
        }
    }

    std::vector<Run> runs() && {
        for (Run& run : runs_) {
            if (!run.ended_at) run.terms = terms_;
            run.stretches = stretches_of(run);
        }
        std::ranges::stable_sort(
            runs_, {}, [](const Run& run) { return std::pair(run.started_at, run.target); });
        return std::move(runs_);
    }

private:
    void open(const Fact& fact) {
        INVARIANT(stretches_.empty());
        const Time since = std::min(fact.since.value_or(fact.at), fact.at);
        terms_ = fact.terms;
        now_.tier = fact.tier;
        stretch(since);
        start(Target::resolution, since);
        // Who told one of ours has been answered by that.
        start(Target::first_response, fact.by == OpenedBy::ours ? fact.at : since);
        if (fact.by == OpenedBy::ours) answered(fact.at);
    }

    void asked(Time at) {
        if (is_done(now_.stand) || find(Target::first_response)) return;
        if (!find(Target::next_response)) start(Target::next_response, at);
    }

    void answered(Time at) {
        end(Target::first_response, at, RunEnd::reached);
        end(Target::next_response, at, RunEnd::reached);
        if (is_done(now_.stand)) return;
        end(Target::update, at, RunEnd::reached);
        start(Target::update, at);
    }

    void stand(Time at, Stand stand) {
        const Stand before = now_.stand;
        now_.stand = stand;
        stretch(at);
        if (is_done(stand) == is_done(before)) return;
        if (!is_done(stand)) return reopen(at);
        // What resolves a matter answers it, too; who closes it wants no answer.
        const RunEnd how = stand == Stand::resolved ? RunEnd::reached : RunEnd::cancelled;
        end(Target::resolution, at, RunEnd::reached);
        end(Target::first_response, at, how);
        end(Target::next_response, at, how);
        end(Target::update, at, RunEnd::cancelled);
    }

    // The same matter again: what was waited for once goes on from where it stood.
    void reopen(Time at) {
        for (Run& run : runs_) {
            const bool is_single =
                run.target == Target::resolution ||
                (run.target == Target::first_response && run.end == RunEnd::cancelled);
            if (is_single) run.ended_at.reset();
        }
        if (!find(Target::first_response)) start(Target::update, at);
    }

    // Begins another stretch, unless nothing is different.
    void stretch(Time at) {
        if (!stretches_.empty()) {
            Stretch& last = stretches_.back();
            if (last.stand == now_.stand && last.tier == now_.tier &&
                last.has_workaround == now_.has_workaround) {
                return;
            }
            last.to = at;
            if (last.from == at) stretches_.pop_back();
        }
        stretches_.push_back(now_);
        stretches_.back().from = at;
    }

    Run* find(Target target) {
        for (Run& run : runs_) {
            if (run.target == target && !run.ended_at) return &run;
        }
        return nullptr;
    }
    void start(Target target, Time at) {
        const auto before = std::ranges::count(runs_, target, &Run::target);
        runs_.push_back(
            {.target = target, .number = static_cast<int>(before) + 1, .started_at = at});
    }
    void end(Target target, Time at, RunEnd how) {
        Run* const run = find(target);
        if (run == nullptr) return;
        run->ended_at = at;
        run->end = how;
        run->terms = terms_;
        // Two answers at one moment are one; so are an answer and the end of all.
        if (target == Target::update && run->started_at == at)
            runs_.erase(runs_.begin() + (run - runs_.data()));
    }

    std::vector<Stretch> stretches_of(const Run& run) const {
        std::vector<Stretch> own;
        for (Stretch stretch : stretches_) {
            stretch.from = std::max(stretch.from, run.started_at);
            if (run.ended_at)
                stretch.to = std::min(stretch.to.value_or(*run.ended_at), *run.ended_at);
            if (stretch.to && *stretch.to <= stretch.from) continue;
            own.push_back(stretch);
        }
        return own;
    }

    Stretch now_{};
    Terms terms_{};
    std::vector<Stretch> stretches_{};
    std::vector<Run> runs_{};
};

// --- Clocks

// What counts as time for one goal.
class Meter {
public:
    Meter(GoalKind kind, WorkingTimeline& hours)
        : hours_(hours), is_elapsed_(kind == GoalKind::elapsed_time) {}

    Microseconds between(Time from, Time to) {
        if (is_elapsed_) return std::max(to - from, Microseconds{0});
        return hours_.worked_between(from, to);
    }
    std::optional<Time> after(Time from, Microseconds time) {
        if (is_elapsed_) return from + std::max(time, Microseconds{0});
        return hours_.after_work(from, time);
    }
    std::vector<WorkingPiece> pieces(Time from, Time to) {
        if (!is_elapsed_) return hours_.pieces(from, to);
        if (from >= to) return {};
        return {{.from = from, .to = to, .version = 0}};
    }

private:
    WorkingTimeline& hours_;
    bool is_elapsed_;
};

std::optional<Microseconds> budget_of(const Goal& goal, Time start, WorkingTimeline& hours) {
    if (goal.kind != GoalKind::end_of_day) return goal.minutes.value_or(Minutes{0});
    const auto due = hours.end_of_day(start, goal.days.value_or(0), goal.by);
    if (!due) return std::nullopt;
    return hours.worked_between(start, *due);
}

std::optional<PauseCause> pause_of(const Stretch& stretch,
                                   Target target,
                                   const CountingRules& rules) {
    const auto where = [](bool pauses, PauseCause cause) {
        return pauses ? std::optional(cause) : std::nullopt;
    };
    switch (stretch.stand) {
        case Stand::waiting_customer:
            if (rules.pauses_for_customer) return PauseCause::customer;
            break;
        case Stand::waiting_vendor:
            if (rules.pauses_for_vendor) return PauseCause::vendor;
            break;
        case Stand::waiting_other:
            if (rules.pauses_for_other) return PauseCause::other;
            break;
        case Stand::halted:
            return PauseCause::halted;
        case Stand::resolved:
        case Stand::closed:
            return PauseCause::resolved;
        case Stand::active:
            break;
    }
    return where(stretch.has_workaround && target == Target::resolution &&
                     rules.workaround == WorkaroundEffect::stops,
                 PauseCause::workaround);
}

void append(std::vector<Interval>& intervals, const Interval& next) {
    if (!intervals.empty()) {
        Interval& last = intervals.back();
        Interval same = next;
        same.from = last.from;
        same.to = last.to;
        // Hours and nights run on over midnight, whatever day they are told to be of.
        if (next.rest.value_or(RestCause::outside_hours) == RestCause::outside_hours) {
            same.day = last.day;
        }
        if (same == last) {
            last.to = next.to;
            return;
        }
    }
    intervals.push_back(next);
}

// The share that a stay at this tier has of what is left.
Microseconds budget_of_stay(int tier, Microseconds left, const std::vector<TierShare>& shares) {
    std::int64_t own = 0;
    std::int64_t all = 0;
    for (const TierShare& share : shares) {
        if (share.tier < tier) continue;
        if (share.tier == tier) own = share.share;
        all += share.share;
    }
    left = std::max(left, Microseconds{0});
    // Whoever is above all that have a share may use what is left.
    if (all == 0) return left;
    return left * own / all;
}

class Counting {
public:
    Counting(const Run& run,
             const Goal& goal,
             const CountingRules& rules,
             WorkingTimeline& hours,
             Time now)
        : run_(run),
          rules_(rules),
          hours_(hours),
          meter_(goal.kind, hours),
          end_(run.ended_at.value_or(std::max(now, run.started_at))) {
        clock_.target = run.target;
        clock_.run = run.number;
        clock_.started_at = run.started_at;
        clock_.ended_at = run.ended_at;
        clock_.goal = goal;
    }

    std::optional<Clock> count() {
        const auto budget = budget_of(clock_.goal, run_.started_at, hours_);
        if (!budget || !meter_.after(run_.started_at, *budget)) return std::nullopt;
        clock_.budget = *budget;
        for (const Stretch& stretch : run_.stretches) {
            if (stretch.from > end_ && !clock_.stays.empty()) break;
            walk(stretch);
        }
        finish();
        return std::move(clock_);
    }

private:
    void walk(const Stretch& stretch) {
        const Time from = stretch.from;
        const Time to = std::min(stretch.to.value_or(end_), end_);
        if (clock_.stays.empty() || clock_.stays.back().tier != stretch.tier)
            arrive(stretch.tier, from);
        pause_ = pause_of(stretch, run_.target, rules_);
        for (const WorkingPiece& piece : meter_.pieces(from, to)) {
            append(clock_.intervals,
                   {.from = piece.from,
                    .to = piece.to,
                    .pause = pause_,
                    .rest = piece.rest,
                    .day = piece.day,
                    .calendar_version = piece.version,
                    .stand = stretch.stand,
                    .tier = stretch.tier});
        }
        if (pause_) return;
        const Microseconds time = meter_.between(from, to);
        if (!clock_.due_at && clock_.spent + time >= clock_.budget) {
            clock_.due_at = meter_.after(from, clock_.budget - clock_.spent);
        }
        TierStay& stay = clock_.stays.back();
        if (stay.budget && !stay.due_at && stay.spent + time >= *stay.budget) {
            stay.due_at = meter_.after(from, *stay.budget - stay.spent);
        }
        clock_.spent += time;
        stay.spent += time;
    }

    void arrive(int tier, Time at) {
        if (!clock_.stays.empty()) clock_.stays.back().to = at;
        TierStay stay{.tier = tier, .from = at};
        if (run_.target == Target::resolution && !rules_.shares.empty()) {
            stay.budget = budget_of_stay(tier, clock_.budget - clock_.spent, rules_.shares);
        }
        clock_.stays.push_back(stay);
    }

    void finish() {
        const bool is_over = run_.ended_at.has_value();
        // When it would have been due, or will be if nothing stops it.
        if (!clock_.due_at && (is_over || !pause_)) {
            clock_.due_at = meter_.after(end_, clock_.budget - clock_.spent);
        }
        if (is_over) {
            if (!clock_.stays.empty()) clock_.stays.back().to = run_.ended_at;
        } else if (!pause_ && !clock_.stays.empty()) {
            TierStay& stay = clock_.stays.back();
            if (stay.budget && !stay.due_at)
                stay.due_at = meter_.after(end_, *stay.budget - stay.spent);
        }
        if (!is_over) {
            clock_.pause = pause_;
            clock_.state = pause_ ? ClockState::paused : ClockState::running;
        } else if (run_.end == RunEnd::cancelled) {
            clock_.state = ClockState::cancelled;
        } else {
            clock_.state = clock_.is_late(end_) ? ClockState::missed : ClockState::met;
        }
    }

    const Run& run_;
    const CountingRules& rules_;
    WorkingTimeline& hours_;
    Meter meter_;
    Time end_;
    Clock clock_{};
    std::optional<PauseCause> pause_{};
};

bool is_late_by(
    Time moment, Run run, const Goal& goal, const CountingRules& rules, WorkingTimeline& hours) {
    std::erase_if(run.stretches, [&](const Stretch& stretch) { return stretch.from >= moment; });
    run.ended_at = moment;
    const auto clock = Counting(run, goal, rules, hours, moment).count();
    return clock && clock->is_late(moment);
}

}  // namespace

std::optional<Wait> wait_of(const History& history) {
    const auto [facts, void_at] = without_void(history);
    if (void_at) return std::nullopt;
    std::optional<Wait> wait;
    Terms terms;
    for (const Fact& fact : facts) {
        if (fact.kind == FactKind::opened || fact.kind == FactKind::termed) terms = fact.terms;
        if (fact.kind == FactKind::reminded && wait) wait->is_reminded = true;
        if (fact.kind != FactKind::stood) continue;
        wait.reset();
        if (fact.stand == Stand::waiting_customer) wait = Wait{.since = fact.at};
    }
    if (wait) wait->terms = terms;
    return wait;
}

std::vector<Run> runs_of(const History& history) {
    const auto [facts, void_at] = without_void(history);
    Runner runner;
    for (const Fact& fact : facts) runner.take(fact);
    if (void_at) runner.cancel_all(*void_at);
    return std::move(runner).runs();
}

// While nothing was late, a workaround changes the promise as if it had always been the other one;
// but nothing is late by that before the workaround was there.
std::optional<Clock> counted(const Run& run,
                             const Goal& goal,
                             const CountingRules& rules,
                             WorkingTimeline& hours,
                             Time now) {
    const auto first = std::ranges::find(run.stretches, true, &Stretch::has_workaround);
    const bool changes = rules.workaround == WorkaroundEffect::changes_goal &&
                         rules.goal_after_workaround && run.target == Target::resolution &&
                         first != run.stretches.end();
    if (!changes || is_late_by(first->from, run, goal, rules, hours)) {
        return Counting(run, goal, rules, hours, now).count();
    }
    auto clock = Counting(run, *rules.goal_after_workaround, rules, hours, now).count();
    if (clock && clock->due_at) clock->due_at = std::max(*clock->due_at, first->from);
    return clock;
}

std::optional<Time> share_used_at(const Clock& clock, int thousandths, WorkingTimeline& hours) {
    const Microseconds wanted = clock.budget * thousandths / 1000;
    Microseconds spent{};
    for (const Interval& interval : clock.intervals) {
        if (!interval.counts()) continue;
        const Microseconds time = interval.to - interval.from;
        if (spent + time >= wanted) return interval.from + (wanted - spent);
        spent += time;
    }
    if (clock.state != ClockState::running) return std::nullopt;
    const Time end = clock.intervals.empty() ? clock.started_at : clock.intervals.back().to;
    return Meter(clock.goal.kind, hours).after(end, wanted - spent);
}

std::vector<Minutes> rounded(const std::vector<Microseconds>& parts) {
    std::vector<Minutes> minutes;
    std::vector<std::size_t> order(parts.size());
    Microseconds sum{};
    Minutes given{};
    for (const Microseconds& part : parts) {
        minutes.push_back(std::chrono::floor<Minutes>(part));
        sum += part;
        given += minutes.back();
    }
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, std::ranges::greater{}, [&](std::size_t i) { return parts[i] - minutes[i]; });
    auto missing = static_cast<std::size_t>((std::chrono::floor<Minutes>(sum) - given).count());
    for (std::size_t i = 0; i < missing; ++i) ++minutes[order[i]];
    return minutes;
}

}  // namespace ogniwo::sla
