#include "sla/service.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/check.hpp"
#include "calendars/service.hpp"
#include "people/service.hpp"
#include "sla/clock_rules.hpp"
#include "sla/policy_rules.hpp"
#include "sla/store.hpp"

namespace ogniwo::sla {

// --- Promises ---------------------------------------------------------------------------------

class Promises::Inside {
public:
    explicit Inside(Tx& tx)
        : tx_(tx), versions_(store::list_versions(tx)), zone_(people::company_zone(tx)) {}

    bool are_any() const { return !versions_.empty(); }
    std::optional<Time> look_back_to() const {
        if (versions_.empty() || !versions_.back().also_since) return std::nullopt;
        return to_instant(*versions_.back().also_since, Minutes{0}, zone_);
    }

    std::vector<Counted> count(History history, Time now) {
        std::erase_if(history, [&](const Fact& fact) { return fact.at > now; });
        std::vector<Counted> all;
        for (const Run& run : runs_of(history)) {
            if (auto counted = count(run, now)) all.push_back(*std::move(counted));
        }
        return all;
    }

    std::vector<Share> shares_of(const Counted& counted, const std::vector<int>& done) {
        std::vector<Share> shares;
        for (const int percent : counted.percents) {
            shares.push_back({.percent = percent,
                              .at = used_at(counted, percent),
                              .is_done = std::ranges::find(done, percent) != done.end()});
        }
        return shares;
    }

    std::optional<Next> next_of(const Counted& counted, const std::vector<int>& done) {
        for (const Share& share : shares_of(counted, done)) {
            if (share.is_done) continue;
            if (!share.at) return std::nullopt;
            return Next{.percent = share.percent, .at = *share.at};
        }
        return std::nullopt;
    }

    std::optional<Time> after_work(const Counted& counted, Time from, Microseconds time) {
        if (counted.clock.goal.kind == GoalKind::elapsed_time) return from + time;
        return hours_of(counted.calendar, std::nullopt).after_work(from, time);
    }

    WaitPlan plan_of_wait(const History& history) {
        WaitPlan plan;
        const auto wait = wait_of(history);
        const Policy* const policy = wait ? policy_of(*wait) : nullptr;
        if (policy == nullptr) return plan;
        WorkingTimeline& hours = hours_of(calendar_of(*policy, std::nullopt), std::nullopt);
        // What had lasted long before anything was decided about it is not over at once.
        const Time since = std::max(wait->since, decided_at(*wait));
        const auto after = [&](const std::optional<int>& days) {
            return days ? hours.after_days(since, *days) : std::nullopt;
        };
        if (!wait->is_reminded) plan.remind_at = after(policy->waiting->remind_after_days);
        plan.close_at = after(policy->waiting->close_after_days);
        return plan;
    }

    std::optional<Time> working_moment(const History& history, Time now, int days) {
        const auto wait = wait_of(history);
        const Policy* const policy = wait ? policy_of(*wait) : nullptr;
        if (policy == nullptr) return std::nullopt;
        WorkingTimeline& hours = hours_of(calendar_of(*policy, std::nullopt), std::nullopt);
        return days == 0 ? hours.next_work(now) : hours.after_days(now, days);
    }

    Pace pace_of(const Counted& counted, Time now) {
        if (counted.clock.state != ClockState::running) return {};
        if (counted.clock.goal.kind == GoalKind::elapsed_time) return {.is_counting = true};
        WorkingTimeline& hours = hours_of(counted.calendar, std::nullopt);
        if (!hours.works_at(now)) return {.is_counting = false, .until = hours.next_work(now)};
        const auto pieces = hours.pieces(now, now + std::chrono::days{1});
        return {.is_counting = true, .until = pieces.front().to};
    }

    std::vector<Reaction> reactions_at(const Counted& counted, int percent) {
        std::vector<Reaction> reactions;
        const Policy& policy = policies_of(counted.policy_version)[counted.choice.place];
        for (const Reaction& reaction : policy.reactions) {
            if (reaction.percent != percent) continue;
            if (reaction.target.value_or(counted.clock.target) != counted.clock.target) continue;
            reactions.push_back(reaction);
        }
        return reactions;
    }

private:
    std::optional<Counted> count(const Run& run, Time now) {
        const PolicyVersion* const version =
            version_for(versions_, run, *local_date(run.started_at, zone_));
        if (version == nullptr) return std::nullopt;
        const auto& policies = policies_of(version->version);
        const auto choice = choose(policies, run.terms);
        if (!choice) return std::nullopt;
        const Policy& policy = policies[choice->place];
        const auto goal = goal_of(policy, run.target, run.terms.priority);
        if (!goal) return std::nullopt;
        const CalendarId calendar = calendar_of(policy, run.ended_at);
        auto clock = counted(run, *goal, policy.counting, hours_of(calendar, run.ended_at), now);
        if (!clock) return std::nullopt;
        return Counted{.clock = *std::move(clock),
                       .terms = run.terms,
                       .policy = policy.id,
                       .policy_name = policy.name,
                       .policy_version = version->version,
                       .promised_at = version->recorded_at,
                       .choice = *choice,
                       .calendar = calendar,
                       .percents = percents_of(policy, run.target)};
    }

