#include <algorithm>
#include <map>

#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/clock.hpp"
#include "tickets/events.hpp"
#include "tickets/merge_rules.hpp"
#include "tickets/merge_service.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/merging.hpp"
#include "tickets/routing.hpp"
#include "tickets/split_store.hpp"
#include "tickets/state_store.hpp"
#include "tickets/store.hpp"
#include "tickets/time_store.hpp"
#include "tickets/timed.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

// A reversal goes with what it reverses, so that the sums of both tickets stay right.
std::vector<TimeEntryId> with_reversals(Tx& tx, const std::vector<TimeEntryId>& entries) {
    std::vector<TimeEntryId> all = entries;
    for (const TimeEntryId id : entries) {
        const auto shown = store::find_shown_time(tx, id);
        const auto entry =
            shown ? store::find_time(tx, shown->written_at, id) : std::optional<TimeEntry>();
        if (!entry) continue;
        if (entry->reverses) all.push_back(*entry->reverses);
        if (entry->reversed_by) all.push_back(*entry->reversed_by);
    }
    return each_once(std::move(all));
}

// What of a ticket is wished to be at another one: everything of it must be there, and be its own.
struct Part {
    std::vector<MessageId> messages{};
    std::vector<TimeEntryId> time{};
};
Result<Part> part_of(Tx& tx, const Ticket& ticket, const SplitTicket& wish) {
    const auto family = store::list_joined(tx, ticket.id);
    Part part{
        .messages = each_once(wish.messages),
        .time = with_reversals(tx, each_once(wish.time.value_or(std::vector<TimeEntryId>{})))};
    for (const MessageId message : part.messages) {
        TRY_DO(may_split_off(store::find_shown_message(tx, message), family));
    }
    for (const TimeEntryId entry : part.time) {
        const auto may = may_split_off(store::find_shown_time(tx, entry), family);
        if (may) continue;
        if (may.error().reason.name == split_message_unknown.name) return split_time_unknown;
        return may.error();
    }
    return part;
}

Result<std::optional<PersonId>> requester_of(Tx& tx,
                                             const Ticket& ticket,
                                             const SplitTicket& wish) {
    if (wish.requester) {
        if (!people::belongs_to(tx, *wish.requester, ticket.customer)) return requester_unknown;
        return wish.requester;
    }
    const auto first = store::find_message(tx, *std::ranges::min_element(wish.messages));
    const bool is_customers =
        first && first->author && people::belongs_to(tx, *first->author, ticket.customer);
    return is_customers ? first->author : ticket.requester;
}

// Of the same kind, waiting where the other one is.
Ticket open_beside(Work& work, const Ticket& ticket, Ticket fresh) {
    fresh.version = 1;
    fresh.customer = ticket.customer;
    fresh.site = ticket.site;
    fresh.type = ticket.type;
    fresh.category = ticket.category;
    fresh.impact = ticket.impact;
    fresh.urgency = ticket.urgency;
    fresh.priority = ticket.priority;
    fresh.tier = ticket.tier;
    fresh.queue = ticket.queue;
    fresh.created_at = moment_of(work);
    fresh.updated_at = moment_of(work);
    fresh.origin = work.origin;
    fresh.state = store::find_default_state(work.tx, TicketStatus::fresh);
    fresh.id = store::insert_ticket(work.tx, fresh);
    work.record(
        TicketCreated{
            .requester = fresh.requester,
            .impact = fresh.impact,
            .urgency = fresh.urgency,
            .tier = fresh.tier,
            .queue = fresh.queue,
            .kind = {.type = fresh.type, .category = fresh.category, .priority = fresh.priority},
            .site = fresh.site,
            .state = fresh.state},
        about(fresh),
        {{"subject", fresh.subject}});
    return fresh;
}

