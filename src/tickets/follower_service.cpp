#include <algorithm>
#include <set>

#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/names.hpp"
#include "tickets/service.hpp"
#include "tickets/store.hpp"

namespace ogniwo::tickets {
namespace {

// Everybody decides for themselves; our staff also for others who have to do with the ticket.
Outcome may_change_follower(const Work& work, const Ticket& ticket, PersonId person) {
    if (work.actor.is(person)) return Nothing{};
    if (!work.actor.may(work_on, ticket.customer)) return only_yourself;
    return Nothing{};
}

// Whoever follows one that was merged into it follows it all, and is named once.
void add_followers_of_merged(Tx& tx, const Ticket& ticket, std::vector<TicketFollower>& followers) {
    for (const TicketId id : store::list_joined(tx, ticket.id)) {
        if (id == ticket.id) continue;
        for (TicketFollower& one : store::list_followers(tx, id)) {
            const auto known = std::ranges::find(followers, one.person, &TicketFollower::person);
            if (known != followers.end()) continue;
            one.ticket = id;
            followers.push_back(std::move(one));
        }
    }
}

// As whom they go on; whoever follows as two is named as one.
void name_once(Tx& tx, std::vector<TicketFollower>& followers) {
    std::vector<PersonId> persons;
    for (const TicketFollower& one : followers) persons.push_back(one.person);
    const ShownAs shown{.persons = people::merged_among(tx, persons)};
    std::set<PersonId> named;
    std::erase_if(followers, [&](TicketFollower& one) {
        shown.show(one.person);
        return !named.insert(one.person).second;
    });
}

// Nothing has happened to the problem itself, so the ticket keeps its place in the lists.
template <class Event>
Result<TicketFollowers> record(Work& work, const Ticket& ticket, const Event& event) {
    work.record(event, about(ticket));
    return list_followers(work, {.ticket = ticket.id});
}

}  // namespace

Result<TicketFollowers> list_followers(const View& view, const ListFollowers& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    TicketFollowers followers{.items = store::list_followers(view.tx, ticket.id)};
    add_followers_of_merged(view.tx, ticket, followers.items);
    add_names(view.tx, followers.items);
    name_once(view.tx, followers.items);
    return followers;
}

Result<TicketFollowers> follow_ticket(Work& work, const FollowTicket& wish) {
    TRY(const Ticket ticket, claim(work, wish.ticket, see_own));
    const PersonId person = wish.person.value_or(work.actor.person);
    TRY_DO(may_change_follower(work, ticket, person));
    const bool known = person && (people::is_active_staff(work.tx, person) ||
                                  people::belongs_to(work.tx, person, ticket.customer));
    if (!known) return follower_unknown;
    const auto meant = people::one_with(work.tx, person);
    const bool follows = std::ranges::any_of(
        store::list_followers(work.tx, ticket.id), [&](const TicketFollower& one) {
            return std::ranges::find(meant, one.person) != meant.end();
        });
    if (follows) return already_following;
    store::insert_follower(work.tx, ticket.id, person, work.now);
    return record(work, ticket, TicketFollowed{.person = person});
}

Result<TicketFollowers> unfollow_ticket(Work& work, const UnfollowTicket& wish) {
    TRY(Ticket ticket, claim_even_merged(work, wish.ticket, see_own));
    // One event for each of those who are meant and follow.
    std::vector<PersonId> gone;
    for (const PersonId person : people::one_with(work.tx, wish.person)) {
        if (store::delete_follower(work.tx, ticket.id, person)) gone.push_back(person);
    }
    if (gone.empty()) return missing;
    TRY_DO(may_change_follower(work, ticket, wish.person));
    for (std::size_t i = 1; i < gone.size(); ++i) {
        work.record(TicketUnfollowed{.person = gone[i]}, about(ticket));
        TRY(ticket, claim_even_merged(work, wish.ticket, see_own));
    }
    return record(work, ticket, TicketUnfollowed{.person = gone.front()});
}

}  // namespace ogniwo::tickets
