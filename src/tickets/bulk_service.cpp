#include "tickets/bulk_service.hpp"

#include <algorithm>

#include "base/describe.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "storage/attempt.hpp"
#include "storage/journal.hpp"
#include "tickets/access.hpp"
#include "tickets/bulk_field.hpp"
#include "tickets/bulk_rules.hpp"
#include "tickets/bulk_store.hpp"
#include "tickets/macro_bulk.hpp"
#include "tickets/macro_use_service.hpp"
#include "tickets/mark_rules.hpp"
#include "tickets/mark_service.hpp"
#include "tickets/service.hpp"
#include "tickets/state_store.hpp"
#include "tickets/states.hpp"
#include "tickets/store.hpp"
#include "tickets/tag_service.hpp"
#include "tickets/verbs.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int shown_bulks = 20;

// As a preview and a list of field errors name it.
std::string reason_of(const Error& error) {
    return std::string(error.fields.empty() ? error.reason.name : error.fields.front().reason);
}

Outcome move_one(Work& work, const Ticket& ticket, const BulkChange& change) {
    if (*change.tier > ticket.tier) {
        return done(escalate_ticket(work,
                                    {.ticket = ticket.id,
                                     .tier = *change.tier,
                                     .queue = change.queue,
                                     .reason = *change.reason,
                                     .note = *change.text}));
    }
    if (*change.tier == ticket.tier && change.queue) {
        return done(move_queue(work,
                               {.ticket = ticket.id,
                                .queue = *change.queue,
                                .reason = change.reason,
                                .note = change.text}));
    }
    return done(hand_back_ticket(work,
                                 {.ticket = ticket.id,
                                  .tier = change.tier,
                                  .queue = change.queue,
                                  .reason = *change.reason,
                                  .note = *change.text}));
}

Outcome change_one(Work& work, const Ticket& ticket, const BulkChange& change, FieldStep& step) {
    switch (change.verb) {
        case BulkVerb::assign:
            return done(assign_ticket(work, {.ticket = ticket.id, .assignee = change.assignee}));
        case BulkVerb::status:
            return done(
                set_ticket_status(work,
                                  {.ticket = ticket.id,
                                   .status = *change.status,
                                   .waiting_for = change.waiting_for,
                                   .waiting_note = change.waiting_for ? change.text : std::nullopt,
                                   .state = change.state}));
        case BulkVerb::move:
            return move_one(work, ticket, change);
        case BulkVerb::weigh:
            return done(edit_ticket(work,
                                    {.ticket = ticket.id,
                                     .version = ticket.version,
                                     .impact = change.impact,
                                     .urgency = change.urgency}));
        case BulkVerb::resolve:
            return done(resolve_ticket(work, {.ticket = ticket.id, .text = *change.text}));
        case BulkVerb::follow:
            return done(follow_ticket(work, {.ticket = ticket.id, .person = change.person}));
        case BulkVerb::tag:
            return done(add_ticket_tag(work, {.ticket = ticket.id, .name = *change.tag}));
        case BulkVerb::untag:
            return done(remove_ticket_tag(work, ticket.id, *change.tag));
        case BulkVerb::spam:
            return done(mark_spam(work, {.ticket = ticket.id}));
        case BulkVerb::macro:
            return done(apply_macro(work,
                                    {.ticket = ticket.id,
                                     .macro = *change.macro,
                                     .macro_version = change.macro_version}));
        case BulkVerb::field:
            return set_bulk_field(work, ticket.id, *change.field, step);
    }
    return Nothing{};
}

BulkItem item_of(const Ticket& ticket) {
    return {.ticket = ticket.id, .subject = ticket.subject, .before = ticket};
}

// `act` in an attempt of its own: a ticket that refuses is as it was.
template <class Act>
BulkItem try_one(Work& work, const Ticket& ticket, Act act) {
    BulkItem item = item_of(ticket);
    Attempt attempt(work.tx);
    const Outcome outcome = act();
    if (!outcome) {
        item.outcome = BulkOutcome::refused;
        item.reason = reason_of(outcome.error());
        return item;
    }
    // What the actor has just moved out of their own sight, they still moved.
    item.after = store::find_ticket(work.tx, {.everyone = true}, ticket.id);
    attempt.keep();
    return item;
}

// What becomes of a ticket, and what stood there of that which is not the ticket's own.
struct Change {
    BulkItem item{};
    BulkState before{};
};

