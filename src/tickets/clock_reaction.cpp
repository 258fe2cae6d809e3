#include "tickets/clock_reaction.hpp"

#include <algorithm>

#include "notices/service.hpp"
#include "people/service.hpp"
#include "sla/credit_service.hpp"
#include "tickets/access.hpp"
#include "tickets/alarm.hpp"
#include "tickets/category_store.hpp"
#include "tickets/clock_types.hpp"
#include "tickets/raise_rules.hpp"
#include "tickets/routing.hpp"
#include "tickets/rules.hpp"
#include "tickets/telling.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

// What a policy wants done, in terms of what the desk can do.
class Wanted {
public:
    explicit Wanted(const std::vector<sla::Reaction>& reactions) {
        for (const sla::Reaction& reaction : reactions) add(reaction);
    }

    bool raises() const { return raises_; }
    AlarmWish alarm() const { return alarm_; }

private:
    void add(const sla::Reaction& reaction) {
        using tiers::TimedAction;
        switch (reaction.kind) {
            case sla::ReactionKind::warn:
                alarm_.actions.push_back(TimedAction::warn);
                return;
            case sla::ReactionKind::inform:
                alarm_.actions.push_back(TimedAction::inform);
                return;
            case sla::ReactionKind::raise:
                raises_ = true;
                return;
            case sla::ReactionKind::escalate:
                // It goes up once: of two wishes, the first one holds.
                if (std::ranges::find(alarm_.actions, TimedAction::escalate) !=
                    alarm_.actions.end()) {
                    return;
                }
                alarm_.actions.push_back(TimedAction::escalate);
                alarm_.tier = reaction.tier;
        }
    }

    AlarmWish alarm_{};
    bool raises_ = false;
};

// As the desk itself would by editing it.
void raise(Work& work, Ticket& ticket, const Weight& to) {
    ++ticket.version;
    ticket.impact = to.impact;
    ticket.urgency = to.urgency;
    ticket.priority = priority_of(store::load_priorities(work.tx), to.impact, to.urgency);
    save(work, ticket);
    work.record(TicketEdited{.impact = ticket.impact,
                             .urgency = ticket.urgency,
                             .kind = {.type = ticket.type,
                                      .category = ticket.category,
                                      .priority = ticket.priority}},
                about(ticket));
    rank_anew(work, ticket);
}

}  // namespace

void react(Work& work,
           Ticket ticket,
           const sla::Counted& counted,
           const sla::Promises::Next& share,
           sla::Promises& promises) {
    if (!sla::mark_reached(work.tx, ticket.id.value, counted.clock, share)) return;
    const Wanted wanted(promises.reactions_at(counted, share.percent));
    AlarmWish wish = wanted.alarm();
    std::optional<Weight> weight;
    if (wanted.raises()) {
        weight = raised(
            store::load_priorities(work.tx), {ticket.impact, ticket.urgency}, ticket.priority);
    }
    const bool cannot_raise = wanted.raises() && !weight;
    if (cannot_raise) wish.actions.push_back(tiers::TimedAction::inform);
    Alarm alarm = alarm_for(work, ticket, wish);
    if (cannot_raise) alarm.outcomes.back() = TimedOutcome::informed_instead;
    if (weight) alarm.outcomes.push_back(TimedOutcome::raised);
    save(work, ticket);
    work.record(TicketClockReached{.target = counted.clock.target,
                                   .run = counted.clock.run,
                                   .percent = share.percent,
                                   .due_at = counted.clock.due_at.value_or(share.at),
                                   .outcomes = alarm.outcomes,
                                   .told = static_cast<int>(alarm.persons.size())},
                about(ticket));
    if (weight) raise(work, ticket, *weight);
    sound(work, std::move(ticket), std::move(alarm), TicketClockReached::name);
}

void tell_of_credits(Work& work, TicketId id, const std::vector<sla::Counted>& missed) {
    const bool is_any = std::ranges::any_of(missed, [&](const sla::Counted& one) {
        return sla::is_credited(work.tx, one.policy_version, one.policy, one.clock.target);
    });
    if (!is_any) return;
    const auto ticket = load_visible(work, id);
    if (!ticket) return;
    tell_of(work, *ticket, credit_proposed, people::people_in_role(work.tx, people::Role::owner));
}

}  // namespace ogniwo::tickets
