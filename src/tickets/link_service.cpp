#include "tickets/link_service.hpp"

#include <algorithm>
#include <set>

#include "tickets/access.hpp"
#include "tickets/mark_rules.hpp"
#include "tickets/mark_store.hpp"
#include "tickets/marks.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/merging.hpp"
#include "tickets/rules.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

Error wrong_other(const Reason& reason) {
    return {.reason = invalid_fields, .fields = {{"/other", reason.name, {}}}};
}

// Nothing has happened to the problems themselves, so both keep their places in the lists.
template <class Event>
void record(Work& work, const Pair& pair, TicketLinkKind kind) {
    store::update_marks(work.tx, pair.ticket);
    store::update_marks(work.tx, pair.other);
    work.record(Event{.other = pair.other.id, .kind = kind}, about(pair.ticket));
    work.record(Event{.other = pair.ticket.id, .kind = mirrored(kind)}, about(pair.other));
}

Outcome may_lead_on(Work& work, const LinkTicket& wish) {
    if (!is_directed(wish.kind)) return Nothing{};
    const TicketLinkKind direction = direction_of(wish.kind);
    const bool leads = direction == wish.kind;
    return may_lead_on(leads ? wish.other : wish.ticket,
                       leads ? wish.ticket : wish.other,
                       [&](const std::vector<TicketId>& tickets) {
                           return store::list_linked(work.tx, tickets, direction);
                       });
}

// As merged tickets go, with the one where it goes on.
TicketStatus status_of(Tx& tx, const Ticket& ticket) {
    if (!ticket.merged_into) return ticket.status;
    return store::find_ticket(tx, {.everyone = true}, store::find_goes_on(tx, ticket.id))->status;
}

TicketLinks shown(const View& view, const Ticket& ticket) {
    const auto links = store::list_links(view.tx, ticket.id);
    std::vector<std::int64_t> ids;
    for (const Link& link : links) ids.push_back(link.other.value);
    TicketLinks answer;
    if (ids.empty()) return answer;
    auto others = store::list_tickets_by_id(view.tx, ids);
    std::erase_if(others, [&](const Ticket& other) { return !may_see(view.actor, other); });
    add_names(view, others);
    for (const Link& link : links) {
        const auto other = std::ranges::find(others, link.other, &Ticket::id);
        if (other == others.end()) continue;
        const TicketStatus status = status_of(view.tx, *other);
        const bool open = is_open(status);
        if (link.kind == TicketLinkKind::child) ++answer.children;
        if (link.kind == TicketLinkKind::child && open) ++answer.open_children;
        if (link.kind == TicketLinkKind::depends_on && open) ++answer.open_dependencies;
        answer.items.push_back({.other = other->id,
                                .number = other->number,
                                .kind = link.kind,
                                .subject = other->subject,
                                .status = status,
                                .customer_name = other->customer_name,
                                .assignee_name = other->assignee_name,
                                .since = link.since});
    }
    return answer;
}

}  // namespace

Result<TicketLinks> list_links(const View& view, const ListLinks& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(see_notes, ticket.customer)) return forbidden;
    return shown(view, ticket);
}

Result<TicketLinks> link_ticket(Work& work, const LinkTicket& wish) {
    TRY_DO(load_visible(work, wish.ticket));
    if (wish.other == wish.ticket) return wrong_other(link_to_itself);
    if (!load_visible(work, wish.other)) return wrong_other(link_unknown);
    // Two chains that grow towards each other at both ends touch no ticket in common.
    if (is_directed(wish.kind)) store::take_link_turn(work.tx);
    TRY(const Pair pair, claim_pair(work, wish.ticket, wish.other, MayBeMerged::no));
    if (pair.other.merged_into) return merged_refusal(work.tx, pair.other);
    const LinkTicket back{.ticket = wish.other, .other = wish.ticket, .kind = mirrored(wish.kind)};
    TRY_DO(may_link(wish.ticket, store::list_links(work.tx, wish.ticket), wish));
    TRY_DO(may_link(wish.other, store::list_links(work.tx, wish.other), back));
    TRY_DO(may_lead_on(work, wish));

    const Time since = moment_of(work);
    store::insert_link(
        work.tx, wish.ticket, {.other = wish.other, .kind = wish.kind, .since = since});
    store::insert_link(
        work.tx, wish.other, {.other = wish.ticket, .kind = back.kind, .since = since});
    record<TicketLinked>(work, pair, wish.kind);
    return shown(work, pair.ticket);
}

Result<TicketLinks> unlink_ticket(Work& work, const UnlinkTicket& wish) {
    TRY_DO(load_visible(work, wish.ticket));
    TRY_DO(load_visible(work, wish.other));
    if (wish.ticket == wish.other) return missing;
    TRY(const Pair pair, claim_pair(work, wish.ticket, wish.other, MayBeMerged::yes));
    const auto links = store::list_links(work.tx, wish.ticket);
    const auto link = std::ranges::find(links, wish.other, &Link::other);
    if (link == links.end()) return missing;
    store::delete_link(work.tx, wish.ticket, wish.other);
    store::delete_link(work.tx, wish.other, wish.ticket);
    record<TicketUnlinked>(work, pair, link->kind);
    return shown(work, pair.ticket);
}

void tell_freed(Work& work, const Ticket& ticket) {
    const auto done = store::list_joined(work.tx, ticket.id);
    std::set<std::int64_t> ids;
    for (const TicketId one : store::list_linked(work.tx, done, TicketLinkKind::blocks)) {
        ids.insert(store::find_goes_on(work.tx, one).value);
    }
    if (ids.empty()) return;
    for (const Ticket& dependent : store::list_tickets_by_id(work.tx, {ids.begin(), ids.end()})) {
        if (!dependent.assignee || !is_open(dependent.status)) continue;
        // Of the two tickets they must see both.
        tell_of(work, dependent, freed_notice, who_may_see(work.tx, {*dependent.assignee}, ticket));
    }
}

}  // namespace ogniwo::tickets
