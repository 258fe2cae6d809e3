#include "tickets/telling.hpp"

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
            return TicketStatusChanged::name;
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

void tell(Work& work, const Ticket& ticket, Happening happening) {
    Circle circle{.requester = ticket.requester, .assignee = ticket.assignee};
    for (const TicketFollower& follower : store::list_followers(work.tx, ticket.id)) {
        auto& side = people::is_active_staff(work.tx, follower.person) ? circle.staff_followers
                                                                       : circle.other_followers;
        side.push_back(follower.person);
    }
    auto persons = whom_to_tell(circle, happening);
    // Following gives no right to see it, and rights may be gone since.
    std::erase_if(persons, [&](PersonId person) {
        const auto actor = people::acting(work.tx, person);
        return !actor || !may_see(*actor, ticket);
    });
    notices::tell(
        work,
        persons,
        {.kind = kind_of(happening), .subject_kind = "ticket", .subject = ticket.id.value});
}

}  // namespace ogniwo::tickets