Change change_item(Work& work, const Ticket& ticket, const BulkChange& change) {
    BulkState before = state_of(ticket);
    if (change.macro) before.marks = marks_of(work.tx, ticket);
    if (is_so_already(ticket, change)) {
        BulkItem item = item_of(ticket);
        item.outcome = BulkOutcome::unchanged;
        return {std::move(item), before};
    }
    FieldStep step;
    BulkItem item = try_one(work, ticket, [&] { return change_one(work, ticket, change, step); });
    item.field_before = std::move(step.before);
    if (item.after) item.field_after = std::move(step.after);
    before.field = std::move(step.was);
    const bool is_same = item.after && item.after->version == ticket.version;
    const bool is_so = is_same || item.reason == already_following.name ||
                       item.reason == tagged_already.name ||
                       item.reason == macro_changes_nothing.name ||
                       (change.verb == BulkVerb::untag && item.reason == missing.name);
    if (is_so) {
        item.outcome = BulkOutcome::unchanged;
        item.reason.reset();
        item.after.reset();
    }
    return {std::move(item), std::move(before)};
}

// Each once, in the order of the wish. One that may not be seen is told by its place.
Result<std::vector<Ticket>> load_all(const View& view, const std::vector<TicketId>& ids) {
    std::vector<Ticket> tickets;
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (std::ranges::find(tickets, ids[i], &Ticket::id) != tickets.end()) continue;
        auto ticket = load_visible(view, ids[i]);
        if (ticket) {
            tickets.push_back(std::move(*ticket));
        } else {
            errors.push_back({"/tickets/" + std::to_string(i), missing.name, {}});
        }
    }
    if (errors.empty()) return tickets;
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

BulkChange tidied(BulkChange change) {
    if (change.text) change.text = std::string(trim(*change.text));
    return change;
}

// A word that is none, or a value that no ticket takes, is wrong once, not once for each ticket.
Outcome check(const View& view, const BulkChange& change) {
    TRY_DO(check_change(change));
    if (change.tag) TRY_DO(tidy_tag(*change.tag, "/change/tag"));
    if (change.field) TRY_DO(check_bulk_field(view, *change.field));
    return Nothing{};
}

void add_names(const View& view, BulkAnswer& answer) {
    std::vector<Ticket> tickets;
    for (BulkItem& item : answer.items) {
        for (auto* one : {&item.before, &item.after}) {
            if (*one) tickets.push_back(std::move(**one));
        }
    }
    add_names(view, tickets);
    auto named = tickets.begin();
    for (BulkItem& item : answer.items) {
        for (auto* one : {&item.before, &item.after}) {
            if (*one) *one = std::move(*named++);
        }
    }
}

BulkAnswer answer_of(const View& view, std::vector<BulkItem> items) {
    BulkAnswer answer{.items = std::move(items)};
    for (const BulkItem& item : answer.items) {
        if (item.outcome == BulkOutcome::changed) ++answer.changed;
        if (item.outcome == BulkOutcome::unchanged) ++answer.unchanged;
        if (item.outcome == BulkOutcome::refused) ++answer.refused;
    }
    add_names(view, answer);
    return answer;
}

About about_bulk(BulkId bulk, std::int64_t version) {
    return {.kind = "bulk", .id = bulk.value, .version = version};
}

// A new one, or the one that was begun, if it is the same change.
struct Begun {
    BulkId bulk{};
    std::int64_t version = 1;
};
Result<Begun> begin(Work& work, const std::optional<BulkId>& known, BulkChange change) {
    change.text.reset();  // Personal text stays with the tickets.
    if (change.field) {
        change.field->text.reset();
        change.field->person_name.reset();
    }
    if (!known) {
        return Begun{store::insert_bulk(work.tx, work.actor.person, work.now, change), 1};
    }
    const auto bulk = store::claim_bulk(work.tx, work.actor.person, *known);
    if (!bulk) return missing;
    if (to_json(bulk->change) != to_json(change)) return bulk_of_another_change;
    if (bulk->undone_at) return undo_done;
    return Begun{bulk->id, bulk->version};
}

// The events that follow are caused by this one.
void cause_by(Work& work, EventId event) {
    work.cause = event;
    ++work.depth;
}

// --- The way back

// A reason that the structure allows for the move; why it was made is in the note.
std::string any_reason(Tx& tx, int from, int to) {
    const auto reasons = tiers::reasons_for_move(tx, from, to);
    const bool has_other = std::ranges::find(reasons, "other") != reasons.end();
    return has_other || reasons.empty() ? "other" : reasons.front();
}