    // What is over was counted by the default of its end.
    CalendarId calendar_of(const Policy& policy, const std::optional<Time>& known_at) {
        return policy.calendar ? *policy.calendar : default_calendar(known_at);
    }

    // The one of now that says what comes of waiting under these terms, if any does.
    const Policy* policy_of(const Wait& wait) {
        if (versions_.empty()) return nullptr;
        const auto& policies = policies_of(versions_.back().version);
        const auto choice = choose(policies, wait.terms);
        return choice && policies[choice->place].waiting ? &policies[choice->place] : nullptr;
    }

    // Since when waiting under these terms has come to something, version after version until now;
    // what was decided before the wait began is not looked at.
    Time decided_at(const Wait& wait) {
        Time since = versions_.back().recorded_at;
        for (auto version = versions_.rbegin(); version != versions_.rend(); ++version) {
            if (since <= wait.since) break;
            const auto& policies = policies_of(version->version);
            const auto choice = choose(policies, wait.terms);
            if (!choice || !policies[choice->place].waiting) break;
            since = version->recorded_at;
        }
        return since;
    }

    std::optional<Time> used_at(const Counted& counted, int percent) {
        const Clock& clock = counted.clock;
        return share_used_at(clock, percent * 10, hours_of(counted.calendar, clock.ended_at));
    }

    // A customer that goes on as another one is promised what that one is.
    const std::vector<Policy>& policies_of(std::int64_t version) {
        auto [known, is_new] = policies_.try_emplace(version);
        if (!is_new) return known->second;
        known->second = store::find_version(tx_, version).value().policies;
        std::vector<CustomerId> named;
        for (const Policy& policy : known->second) {
            named.insert(named.end(), policy.customers.begin(), policy.customers.end());
        }
        const auto merged = people::merged_among(tx_, named);
        for (Policy& policy : known->second) {
            for (CustomerId& customer : policy.customers) {
                const auto found = merged.find(customer);
                if (found != merged.end()) customer = found->second;
            }
        }
        return known->second;
    }

    CalendarId default_calendar(const std::optional<Time>& known_at) {
        if (defaults_.empty()) defaults_ = calendars::list_defaults(tx_);
        std::size_t last = defaults_.size() - 1;
        while (known_at && last > 0 && defaults_[last].chosen_at > *known_at) --last;
        return defaults_[last].calendar;
    }

    // The calendar as it was known at the end of a run: what was decided about it later is for
    // those that go on.
    WorkingTimeline& hours_of(CalendarId calendar, std::optional<Time> known_at) {
        auto [plans, is_new] = plans_.try_emplace(calendar);
        if (is_new) plans->second = calendars::plans_of(tx_, calendar);
        std::size_t count = plans->second.size();
        while (known_at && count > 1 && plans->second[count - 1].recorded_at > *known_at) --count;
        auto [timeline, is_unread] = timelines_.try_emplace({calendar, count});
        if (is_unread) {
            std::vector<WorkingEra> eras;
            for (std::size_t i = 0; i < count; ++i) eras.push_back(plans->second[i].era);
            timeline->second.emplace(std::move(eras));
        }
        return *timeline->second;
    }

