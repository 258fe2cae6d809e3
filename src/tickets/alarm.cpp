#include "tickets/alarm.hpp"

#include <algorithm>

#include "notices/service.hpp"
#include "tickets/service.hpp"
#include "tickets/telling.hpp"
#include "tiers/duty_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

// Whoever has it; else those who work at the tier now.
std::vector<PersonId> whom_to_warn(Work& work, const Ticket& ticket) {
    if (ticket.assignee) return {*ticket.assignee};
    std::vector<PersonId> persons;
    for (const auto& member : tiers::duty_members(work.tx, ticket.tier, work.now)) {
        if (member.is_on_duty) persons.push_back(member.person);
    }
    return persons;
}

// The tier that is wanted or the nearest one upwards, if the structure allows it; and why.
std::optional<Lift> way_up(Tx& tx, const Ticket& ticket, const AlarmWish& wish) {
    const auto& reason = wish.reason;
    for (int tier = ticket.tier + 1; tier <= tiers::highest_possible_tier; ++tier) {
        if (tier != wish.tier.value_or(tier)) continue;
        const auto reasons = tiers::reasons_for_move(tx, ticket.tier, tier);
        const auto queue = tiers::first_queue(tx, tier);
        if (reasons.empty() || !queue) continue;
        const bool is_allowed = reason && std::ranges::find(reasons, *reason) != reasons.end();
        return Lift{.tier = tier,
                    .queue = *queue,
                    .reason = is_allowed ? *reason : std::string(tiers::timed_reason)};
    }
    return std::nullopt;
}

}  // namespace

Alarm alarm_for(Work& work, const Ticket& ticket, const AlarmWish& wish) {
    Alarm alarm;
    bool warns = false;
    bool informs = false;
    for (const tiers::TimedAction action : wish.actions) {
        switch (action) {
            case tiers::TimedAction::warn:
                warns = true;
                alarm.outcomes.push_back(TimedOutcome::warned);
                break;
            case tiers::TimedAction::inform:
                informs = true;
                alarm.outcomes.push_back(TimedOutcome::informed);
                break;
            case tiers::TimedAction::escalate:
                alarm.up = way_up(work.tx, ticket, wish);
                informs = informs || !alarm.up;
                alarm.outcomes.push_back(alarm.up ? TimedOutcome::escalated
                                                  : TimedOutcome::informed_instead);
                break;
        }
    }
    if (warns) alarm.persons = who_may_see(work.tx, whom_to_warn(work, ticket), ticket);
    // At night nobody may be there: a warning that reaches nobody is none.
    if (!informs && !(warns && alarm.persons.empty() && !alarm.up)) return alarm;
    for (const PersonId lead : leads_besides(work.tx, {}, ticket)) {
        if (std::ranges::find(alarm.persons, lead) == alarm.persons.end()) {
            alarm.persons.push_back(lead);
        }
    }
    return alarm;
}

void sound(Work& work, Ticket ticket, Alarm alarm, std::string_view kind) {
    notices::tell(
        work, alarm.persons, {.kind = kind, .subject_kind = "ticket", .subject = ticket.id.value});
    if (!alarm.up) return;
    // Nobody has written a handover: what the ticket knows of itself has to do.
    if (const auto draft = draft_handover(work, {.ticket = ticket.id})) {
        alarm.up->handover = *draft;
    }
    ++ticket.version;
    (void)lift(work, std::move(ticket), *alarm.up, {});
}

}  // namespace ogniwo::tickets