Outcome move_back(Work& work, Ticket& ticket, const BulkState& before, const std::string& note) {
    if (before.tier == ticket.tier) {
        std::optional<std::string> why;
        const auto reasons = tiers::reasons_for_move(work.tx, ticket.tier, ticket.tier);
        if (!reasons.empty()) why = any_reason(work.tx, ticket.tier, ticket.tier);
        TRY(ticket,
            move_queue(work,
                       {.ticket = ticket.id, .queue = before.queue, .reason = why, .note = note}));
        return Nothing{};
    }
    const std::string reason = any_reason(work.tx, ticket.tier, before.tier);
    if (before.tier > ticket.tier) {
        TRY(ticket,
            escalate_ticket(work,
                            {.ticket = ticket.id,
                             .tier = before.tier,
                             .queue = before.queue,
                             .reason = reason,
                             .note = note}));
        return Nothing{};
    }
    // Without a queue it goes to where it came from, with its assignee.
    TRY(ticket,
        hand_back_ticket(
            work, {.ticket = ticket.id, .tier = before.tier, .reason = reason, .note = note}));
    if (ticket.queue != before.queue) return queue_not_of_tier;
    return Nothing{};
}

// What it waited for is not kept with the bulk change: it is the last that was said of it.
struct WaitingNote {
    std::optional<std::string> text{};
    std::optional<PersonId> by{};
};
WaitingNote last_waiting_note(Tx& tx, TicketId ticket) {
    WaitingNote last;
    EventId event;
    for (auto& said : journal::texts_of_subject(tx, "ticket", ticket.value)) {
        if (said.field != "waitingNote") continue;
        last.text = std::move(said.text);
        event = said.event;
    }
    if (!last.text) return {};
    for (const Event& one : journal::of_subject(tx, "ticket", ticket.value)) {
        if (one.id() == event) last.by = one.actor;
    }
    return last;
}

// Nobody puts a ticket into a status that was retired meanwhile.
Outcome may_come_back(Tx& tx, const std::optional<StateId>& state) {
    if (!state) return Nothing{};
    const auto states = store::list_states(tx);
    const auto* known = find_state(states, state);
    if (known == nullptr || known->retired_at) return state_retired;
    return Nothing{};
}

Outcome put_back_standing(Work& work, Ticket& ticket, const BulkState& before) {
    TRY(ticket, claim(work, ticket.id, work_on));
    const Standing was = standing_of(ticket);
    TRY(const Standing planned,
        plan_putting_back(
            was,
            {.status = before.status, .waiting_for = before.waiting_for, .state = before.state}));
    TRY_DO(may_come_back(work.tx, before.state));
    stand(ticket, planned, moment_of(work));
    if (ticket.status == TicketStatus::waiting) {
        const WaitingNote last = last_waiting_note(work.tx, ticket.id);
        ticket.waiting_note = last.text;
        ticket.waiting_noted_by = last.by;
    }
    save(work, ticket);
    record_standing(work, ticket, was);
    return Nothing{};
}

// Verb by verb, what differs; the place first, since a move changes the rest.
Outcome put_back(Work& work, Ticket ticket, const BulkState& before, const std::string& note) {
    const bool is_elsewhere = ticket.tier != before.tier || ticket.queue != before.queue;
    if (is_elsewhere) TRY_DO(move_back(work, ticket, before, note));
    if (ticket.assignee != before.assignee) {
        TRY(ticket, assign_ticket(work, {.ticket = ticket.id, .assignee = before.assignee}));
    }
    if (ticket.status != before.status || ticket.waiting_for != before.waiting_for ||
        ticket.state != before.state) {
        TRY_DO(put_back_standing(work, ticket, before));
    }
    if (ticket.impact != before.impact || ticket.urgency != before.urgency) {
        TRY(ticket,
            edit_ticket(work,
                        {.ticket = ticket.id,
                         .version = ticket.version,
                         .impact = before.impact,
                         .urgency = before.urgency}));
    }
    if (before.marks) return put_back_marks(work, ticket.id, *before.marks);
    return Nothing{};
}

Outcome undo_one(Work& work,
                 const Ticket& ticket,
                 const store::BulkTicket& done_before,
                 const std::pair<const BulkChange&, const std::string&>& what) {
    if (done_before.told) return undo_told;
    if (ticket.version != done_before.version) return undo_changed_since;
    if (what.first.verb == BulkVerb::follow) {
        const PersonId person = what.first.person.value_or(work.actor.person);
        return done(unfollow_ticket(work, {.ticket = ticket.id, .person = person}));
    }
    if (what.first.verb == BulkVerb::tag) {
        return done(remove_ticket_tag(work, ticket.id, *what.first.tag));
    }
    if (what.first.verb == BulkVerb::untag) {
        return done(add_ticket_tag(work, {.ticket = ticket.id, .name = *what.first.tag}));
    }
    if (what.first.verb == BulkVerb::field) {
        return put_field_back(work, ticket.id, what.first.field->field, done_before.before.field);
    }
    if (what.first.verb == BulkVerb::spam) return done(unmark_spam(work, {.ticket = ticket.id}));
    return put_back(work, ticket, done_before.before, what.second);
}

