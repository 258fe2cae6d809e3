#include "tickets/telling.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "notices/service.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/merge_types.hpp"
#include "tickets/store.hpp"
#include "tickets/worker_store.hpp"

namespace ogniwo::tickets {
namespace {

std::string_view kind_of(Happening happening) {
    switch (happening) {
        case Happening::replied:
            return TicketReplied::name;
        case Happening::noted:
            return TicketNoted::name;
        case Happening::assigned:
            return TicketAssigned::name;
        case Happening::waits:
        case Happening::closed:
            return TicketStatusChanged::name;
        case Happening::decided:
            return TicketApprovalDecided::name;
        case Happening::moved:
            return TicketEscalated::name;
        case Happening::resolved:
            return TicketResolved::name;
        case Happening::reopened:
            return TicketReopened::name;
        case Happening::merged:
            return TicketMerged::name;
        case Happening::guest_wrote:
            return TicketGuestWrote::name;
    }
    return {};
}

// Whoever had a merged ticket has it no longer, and hears that once.
Circle circle_of(Tx& tx, const Ticket& ticket, Happening happening) {
    Circle circle{
        .requester = ticket.requester, .assignee = ticket.assignee, .voice = ticket.voice};
    for (const TicketWorker& worker : store::list_workers(tx, ticket.id)) {
        circle.workers.push_back(worker.person);
    }
    if (ticket.merged_into && happening != Happening::merged) circle.assignee.reset();
    for (const TicketFollower& follower : store::list_followers(tx, ticket.id)) {
        const PersonId person = people::goes_on(tx, follower.person);
        auto& side =
            people::is_active_staff(tx, person) ? circle.staff_followers : circle.other_followers;
        side.push_back(person);
    }
    return circle;
}

std::vector<Ticket> merged_into(Tx& tx, const Ticket& ticket) {
    std::vector<std::int64_t> ids;
    for (const TicketId id : store::list_joined(tx, ticket.id)) {
        if (id != ticket.id) ids.push_back(id.value);
    }
    if (ids.empty()) return {};
    return store::list_tickets_by_id(tx, ids);
}

}  // namespace

std::vector<PersonId> who_may_see(Tx& tx,
                                  const std::vector<PersonId>& asked,
                                  const Ticket& ticket) {
    std::vector<PersonId> persons = people::going_on(tx, asked);
    std::erase_if(persons, [&](PersonId person) {
        const auto actor = people::acting(tx, person);
        return !actor || !may_see(*actor, ticket);
    });
    return persons;
}

std::vector<PersonId> leads_besides(Tx& tx, PersonId me, const Ticket& ticket) {
    for (const people::Role role :
         {people::Role::lead, people::Role::administrator, people::Role::owner}) {
        auto persons = who_may_see(tx, people::people_in_role(tx, role), ticket);
        std::erase(persons, me);
        if (!persons.empty()) return persons;
    }
    return {};
}

void tell_of(Work& work,
             const Ticket& ticket,
             std::string_view kind,
             const std::vector<PersonId>& persons) {
    if (ticket.spam_at) return;
    notices::tell(work,
                  who_may_see(work.tx, persons, ticket),
                  {.kind = kind, .subject_kind = "ticket", .subject = ticket.id.value});
}

void tell(Work& work,
          const Ticket& ticket,
          Happening happening,
          const std::vector<PersonId>& already) {
    if (ticket.spam_at) return;
    const auto known = people::going_on(work.tx, already);
    std::set<PersonId> told(known.begin(), known.end());
    const auto tell_them = [&](const Ticket& subject, const std::vector<PersonId>& persons) {
        std::vector<PersonId> fresh = who_may_see(work.tx, persons, subject);
        std::erase_if(fresh, [&](PersonId person) { return !told.insert(person).second; });
        notices::tell(
            work,
            fresh,
            {.kind = kind_of(happening), .subject_kind = "ticket", .subject = subject.id.value});
    };
    // Of the ticket itself whoever may see it; of the one that is theirs, whoever may see no more.
    std::vector<std::pair<Ticket, std::vector<PersonId>>> merged;
    for (const Ticket& one : merged_into(work.tx, ticket)) {
        merged.emplace_back(one, whom_to_tell(circle_of(work.tx, one, happening), happening));
    }
    std::vector<PersonId> persons = whom_to_tell(circle_of(work.tx, ticket, happening), happening);
    for (const auto& [one, theirs] : merged) {
        persons.insert(persons.end(), theirs.begin(), theirs.end());
    }
    tell_them(ticket, persons);
    for (const auto& [one, theirs] : merged) tell_them(one, theirs);
}

}  // namespace ogniwo::tickets
