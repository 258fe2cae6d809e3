#include "tickets/access.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "tickets/approval_store.hpp"
#include "tickets/approval_types.hpp"
#include "tickets/clock_store.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/merge_types.hpp"
#include "tickets/names.hpp"
#include "tickets/presence_types.hpp"
#include "tickets/split_store.hpp"
#include "tickets/states.hpp"
#include "tickets/store.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int newer_most = 100;  // Looked through for one of somebody else's.

}  // namespace

bool may_see(const Actor& actor, const Ticket& ticket) {
    if (actor.may(see, ticket.customer)) return true;
    return actor.may(see_own, ticket.customer) && actor.is(ticket.requester);
}

bool may_look_at(const View& view, const Ticket& ticket) {
    if (may_see(view.actor, ticket)) return true;
    return view.actor.may(approve, ticket.customer) &&
           store::find_approval(view.tx, ticket.id).has_value();
}

By side_of(const Actor& actor, CustomerId customer) {
    return actor.may(work_on, customer) ? By::staff : By::customer;
}

std::vector<TicketId> talk_of(Tx& tx, TicketId ticket) {
    return store::list_joined(tx, store::find_goes_on(tx, ticket));
}

Outcome may_read(const View& view, const TicketMessage& message) {
    const auto shown = store::find_shown_message(view.tx, message.id);
    const TicketId place = shown && shown->split_to ? *shown->split_to : message.ticket;
    std::vector<std::int64_t> ids;
    for (const TicketId id : talk_of(view.tx, place)) ids.push_back(id.value);
    const auto tickets = store::list_tickets_by_id(view.tx, ids);
    const auto seen = std::ranges::find_if(
        tickets, [&](const Ticket& ticket) { return may_look_at(view, ticket); });
    if (seen == tickets.end()) return missing;
    const bool internal = message.kind == MessageKind::note;
    if (internal && !view.actor.may(see_notes, seen->customer)) return missing;
    if (!view.actor.may(see_messages, seen->customer)) return forbidden;
    return Nothing{};
}

Outcome has_read_all(const View& view, TicketId ticket, const std::optional<MessageId>& last) {
    if (!last) return Nothing{};
    const auto read = store::find_message(view.tx, *last);
    if (!read) return missing;
    TRY_DO(may_read(view, *read));
    const auto newer = store::list_messages(
        view.tx, talk_of(view.tx, ticket), store::Notes::hidden, {read->id, newer_most});
    const auto others = std::ranges::find_if(
        newer, [&](const TicketMessage& message) { return !view.actor.is(message.author); });
    if (others == newer.end()) return Nothing{};
    NamesOf<PersonId> names;
    names.want(others->author);
    load_person_names(view.tx, names);
    return Error{.reason = talk_moved_on,
                 .shown = {{"name", names.find(others->author).value_or("")}}};
}

Result<Ticket> load_visible(const View& view, TicketId ticket) {
    auto found = store::find_ticket(view.tx, view.actor.scope(see_own), ticket);
    if (!found || !may_look_at(view, *found)) return missing;
    return std::move(*found);
}

About about(const Ticket& ticket) {
    return {.kind = "ticket",
            .id = ticket.id.value,
            .version = ticket.version,
            .customer = ticket.customer};
}

Result<Ticket> claim(Work& work, TicketId ticket, Right right) {
    TRY(Ticket claimed, claim_even_merged(work, ticket, right));
    if (claimed.merged_into) return merged_refusal(work.tx, claimed);
    return claimed;
}

Error merged_refusal(Tx& tx, const Ticket& ticket) {
    const TicketId goes_on = store::find_goes_on(tx, ticket.id);
    return {.reason = ticket_merged, .shown = {{"number", std::to_string(goes_on.value)}}};
}

std::optional<Ticket> claim_where_it_goes_on(Work& work, const Ticket& ticket) {
    if (!ticket.merged_into) return std::nullopt;
    const TicketId goes_on = store::find_goes_on(work.tx, ticket.id);
    auto claimed = store::claim_ticket(work.tx, Actor::system().scope(see_own), goes_on);
    INVARIANT(claimed.has_value());
    return claimed;
}

Result<Ticket> claim_even_merged(Work& work, TicketId ticket, Right right) {
    auto claimed = store::claim_ticket(work.tx, work.actor.scope(see_own), ticket);
    if (!claimed || !may_look_at(work, *claimed)) return missing;
    if (!work.actor.may(right, claimed->customer)) return forbidden;
    return std::move(*claimed);
}

void hide_marks(Ticket& ticket) {
    ticket.tags.clear();
    ticket.due_at.reset();
    ticket.due_on.reset();
    ticket.snoozed_until.reset();
    ticket.spam_at.reset();
    ticket.spam_by.reset();
    hide_state(ticket);
}

void add_names(const View& view, std::vector<Ticket>& tickets) {
    Names names;
    for (Ticket& ticket : tickets) {
        for (const TagLabel& label : ticket.tags) names.tags.want(label.tag);
        names.customers.want(ticket.customer);
        names.persons.want(ticket.requester);
        names.sites.want(ticket.site);
        names.persons.want(ticket.assignee);
        names.persons.want(ticket.voice);
        names.queues.want(ticket.queue);
        names.products.want(ticket.product);
        names.categories.want(ticket.category);
        names.states.want(ticket.state);
    }
    names.load(view.tx);
    for (Ticket& ticket : tickets) {
        ticket.customer_name = names.customers.find(ticket.customer).value_or("");
        ticket.requester_name = names.persons.find(ticket.requester);
        ticket.assignee_name = names.persons.find(ticket.assignee);
        ticket.voice_name = names.persons.find(ticket.voice);
        ticket.queue_name = names.queues.find(ticket.queue).value_or("");
        ticket.product_name = names.products.find(ticket.product);
        if (const auto* name = names.categories.look_up(ticket.category)) {
            ticket.category_pl = name->pl;
            ticket.category_en = name->en;
        }
        name_tags(names, ticket.tags);
        if (const auto* state = names.states.look_up(ticket.state)) {
            ticket.state_pl = state->name_pl;
            ticket.state_en = state->name_en;
            ticket.state_shown_pl = state->shown_pl;
            ticket.state_shown_en = state->shown_en;
        }
        if (!view.actor.may(see_notes, ticket.customer)) hide_marks(ticket);
        names.shown.show(ticket.customer);
        ticket.site_name = names.site_of(ticket.customer, ticket.site);
        names.shown.show(ticket.requester);
        names.shown.show(ticket.assignee);
        names.shown.show(ticket.voice);
    }
}

Ticket with_names(const View& view, Ticket ticket) {
    // A verb has counted since it loaded the ticket.
    ticket.promised_until = store::find_promised_until(view.tx, ticket.id);
    std::vector<Ticket> one;
    one.push_back(std::move(ticket));
    add_names(view, one);
    return std::move(one.front());
}

}  // namespace ogniwo::tickets
