#include "tickets/follower_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/service.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, TicketFollower& follower) {
    fields("person", follower.person);
    fields("name", follower.name);
    fields("since", follower.since);
    fields("ticket", follower.ticket).about("Of a ticket that was merged into this one.");
}

void describe(Fields& fields, ListFollowers& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, TicketFollowers& followers) {
    fields("items", followers.items);
}

void describe(Fields& fields, FollowTicket& wish) {
    fields("ticket", wish.ticket);
    fields("person", wish.person).about("Absent: the one who asks.");
}

void describe(Fields& fields, UnfollowTicket& wish) {
    fields("ticket", wish.ticket);
    fields("person", wish.person);
}

void mount_followers(Operations& operations) {
    operations
        .get<ListFollowers, TicketFollowers>("tickets.list_followers",
                                             "/tickets/{ticket}/followers",
                                             see_own,
                                             list_followers,
                                             {.ticket = {1}})
        .about("Who follows a ticket.");
    operations
        .post<FollowTicket, TicketFollowers>("tickets.follow_ticket",
                                             "/tickets/{ticket}/followers",
                                             see_own,
                                             follow_ticket,
                                             {.ticket = {1}})
        .about("Follows a ticket, or lets one of our staff or of its customer's people follow it.");
    operations
        .del<UnfollowTicket, TicketFollowers>("tickets.unfollow_ticket",
                                              "/tickets/{ticket}/followers/{person}",
                                              see_own,
                                              unfollow_ticket,
                                              {.ticket = {1}, .person = {1}})
        .about("Follows no longer.");
}

}  // namespace ogniwo::tickets
