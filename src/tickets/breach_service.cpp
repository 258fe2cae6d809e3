#include "tickets/breach_service.hpp"

#include <algorithm>
#include <map>

#include "sla/report_service.hpp"
#include "sla/service.hpp"
#include "tickets/access.hpp"
#include "tickets/clock_facts.hpp"
#include "tickets/clock_words.hpp"
#include "tickets/names.hpp"

namespace ogniwo::tickets {
namespace {

using CauseKey = std::pair<ClockCause, std::optional<int>>;
using Causes = std::map<CauseKey, Microseconds>;

// Nobody works at night: only what lies within the hours took time from anybody.
Causes causes_of(const sla::Clock& clock) {
    Causes causes;
    for (const sla::Interval& interval : clock.intervals) {
        if (interval.rest) continue;
        const ClockCause cause = cause_of(interval);
        const auto tier = interval.counts() ? std::optional(interval.tier) : std::nullopt;
        causes[{cause, tier}] += interval.to - interval.from;
    }
    return causes;
}

std::vector<BreachCause> told(const Causes& causes) {
    std::vector<Microseconds> parts;
    for (const auto& [key, time] : causes) parts.push_back(time);
    const auto minutes = sla::in_minutes(parts);
    std::vector<BreachCause> all;
    for (const auto& [key, time] : causes) {
        all.push_back({.cause = key.first, .tier = key.second, .minutes = minutes[all.size()]});
    }
    return all;
}

void add_names(const View& view, std::vector<Breach>& breaches) {
    Names names;
    for (const Breach& breach : breaches) names.customers.want(breach.customer);
    names.load(view.tx);
    for (Breach& breach : breaches) {
        breach.customer_name = names.customers.find(breach.customer).value_or("");
    }
}

}  // namespace

Result<BreachList> read_breaches(const View& view, const ReadBreaches& wish) {
    TRY(const auto missed,
        sla::list_missed(view,
                         {.from = wish.from, .to = wish.to, .customer = wish.customer},
                         wish.target,
                         breaches_most + 1));
    BreachList list{.more = missed.size() > static_cast<std::size_t>(breaches_most)};
    sla::Promises promises(view.tx);
    ClockFacts facts(view.tx);
    Causes all;
    for (const sla::MissedClock& one : missed) {
        if (list.items.size() == static_cast<std::size_t>(breaches_most)) break;
        const auto ticket = load_visible(view, {one.ticket});
        if (!ticket || !view.actor.may(see_notes, ticket->customer)) continue;
        Causes causes;
        for (const sla::Counted& counted : promises.count(facts.history_of(ticket->id), view.now)) {
            const sla::Clock& clock = counted.clock;
            if (clock.target == one.target && clock.run == one.run) causes = causes_of(clock);
        }
        for (const auto& [key, time] : causes) all[key] += time;
        list.items.push_back({.ticket = ticket->id,
                              .number = ticket->number,
                              .subject = ticket->subject,
                              .customer = ticket->customer,
                              .target = one.target,
                              .ended_at = one.ended_at,
                              .budget = std::chrono::floor<Minutes>(one.budget),
                              .over = std::chrono::floor<Minutes>(one.spent - one.budget),
                              .causes = told(causes)});
    }
    list.causes = told(all);
    add_names(view, list.items);
    return list;
}

}  // namespace ogniwo::tickets