    Tx& tx_;
    std::vector<PolicyVersion> versions_;  // Without the policies, which are read when asked for.
    std::string zone_;
    std::map<std::int64_t, std::vector<Policy>> policies_{};
    std::vector<calendars::ChosenDefault> defaults_{};
    std::map<CalendarId, std::vector<calendars::KnownPlan>> plans_{};
    std::map<std::pair<CalendarId, std::size_t>, std::optional<WorkingTimeline>> timelines_{};
};

Promises::Promises(Tx& tx) : inside_(std::make_unique<Inside>(tx)) {}
Promises::~Promises() = default;
Promises::Promises(Promises&&) noexcept = default;

bool Promises::are_any() const {
    return inside_->are_any();
}

std::optional<Time> Promises::look_back_to() const {
    return inside_->look_back_to();
}

std::vector<Share> Promises::shares_of(const Counted& counted, const std::vector<int>& done) {
    return inside_->shares_of(counted, done);
}

std::vector<Counted> Promises::count(const History& history, Time now) {
    return inside_->count(history, now);
}

std::optional<Promises::Next> Promises::next_of(const Counted& counted,
                                                const std::vector<int>& done) {
    return inside_->next_of(counted, done);
}

std::optional<Time> Promises::working_moment(const History& history, Time now, int days) {
    return inside_->working_moment(history, now, days);
}

std::optional<Time> Promises::after_work(const Counted& counted, Time from, Microseconds time) {
    return inside_->after_work(counted, from, time);
}

Promises::Pace Promises::pace_of(const Counted& counted, Time now) {
    return inside_->pace_of(counted, now);
}

Promises::WaitPlan Promises::plan_of_wait(const History& history) {
    return inside_->plan_of_wait(history);
}

std::vector<Reaction> Promises::reactions_at(const Counted& counted, int percent) {
    return inside_->reactions_at(counted, percent);
}

// --- What is kept -------------------------------------------------------------------------------

namespace {

void in_order(std::vector<KeptClock>& clocks) {
    std::ranges::sort(
        clocks, {}, [](const KeptClock& clock) { return std::pair(clock.target, clock.run); });
}

}  // namespace

Kept kept_of(const std::vector<Counted>& counted, Time now) {
    Kept kept;
    for (const Counted& one : counted) {
        const Clock& clock = one.clock;
        kept.clocks.push_back({.target = clock.target,
                               .run = clock.run,
                               .state = clock.state,
                               .policy = one.policy,
                               .policy_version = one.policy_version,
                               .calendar = one.calendar,
                               .customer = one.terms.customer,
                               .priority = one.terms.priority,
                               .tier = clock.stays.empty() ? 1 : clock.stays.back().tier,
                               .started_at = clock.started_at,
                               .ended_at = clock.ended_at,
                               .due_at = clock.due_at,
                               .budget = clock.budget,
                               .spent = clock.spent,
                               .counted_at = clock.ended_at.value_or(now)});
        if (clock.target != Target::resolution) continue;
        for (const TierStay& stay : clock.stays) {
            kept.stays.push_back({.run = clock.run,
                                  .tier = stay.tier,
                                  .from = stay.from,
                                  .to = stay.to,
                                  .budget = stay.budget,
                                  .spent = stay.spent});
        }
    }
    in_order(kept.clocks);
    return kept;
}

Kept find_kept(Tx& tx, std::int64_t ticket) {
    auto all = find_kept(tx, ticket, ticket);
    return std::move(all[ticket]);
}

std::string told(const Kept& kept) {
    std::string text;
    for (const KeptClock& clock : kept.clocks) {
        text += fmt::format(
            "{} {} {} policy {}.{} calendar {} customer {} {} tier {} {}..{} due {} "
            "spent {} of {} us; ",
            enum_name(clock.target),
            clock.run,
            enum_name(clock.state),
            clock.policy.value,
            clock.policy_version,
            clock.calendar.value,
            clock.customer.value,
            enum_name(clock.priority),
            clock.tier,
            to_text(clock.started_at),
            clock.ended_at ? to_text(*clock.ended_at) : "",
            clock.due_at ? to_text(*clock.due_at) : "",
            clock.spent.count(),
            clock.budget.count());
    }
    for (const KeptStay& stay : kept.stays) {
        text += fmt::format("tier {} {}..{} spent {} us; ",
                            stay.tier,
                            to_text(stay.from),
                            stay.to ? to_text(*stay.to) : "",
                            stay.spent.count());
    }
    return text;
}

std::map<std::int64_t, Kept> find_kept(Tx& tx, std::int64_t first, std::int64_t last) {
    std::map<std::int64_t, Kept> all;
    for (auto& [ticket, clock] : store::list_clocks(tx, first, last)) {
        all[ticket].clocks.push_back(clock);
    }
    for (auto& [ticket, stay] : store::list_stays(tx, first, last)) {
        all[ticket].stays.push_back(stay);
    }
    for (auto& [ticket, kept] : all) in_order(kept.clocks);
    return all;
}

void keep(Tx& tx, std::int64_t ticket, const Kept& before, const Kept& kept) {
    for (const KeptClock& clock : kept.clocks) {
        if (std::ranges::find(before.clocks, clock) != before.clocks.end()) continue;
        store::save_clock(tx, ticket, clock);
    }
    for (const KeptClock& clock : before.clocks) {
        const bool is_there = std::ranges::any_of(kept.clocks, [&](const KeptClock& one) {
            return one.target == clock.target && one.run == clock.run;
        });
        if (!is_there) store::delete_clock(tx, ticket, clock.target, clock.run);
    }
    if (kept.stays != before.stays) store::save_stays(tx, ticket, kept.stays);
}

History joined(const History& history, const std::vector<Absorbed>& absorbed) {
    return combined(history, absorbed);
}

std::vector<Minutes> in_minutes(const std::vector<Microseconds>& parts) {
    return rounded(parts);
}

std::vector<int> reached(Tx& tx, std::int64_t ticket, const Clock& clock) {
    std::vector<int> percents;
    for (const store::Reached& one : store::list_reached(tx, ticket)) {
        if (one.target == clock.target && one.run == clock.run) percents.push_back(one.percent);
    }
    return percents;
}

bool mark_reached(Tx& tx, std::int64_t ticket, const Clock& clock, const Promises::Next& share) {
    return store::insert_reached(
        tx, ticket, {.target = clock.target, .run = clock.run, .percent = share.percent}, share.at);
}

}  // namespace ogniwo::sla
