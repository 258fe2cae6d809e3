#include "tickets/telling.hpp"

#include <algorithm>

#include "notices/service.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/store.hpp"

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
    }
    return {};
}

}  // namespace

std::vector<PersonId> who_may_see(Tx& tx, std::vector<PersonId> persons, const Ticket& ticket) {
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
          const std::vector<PersonId>& told) {
    Circle circle{.requester = ticket.requester, .assignee = ticket.assignee};
    for (const TicketFollower& follower : store::list_followers(work.tx, ticket.id)) {
        auto& side = people::is_active_staff(work.tx, follower.person) ? circle.staff_followers
                                                                       : circle.other_followers;
        side.push_back(follower.person);
    }
    auto persons = whom_to_tell(circle, happening);
    std::erase_if(persons,
                  [&](PersonId person) { return std::ranges::find(told, person) != told.end(); });
    tell_of(work, ticket, kind_of(happening), persons);
}

}  // namespace ogniwo::tickets
