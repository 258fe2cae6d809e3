#include "tickets/merge_service.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "people/service.hpp"
#include "storage/attachments.hpp"
#include "tickets/access.hpp"
#include "tickets/attachments.hpp"
#include "tickets/clock.hpp"
#include "tickets/marks.hpp"
#include "tickets/meant.hpp"
#include "tickets/merge_rules.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/merging.hpp"
#include "tickets/names.hpp"
#include "tickets/routing.hpp"
#include "tickets/split_store.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/time_store.hpp"
#include "tickets/timed.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int splits_shown_most = 50;

Result<Ticket> load_goes_on(const View& view, TicketId named) {
    TRY(const Ticket ticket, load_visible(view, named));
    if (!ticket.merged_into) return ticket;
    return load_visible(view, store::find_goes_on(view.tx, ticket.id));
}

// Without the words, where this reader may not see the ticket.
TicketRef ref_of(const View& view, const Ticket& ticket) {
    TicketRef ref{.ticket = ticket.id, .number = ticket.number, .status = ticket.status};
    if (!may_see(view.actor, ticket)) return ref;
    ref.subject = ticket.subject;
    ref.requester_name = ticket.requester_name;
    ref.updated_at = ticket.updated_at;
    return ref;
}

// In the order in which they are named.
std::vector<TicketRef> refs_of(const View& view, const std::vector<TicketId>& ids) {
    std::vector<std::int64_t> numbers;
    for (const TicketId id : ids) numbers.push_back(id.value);
    if (numbers.empty()) return {};
    auto tickets = store::list_tickets_by_id(view.tx, numbers);
    add_names(view, tickets);
    std::vector<TicketRef> refs;
    for (const TicketId id : ids) {
        const auto ticket = std::ranges::find(tickets, id, &Ticket::id);
        if (ticket != tickets.end()) refs.push_back(ref_of(view, *ticket));
    }
    return refs;
}

// The requesters who do not see both now.
std::vector<std::string> readers_of(Tx& tx, const Ticket& ticket, const Ticket& target) {
    std::vector<PersonId> persons;
    for (const Ticket* one : {&ticket, &target}) {
        if (one->requester) persons.push_back(*one->requester);
    }
    persons = people::going_on(tx, persons);
    const auto both = who_may_see(tx, who_may_see(tx, persons, ticket), target);
    std::erase_if(persons,
                  [&](PersonId person) { return std::ranges::find(both, person) != both.end(); });
    return names_of(tx, persons);
}

std::vector<TicketId> found_by_number(const View& view, const Ticket& ticket, TicketId number) {
    const auto target = load_goes_on(view, number);
    if (!target || target->id == ticket.id) return {};
    if (!is_one_customer(view.tx, target->customer, ticket.customer)) return {};
    return {target->id};
}

}  // namespace

Result<Pair> claim_pair(Work& work, TicketId ticket, TicketId other, MayBeMerged ticket_may_be) {
    Pair pair;
    const auto claim_ticket = [&]() -> Outcome {
        TRY(pair.ticket,
            ticket_may_be == MayBeMerged::yes ? claim_even_merged(work, ticket, work_on)
                                              : claim(work, ticket, work_on));
        return Nothing{};
    };
    if (ticket < other) TRY_DO(claim_ticket());
    if (ticket != other) {
        TRY(pair.other, claim_even_merged(work, other, work_on));
    }
    if (other <= ticket) TRY_DO(claim_ticket());
    if (ticket == other) pair.other = pair.ticket;
    return pair;
}

Outcome may_merge_here(Tx& tx, const Ticket& ticket, Ticket target) {
    if (is_one_customer(tx, ticket.customer, target.customer)) target.customer = ticket.customer;
    return may_merge(
        ticket,
        target,
        store::list_joined(tx, ticket.id).size() + store::list_joined(tx, target.id).size());
}

