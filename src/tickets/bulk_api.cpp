#include "tickets/bulk_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/bulk_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::int64_t reason_most = 40;
constexpr std::int64_t text_most = 20'000;

BulkWish sample() {
    return {.tickets = {TicketId{1}}, .change = {.verb = BulkVerb::weigh, .impact = Impact::high}};
}

}  // namespace

void describe(Fields& fields, BulkChange& change) {
    fields("verb", change.verb);
    fields("assignee", change.assignee).about("With assign; without it to nobody.");
    fields("status", change.status).about("With status.");
    fields("state", change.state).about("With status: one of our own of that group; null: none.");
    fields("waitingFor", change.waiting_for).about("With the status waiting.");
    fields("tier", change.tier)
        .within(1, tiers::highest_possible_tier)
        .about("With move; each ticket goes up, down or to another queue there, as allowed.");
    fields("queue", change.queue);
    fields("reason", change.reason).within(1, reason_most).about("With move.");
    fields("text", change.text)
        .within(1, text_most)
        .multiline()
        .about("With move the internal note; with resolve what customers read.");
    fields("impact", change.impact).about("With weigh.");
    fields("urgency", change.urgency);
    fields("person", change.person).about("With follow; without it whoever asks.");
    fields("tag", change.tag).within(1, tag_letters_most).about("With tag and untag: the word.");
    fields("macro", change.macro).about("With macro: whose effects each ticket gets.");
    fields("macroVersion", change.macro_version)
        .within(1, 1'000'000'000)
        .about("As it was tried: refused where it has changed since.");
    fields("field", change.field).about("With field; without a value it is emptied.");
}

void describe(Fields& fields, BulkWish& wish) {
    fields("tickets", wish.tickets).within(1, bulk_most);
    fields("change", wish.change);
    fields("bulk", wish.bulk).about("Goes on with one that was too long for one request.");
}

void describe(Fields& fields, BulkMarks& marks) {
    fields("type", marks.type);
    fields("category", marks.category);
    fields("tags", marks.tags);
    fields("dueAt", marks.due_at);
    fields("dueOn", marks.due_on);
    fields("snoozedUntil", marks.snoozed_until);
    fields("steps", marks.steps);
}

void describe(Fields& fields, BulkState& state) {
    fields("status", state.status);
    fields("waitingFor", state.waiting_for);
    fields("tier", state.tier);
    fields("queue", state.queue);
    fields("assignee", state.assignee);
    fields("impact", state.impact);
    fields("urgency", state.urgency);
    fields("marks", state.marks);
    fields("field", state.field);
    fields("state", state.state);
}

void describe(Fields& fields, BulkItem& item) {
    fields("ticket", item.ticket);
    fields("subject", item.subject);
    fields("outcome", item.outcome);
    fields("reason", item.reason).about("Why it was refused.");
    fields("before", item.before);
    fields("after", item.after).about("Where it changed.");
    fields("fieldBefore", item.field_before).about("With field: what stands there.");
    fields("fieldAfter", item.field_after);
}

void describe(Fields& fields, BulkAnswer& answer) {
    fields("bulk", answer.bulk).about("Its number; a preview has none.");
    fields("items", answer.items);
    fields("changed", answer.changed);
    fields("unchanged", answer.unchanged);
    fields("refused", answer.refused);
    fields("more", answer.more).about("There is more to undo: ask again.");
    fields("undo", answer.undo).about("How far the change can be taken back.");
}

void describe(Fields& fields, UndoBulk& wish) {
    fields("bulk", wish.bulk);
    fields("note", wish.note)
        .within(1, text_most)
        .multiline()
        .about("Internal, for tickets that move back.");
}

void describe(Fields& fields, BulkSummary& summary) {
    fields("bulk", summary.bulk);
    fields("at", summary.at);
    fields("change", summary.change).about("Without its text.");
    fields("changed", summary.changed);
    fields("undoneAt", summary.undone_at);
    fields("mayUndo", summary.may_undo);
}

void describe(Fields& fields, BulkList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, BulkChanged& event) {
    fields("verb", event.verb);
    fields("tickets", event.tickets);
}

void describe(Fields& fields, BulkUndone& event) {
    fields("tickets", event.tickets);
}

void mount_bulks(Operations& operations) {
    operations
        .post<BulkWish, BulkAnswer>(
            "tickets.preview_bulk", "/bulk-changes/preview", work_on, preview_bulk, sample())
        .about("What a change would do to each of these tickets; nothing is changed.");
    operations
        .post<BulkWish, BulkAnswer>(
            "tickets.change_in_bulk", "/bulk-changes", work_on, change_in_bulk, sample())
        .about("One change of up to 100 tickets; what refuses it stays as it was.");
    operations
        .post<UndoBulk, BulkAnswer>("tickets.undo_bulk",
                                    "/bulk-changes/{bulk}/undo",
                                    work_on,
                                    undo_bulk,
                                    {.bulk = {1}, .note = "Wybrano nie te zgłoszenia."})
        .about("Within a day: brings back every ticket that nobody has touched since.");
    operations
        .get<Nothing, BulkList>("tickets.list_bulks", "/bulk-changes", work_on, list_bulks, {})
        .about("The reader's last bulk changes, the newest first.");
}

}  // namespace ogniwo::tickets
