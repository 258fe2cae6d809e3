#include "tickets/telling.hpp"

#include "notices/service.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
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

std::vector<PersonId> who_may_see(Tx& tx, std::vector<PersonId> persons, const Ticket& ticket) {
    std::erase_if(persons, [&](PersonId person) {
        const auto actor = people::acting(tx, person);
        return !actor || !may_see(*actor, ticket);
    });
    return persons;
}

void tell(Work& work, const Ticket& ticket, Happening happening) {
    Circle circle{
        .requester = ticket.requester, .assignee = ticket.assignee, .voice = ticket.voice};
    for (const TicketWorker& worker : store::list_workers(work.tx, ticket.id)) {
        circle.workers.push_back(worker.person);
    }
    for (const TicketFollower& follower : store::list_followers(work.tx, ticket.id)) {
        auto& side = people::is_active_staff(work.tx, follower.person) ? circle.staff_followers
                                                                       : circle.other_followers;
        side.push_back(follower.person);
    }
    notices::tell(
        work,
        who_may_see(work.tx, whom_to_tell(circle, happening), ticket),
        {.kind = kind_of(happening), .subject_kind = "ticket", .subject = ticket.id.value});
}

}  // namespace ogniwo::tickets