Result<MergePreview> preview_merge(const View& view, const MergeTicket& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    TRY(const Ticket target, load_goes_on(view, wish.into));
    if (ticket.merged_into) return merged_refusal(view.tx, ticket);
    TRY_DO(may_merge_here(view.tx, ticket, target));

    const auto joined = store::list_joined(view.tx, ticket.id);
    const auto talk = store::count_shown_messages(view.tx, joined);
    MergePreview preview{.target = refs_of(view, {target.id}).front(),
                         .messages = talk.messages,
                         .notes = talk.notes,
                         .minutes = store::total_shown_time(view.tx, joined).minutes,
                         .followers = store::count_followers(view.tx, joined),
                         .stopwatches = store::count_stopwatches(view.tx, joined),
                         .tickets = static_cast<std::int64_t>(joined.size()) - 1,
                         .readers = readers_of(view.tx, ticket, target)};
    preview.files = attachments::count_of_owners(
        view.tx, of_message, store::list_shown_messages(view.tx, joined));
    if (wish.into != target.id) preview.named = wish.into;
    return preview;
}

Result<Ticket> merge_ticket(Work& work, const MergeTicket& wish) {
    TRY_DO(load_visible(work, wish.ticket));
    TRY(const Ticket goes_on, load_goes_on(work, wish.into));
    TRY(auto pair, claim_pair(work, wish.ticket, goes_on.id, MayBeMerged::no));
    auto& [ticket, target] = pair;
    people::claim_together(work.tx, ticket.customer, target.customer);
    TRY_DO(may_merge_here(work.tx, ticket, target));

    ticket.merged_into = target.id;
    store::update_ticket(work.tx, ticket);
    work.record(TicketMerged{.into = target.id}, about(ticket));
    count_time(work, ticket);
    save(work, target);
    work.record(TicketAbsorbed{.ticket = ticket.id}, about(target));
    count_clocks(work, target.id);
    has_room(work, ticket.assignee);
    tell(work, target, Happening::merged);
    return with_names(work, std::move(ticket));
}

Result<Ticket> unmerge_ticket(Work& work, const UnmergeTicket& wish) {
    TRY(const Ticket seen, load_visible(work, wish.ticket));
    const TicketId parent = seen.merged_into.value_or(seen.id);
    TRY(auto pair, claim_pair(work, seen.id, parent, MayBeMerged::yes));
    auto& [ticket, target] = pair;
    TRY_DO(may_unmerge(ticket));

    ticket.merged_into.reset();
    store::update_ticket(work.tx, ticket);
    work.record(TicketUnmerged{.from = target.id}, about(ticket));
    count_time(work, ticket);
    watch_due(work, ticket);
    save(work, target);
    work.record(TicketReleased{.ticket = ticket.id}, about(target));
    // Where the target goes on in another one, that one has lost it, too.
    count_clocks(work, store::find_goes_on(work.tx, target.id));
    return with_names(work, std::move(ticket));
}

Result<MergeTargets> find_merge_targets(const View& view, const FindMergeTargets& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    const std::string asked = fold(trim(wish.q.value_or("")));
    std::vector<TicketId> found;
    if (const auto number = number_in(asked)) found = found_by_number(view, ticket, {*number});
    store::TargetFilter filter{.besides = ticket.id};
    if (!asked.empty()) filter.folded_part = asked;
    for (const CustomerId customer : people::one_with(view.tx, ticket.customer)) {
        filter.customer = customer;
        for (const TicketId id : store::list_merge_targets(view.tx, filter, merge_targets_most)) {
            if (std::ranges::find(found, id) == found.end()) found.push_back(id);
        }
    }
    MergeTargets targets{.items = refs_of(view, found)};
    std::erase_if(targets.items, [](const TicketRef& ref) { return !ref.subject; });
    return targets;
}

Result<TicketMerges> read_merges(const View& view, const ReadMerges& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    TicketMerges merges;
    std::vector<TicketId> joined = store::list_joined(view.tx, ticket.id);
    std::erase(joined, ticket.id);
    std::ranges::sort(joined);
    merges.merged = refs_of(view, joined);
    if (ticket.merged_into) {
        merges.into = refs_of(view, {*ticket.merged_into}).front();
        merges.goes_on = refs_of(view, {store::find_goes_on(view.tx, ticket.id)}).front();
    }
    if (ticket.split_from) merges.split_from = refs_of(view, {*ticket.split_from}).front();
    merges.split_off = refs_of(view, store::list_split_off(view.tx, ticket.id, splits_shown_most));
    std::erase_if(merges.split_off, [](const TicketRef& ref) { return !ref.subject; });
    if (merges.split_from && !merges.split_from->subject) merges.split_from.reset();
    return merges;
}

}  // namespace ogniwo::tickets