BulkItem undo_item(Work& work,
                   const store::Bulk& bulk,
                   const store::BulkTicket& was,
                   const std::string& note) {
    const auto ticket = load_visible(work, was.ticket);
    BulkItem item{.ticket = was.ticket, .outcome = BulkOutcome::refused};
    if (ticket) {
        item = try_one(work, *ticket, [&] {
            return undo_one(work, *ticket, was, {bulk.change, note});
        });
    } else {
        item.reason = reason_of(ticket.error());
    }
    store::note_ticket_undone(work.tx, bulk.id, was.ticket, item.reason.value_or("undone"));
    return item;
}

}  // namespace

Result<BulkAnswer> preview_bulk(Work& work, const BulkWish& wish) {
    const BulkChange change = tidied(wish.change);
    TRY_DO(check(work, change));
    TRY(const MacroEffects macro, effects_of(work, change));
    TRY(const auto tickets, load_all(work, wish.tickets));
    const Attempt whole(work.tx);  // Never kept.
    std::vector<BulkItem> items;
    for (const Ticket& ticket : tickets) {
        items.push_back(change_item(work, ticket, change).item);
    }
    BulkAnswer answer = answer_of(work, std::move(items));
    answer.undo = undo_reach(change, macro);
    return answer;
}

Result<BulkAnswer> change_in_bulk(Work& work, const BulkWish& wish) {
    const BulkChange change = tidied(wish.change);
    TRY_DO(check(work, change));
    TRY(const MacroEffects macro, effects_of(work, change));
    const UndoReach reach = undo_reach(change, macro);
    TRY(const Begun begun, begin(work, wish.bulk, change));
    TRY(const auto tickets, load_all(work, wish.tickets));
    cause_by(work,
             work.record(BulkChanged{.verb = change.verb,
                                     .tickets = static_cast<std::int64_t>(tickets.size())},
                         about_bulk(begun.bulk, begun.version)));
    std::vector<BulkItem> items;
    for (const Ticket& ticket : tickets) {
        // Asked for twice in parts of one change: the second time it is as it shall be.
        if (wish.bulk && store::is_in_bulk(work.tx, begun.bulk, ticket.id)) {
            items.push_back(item_of(ticket));
            items.back().outcome = BulkOutcome::unchanged;
            continue;
        }
        auto [item, before] = change_item(work, ticket, change);
        items.push_back(std::move(item));
        if (items.back().outcome != BulkOutcome::changed) continue;
        store::insert_bulk_ticket(work.tx,
                                  begun.bulk,
                                  {.ticket = ticket.id,
                                   .version = items.back().after->version,
                                   .told = reach == UndoReach::nothing,
                                   .before = std::move(before)});
    }
    BulkAnswer answer = answer_of(work, std::move(items));
    answer.bulk = begun.bulk;
    answer.undo = reach;
    store::note_changed(work.tx, begun.bulk, answer.changed);
    return answer;
}

Result<BulkAnswer> undo_bulk(Work& work, const UndoBulk& wish) {
    const auto bulk = store::claim_bulk(work.tx, work.actor.person, wish.bulk);
    if (!bulk) return missing;
    TRY(const std::string note, written(wish.note, "/note"));
    auto left = store::list_bulk_tickets(work.tx, bulk->id, static_cast<int>(bulk_most) + 1);
    TRY_DO(may_undo(bulk->at, work.now, !left.empty()));
    const bool more = left.size() > static_cast<std::size_t>(bulk_most);
    if (more) left.pop_back();

    cause_by(work,
             work.record(BulkUndone{.tickets = static_cast<std::int64_t>(left.size())},
                         about_bulk(bulk->id, bulk->version)));
    std::vector<BulkItem> items;
    for (const store::BulkTicket& was : left) items.push_back(undo_item(work, *bulk, was, note));
    store::note_undone(work.tx, bulk->id, work.now);
    BulkAnswer answer = answer_of(work, std::move(items));
    answer.bulk = bulk->id;
    answer.more = more;
    return answer;
}

Result<BulkList> list_bulks(const View& view, const Nothing&) {
    BulkList list;
    for (store::Bulk& bulk : store::list_bulks(view.tx, view.actor.person, shown_bulks)) {
        const bool is_left = bulk.changed > 0 && !bulk.undone_at;
        list.items.push_back({.bulk = bulk.id,
                              .at = bulk.at,
                              .change = std::move(bulk.change),
                              .changed = bulk.changed,
                              .undone_at = bulk.undone_at,
                              .may_undo = static_cast<bool>(may_undo(bulk.at, view.now, is_left))});
    }
    return list;
}

}  // namespace ogniwo::tickets
