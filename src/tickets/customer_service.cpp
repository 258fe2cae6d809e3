#include "tickets/customer_service.hpp"

#include <algorithm>

#include "people/service.hpp"
#include "storage/attachments.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_support.hpp"
#include "tickets/approval_store.hpp"
#include "tickets/attachments.hpp"
#include "tickets/bulk_types.hpp"
#include "tickets/clock.hpp"
#include "tickets/customer_store.hpp"
#include "tickets/guest_service.hpp"
#include "tickets/meant.hpp"
#include "tickets/merge_rules.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/names.hpp"
#include "tickets/rating_store.hpp"
#include "tickets/routing.hpp"
#include "tickets/rules.hpp"
#include "tickets/site_service.hpp"
#include "tickets/split_store.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/time_store.hpp"
#include "tickets/verbs.hpp"
#include "tickets/worker_rules.hpp"
#include "tickets/worker_store.hpp"

namespace ogniwo::tickets {
namespace {

Outcome may_belong_to(const View& view, CustomerId customer) {
    if (!view.actor.scope(see).covers(customer)) return missing;
    if (!people::customer_exists(view.tx, customer)) return missing;
    if (!view.actor.may(work_on, customer)) return forbidden;
    return Nothing{};
}

// Merges and splits are between tickets of one customer.
bool is_bound(Tx& tx, const Ticket& ticket) {
    return ticket.split_from || store::list_joined(tx, ticket.id).size() > 1 ||
           !store::list_split_off(tx, ticket.id, 1).empty() ||
           store::is_shown_elsewhere(tx, ticket.id);
}

// An approval that nobody can decide any more binds nobody.
bool is_to_decide(Tx& tx, const Ticket& ticket) {
    const auto approval = store::find_approval(tx, ticket.id);
    return approval && !approval->decided_at && is_open(ticket.status);
}

Outcome may_change(const View& view, const Ticket& ticket, const ChangeCustomer& wish) {
    TRY_DO(may_change_customer(ticket, wish, is_bound(view.tx, ticket)));
    const bool is_new = wish.requester && wish.requester != ticket.requester;
    const bool moves = wish.customer != ticket.customer;
    if ((is_new || (moves && wish.requester)) &&
        !people::belongs_to(view.tx, *wish.requester, wish.customer)) {
        return requester_unknown;
    }
    if (!moves && wish.site) {
        return Error{.reason = invalid_fields, .fields = {{"/site", change_superfluous.name, {}}}};
    }
    TRY_DO(may_be_at(view.tx, wish.site, wish.customer));
    // It was agreed with people of the one customer, at their place.
    if (moves && !list_expected(view, {ticket.id}).empty()) return appointment_open;
    if (moves && is_to_decide(view.tx, ticket)) return customer_decides;
    return Nothing{};
}

// Who is one with the customer, or with the requester, is the same: the ticket keeps whom it names.
ChangeCustomer as_written(Tx& tx, const Ticket& ticket, ChangeCustomer wish) {
    if (is_one_customer(tx, wish.customer, ticket.customer)) wish.customer = ticket.customer;
    const bool is_same_person =
        wish.requester && ticket.requester && is_one_person(tx, *wish.requester, *ticket.requester);
    if (is_same_person) wish.requester = ticket.requester;
    return wish;
}

// With the ticket goes what counts for its customer.
void give_to(Work& work, const Ticket& ticket) {
    store::give_time_to(work.tx, ticket.id, ticket.customer);
    store::give_rating_to(work.tx, ticket.id, ticket.customer);
    store::give_appointments_to(work.tx, ticket.id, ticket.customer);
    attachments::give_to(work.tx, ticket.customer, waiting_at_ticket, {ticket.id.value});
    attachments::give_to(
        work.tx, ticket.customer, of_message, store::list_shown_messages(work.tx, {ticket.id}));
}

// Who of those around it sees one of the two and not the other.
std::vector<PersonId> seeing_only(Tx& tx, const Ticket& one, const Ticket& other) {
    std::vector<PersonId> persons;
    for (const auto& person : {one.requester, other.requester, one.assignee, one.voice}) {
        if (person) persons.push_back(*person);
    }
    for (const TicketWorker& worker : store::list_workers(tx, one.id)) {
        persons.push_back(worker.person);
    }
    for (const TicketFollower& follower : store::list_followers(tx, one.id)) {
        persons.push_back(follower.person);
    }
    const auto both = who_may_see(tx, persons, other);
    std::vector<PersonId> only = who_may_see(tx, persons, one);
    std::erase_if(only,
                  [&](PersonId person) { return std::ranges::find(both, person) != both.end(); });
    return only;
}

// One more change of the same ticket.
template <class Event>
void change(Work& work, Ticket& ticket, const Event& event) {
    ++ticket.version;
    save(work, ticket);
    work.record(event, about(ticket));
}

// Nobody works on, speaks for or has what they see no longer.
void take_from(Work& work, Ticket& ticket, const std::vector<PersonId>& losing) {
    const auto loses = [&](const std::optional<PersonId>& person) {
        if (!person) return false;
        return std::ranges::find(losing, people::goes_on(work.tx, *person)) != losing.end();
    };
    for (const TicketWorker& worker : store::list_workers(work.tx, ticket.id)) {
        if (!loses(worker.person)) continue;
        store::delete_worker(work.tx, ticket.id, worker.person);
        change(work, ticket, TicketWorkerRemoved{.person = worker.person});
    }
    if (loses(ticket.voice)) {
        end_voice(ticket);
        change(work, ticket, TicketVoiceChanged{});
    }
    if (!loses(ticket.assignee)) return;
    has_room(work, ticket.assignee);
    ticket.assignee.reset();
    change(work, ticket, TicketAssigned{.status = ticket.status, .state = ticket.state});
    arrive(work, ticket);
}

}  // namespace

Result<CustomerPreview> preview_customer(const View& view, const PreviewCustomer& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    TRY_DO(may_belong_to(view, wish.customer));
    if (ticket.merged_into) return merged_refusal(view.tx, ticket);
    const ChangeCustomer change = as_written(view.tx,
                                             ticket,
                                             {.ticket = ticket.id,
                                              .customer = wish.customer,
                                              .requester = wish.requester,
                                              .site = wish.site});
    TRY_DO(may_change(view, ticket, change));
    Ticket moved = ticket;
    moved.customer = change.customer;
    moved.requester = change.requester;
    if (moved.customer != ticket.customer) moved.site = change.site;

    const std::vector<TicketId> only{ticket.id};
    const auto talk = store::count_shown_messages(view.tx, only);
    const auto time = store::total_shown_time(view.tx, only);
    CustomerPreview preview{.messages = talk.messages - talk.notes,
                            .notes = talk.notes,
                            .entries = time.entries,
                            .minutes = time.minutes,
                            .billable_minutes = time.billable_minutes,
                            .stopwatches = store::count_stopwatches(view.tx, only),
                            .losing = names_of(view.tx, seeing_only(view.tx, ticket, moved)),
                            .gaining = names_of(view.tx, seeing_only(view.tx, moved, ticket))};
    preview.files = attachments::count_of_owners(
        view.tx, of_message, store::list_shown_messages(view.tx, only));
    if (moved.customer != ticket.customer) preview.guests = names_of_guests(view, ticket);
    if (moved.site != ticket.site) preview.losing_site = with_names(view, ticket).site_name;
    moved = with_names(view, std::move(moved));
    preview.customer_name = moved.customer_name;
    preview.requester_name = moved.requester_name;
    preview.site_name = moved.site_name;
    return preview;
}

Result<Ticket> change_customer(Work& work, const ChangeCustomer& typed) {
    TRY(Ticket ticket, claim(work, typed.ticket, work_on));
    TRY_DO(may_belong_to(work, typed.customer));
    if (ticket.version - 1 != typed.version) return stale;
    const ChangeCustomer wish = as_written(work.tx, ticket, typed);
    TRY_DO(may_change(work, ticket, wish));
    stay_one_at(work.tx, wish.site, wish.customer);

    store::insert_former(work.tx,
                         {.ticket = ticket.id,
                          .version = ticket.version,
                          .customer = ticket.customer,
                          .requester = ticket.requester});
    const TicketCustomerChanged changed{.from_customer = ticket.customer,
                                        .customer = wish.customer,
                                        .from = ticket.requester,
                                        .requester = wish.requester,
                                        .site = wish.site};
    const Ticket before = ticket;
    if (ticket.customer != wish.customer) ticket.site = wish.site;
    ticket.customer = wish.customer;
    ticket.requester = wish.requester;
    save(work, ticket);
    if (changed.from_customer == changed.customer) {
        work.record(TicketRequesterChanged{.from = changed.from, .requester = changed.requester},
                    about(ticket));
    } else {
        give_to(work, ticket);
        work.record(changed, about(ticket));
        take_from(work, ticket, seeing_only(work.tx, before, ticket));
        end_guests_of_move(work, ticket);
    }
    count_clocks(work, ticket.id);
    return with_names(work, std::move(ticket));
}

std::multimap<std::int64_t, FormerRow> former_of(const View& view,
                                                 const std::vector<std::int64_t>& tickets) {
    std::multimap<std::int64_t, FormerRow> former;
    for (const auto& one : store::list_former(view.tx, tickets)) {
        former.emplace(
            one.ticket.value,
            FormerRow{.version = one.version, .customer = one.customer, .person = one.requester});
    }
    return former;
}

}  // namespace ogniwo::tickets