// What each ticket that was split off should show: nothing after it was put back.
std::map<TicketId, Part> splits_told(const std::vector<Event>& events) {
    std::map<TicketId, Part> told;
    for (const Event& event : events) {
        const auto what = read_event(event);
        if (!what) continue;
        if (const auto* split = std::get_if<TicketSplit>(&*what)) {
            told[split->ticket] = {.messages = split->messages, .time = split->time};
        } else if (const auto* undone = std::get_if<TicketSplitUndone>(&*what)) {
            told[undone->ticket] = {};
        }
    }
    return told;
}

template <class AnId>
std::string in_words(const std::vector<AnId>& ids) {
    std::string words;
    for (const AnId id : ids) words += (words.empty() ? "" : ", ") + std::to_string(id.value);
    return words;
}

}  // namespace

void compare_splits(Tx& tx,
                    TicketId ticket,
                    const std::vector<Event>& events,
                    std::vector<Difference>& found) {
    for (const auto& [split, told] : splits_told(events)) {
        const auto add = [&](std::string field, const auto& stored, const auto& replayed) {
            found.push_back({.ticket = ticket,
                             .field = std::move(field) + std::to_string(split.value),
                             .stored = in_words(stored),
                             .replayed = in_words(replayed)});
        };
        const auto messages = store::list_split_messages(tx, split);
        if (messages != told.messages) add("split ", messages, told.messages);
        // Corrections of what was split off are shown beside it.
        const auto time = store::list_split_time(tx, split);
        const bool is_there = std::ranges::includes(time, told.time);
        if (!is_there || time.empty() != told.time.empty()) add("split time ", time, told.time);
    }
}

Result<Ticket> split_ticket(Work& work, const SplitTicket& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    if (wish.messages.empty()) {
        return Error{.reason = invalid_fields, .fields = {{"/messages", "required"}}};
    }
    TRY(const Part part, part_of(work.tx, ticket, wish));
    Ticket fresh;
    TRY(fresh.subject, written(wish.subject, "/subject"));
    TRY(fresh.requester, requester_of(work.tx, ticket, wish));

    fresh = open_beside(work, ticket, std::move(fresh));
    for (const MessageId message : part.messages) {
        store::show_message_at(work.tx, message, fresh.id);
    }
    for (const TimeEntryId entry : part.time) store::show_time_at(work.tx, entry, fresh.id);
    ++fresh.version;
    fresh.split_from = ticket.id;
    save(work, fresh);
    work.record(TicketSplitOff{.from = ticket.id}, about(fresh));
    save(work, ticket);
    work.record(TicketSplit{.ticket = fresh.id, .messages = part.messages, .time = part.time},
                about(ticket));
    fresh.number = fresh.id.value;
    count_time(work, fresh);
    arrive(work, fresh);
    return with_names(work, std::move(fresh));
}

Result<Ticket> unsplit_ticket(Work& work, const UnsplitTicket& wish) {
    TRY(const Ticket seen, load_visible(work, wish.ticket));
    const TicketId from = seen.split_from.value_or(seen.id);
    TRY(auto pair, claim_pair(work, seen.id, from, MayBeMerged::no));
    auto& [ticket, source] = pair;
    TRY_DO(may_unsplit(ticket));

    const TicketId goes_on = store::find_goes_on(work.tx, source.id);
    const bool joins = joins_its_source(ticket.id, goes_on);
    if (joins) {
        const auto target = store::find_ticket(work.tx, {.everyone = true}, goes_on);
        people::claim_together(work.tx, ticket.customer, target->customer);
        TRY_DO(may_merge_here(work.tx, ticket, *target));
    }
    store::delete_split(work.tx, ticket.id);
    ticket.split_from.reset();
    if (joins) ticket.merged_into = source.id;
    store::update_ticket(work.tx, ticket);
    work.record(TicketUnsplit{.from = source.id, .merged = joins}, about(ticket));
    save(work, source);
    work.record(TicketSplitUndone{.ticket = ticket.id}, about(source));
    count_clocks(work, ticket.id);
    count_clocks(work, goes_on);
    has_room(work, ticket.assignee);
    return with_names(work, std::move(ticket));
}

}  // namespace ogniwo::tickets
