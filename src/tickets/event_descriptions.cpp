// What the events of a ticket look like, in the journal and to whoever follows it. A released form
// never changes: it gains optional fields, or a new schema number and an upcaster.

#include "base/describe.hpp"
#include "tickets/move_types.hpp"
#include "tickets/old_ticket_types.hpp"
#include "tickets/state_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {
namespace {

void add_kind(Fields& fields, Kind& kind) {
    fields("type", kind.type);
    fields("category", kind.category);
    fields("priority", kind.priority);
}

}  // namespace

void describe(Fields& fields, TicketCreated& event) {
    fields("requester", event.requester);
    fields("impact", event.impact);
    fields("urgency", event.urgency);
    fields("tier", event.tier);
    fields("queue", event.queue);
    fields("message", event.message);
    add_kind(fields, event.kind);
    fields("site", event.site);
    fields("fields", event.fields);
    fields("state", event.state);
}

void describe(Fields& fields, TicketReplied& event) {
    fields("message", event.message);
    fields("status", event.status);
    fields("waitingFor", event.waiting_for);
    fields("attachments", event.attachments);
    fields("state", event.state);
}

void describe(Fields& fields, TicketNoted& event) {
    fields("message", event.message);
    fields("attachments", event.attachments);
    fields("mentions", event.mentions);
}

void describe(Fields& fields, TicketFollowed& event) {
    fields("person", event.person);
}

void describe(Fields& fields, TicketUnfollowed& event) {
    fields("person", event.person);
}

void describe(Fields& fields, TicketAssigned& event) {
    fields("assignee", event.assignee);
    fields("status", event.status);
    fields("state", event.state);
}

void describe(Fields& fields, TicketRouted& event) {
    fields("assignee", event.assignee);
    fields("status", event.status);
    fields("why", event.why);
    fields("state", event.state);
}

void describe(Fields& fields, TicketStatusChanged& event) {
    fields("status", event.status);
    fields("waitingFor", event.waiting_for);
    fields("state", event.state);
}

void describe(Fields& fields, TicketStateChanged& event) {
    fields("state", event.state);
}

void describe(Fields& fields, TicketEscalated& event) {
    fields("fromTier", event.from_tier);
    fields("tier", event.tier);
    fields("fromQueue", event.from_queue);
    fields("queue", event.queue);
    fields("reason", event.reason);
    fields("status", event.status);
    fields("handover", event.handover);
    fields("voice", event.voice);
    fields("voiceTier", event.voice_tier);
    fields("state", event.state);
}

void describe(Fields& fields, TicketMoved& event) {
    fields("tier", event.tier);
    fields("fromQueue", event.from_queue);
    fields("queue", event.queue);
    fields("reason", event.reason);
}

void describe(Fields& fields, TicketHandedBack& event) {
    fields("fromTier", event.from_tier);
    fields("tier", event.tier);
    fields("fromQueue", event.from_queue);
    fields("queue", event.queue);
    fields("assignee", event.assignee);
    fields("passedOver", event.passed_over);
    fields("reason", event.reason);
    fields("status", event.status);
    fields("handover", event.handover);
    fields("gap", event.gap);
    fields("state", event.state);
}

void describe(Fields& fields, TicketTagged& event) {
    fields("tag", event.tag);
    fields("tags", event.tags);
}

void describe(Fields& fields, TicketUntagged& event) {
    fields("tag", event.tag);
    fields("tags", event.tags);
}

void describe(Fields& fields, TicketLinked& event) {
    fields("other", event.other);
    fields("kind", event.kind);
}

void describe(Fields& fields, TicketUnlinked& event) {
    fields("other", event.other);
    fields("kind", event.kind);
}

void describe(Fields& fields, TicketDueSet& event) {
    fields("dueAt", event.due_at);
    fields("dueOn", event.due_on);
}

void describe(Fields& fields, TicketDueTold& event) {
    fields("step", event.step);
}

void describe(Fields& fields, TicketSnoozed& event) {
    fields("until", event.until);
}

void describe(Fields& fields, TicketWoken& event) {
    fields("why", event.why);
}

void describe(Fields& fields, TicketSpamMarked& event) {
    fields("by", event.by);
}

void describe(Fields&, TicketSpamUnmarked&) {}

void describe(Fields&, TagSaved&) {}

void describe(Fields& fields, TagMerged& event) {
    fields("into", event.into);
}

void describe(Fields& fields, TicketLeadInformed& event) {
    fields("told", event.told);
}

void describe(Fields& fields, TicketHandoverScored& event) {
    fields("handover", event.handover);
    fields("side", event.side);
    fields("score", event.score);
}

void describe(Fields& fields, TicketTimeBooked& event) {
    fields("entry", event.entry);
    fields("person", event.person);
    fields("workType", event.work_type);
    fields("workedOn", event.worked_on);
    fields("minutes", event.minutes);
    fields("billable", event.billable);
    fields("byStopwatch", event.by_stopwatch);
    fields("replaces", event.replaces);
}

void describe(Fields& fields, TicketTimeReversed& event) {
    fields("entry", event.entry);
    fields("reverses", event.reverses);
    fields("person", event.person);
    fields("workType", event.work_type);
    fields("workedOn", event.worked_on);
    fields("minutes", event.minutes);
    fields("billable", event.billable);
}

void describe(Fields& fields, WorkTypeSaved& event) {
    fields("workType", event.work_type);
    fields("billable", event.billable);
    fields("retired", event.retired);
}

void describe(Fields& fields, FieldState& state) {
    fields("number", state.number);
    fields("words", state.words);
    fields("text", state.text);
}

void describe(Fields& fields, FieldChange& change) {
    fields("field", change.field);
    fields("from", change.from);
    fields("to", change.to);
}

void describe(Fields& fields, TicketFieldsChanged& event) {
    fields("changes", event.changes);
}

void describe(Fields& fields, TicketResolved& event) {
    fields("message", event.message);
    fields("askedToRate", event.asked_to_rate);
    fields("state", event.state);
}

void describe(Fields& fields, TicketReopened& event) {
    fields("status", event.status);
    fields("state", event.state);
}

void describe(Fields& fields, TicketEdited& event) {
    fields("impact", event.impact);
    fields("urgency", event.urgency);
    add_kind(fields, event.kind);
}

void describe(Fields& fields, TicketHistoryImported& event) {
    fields("row", event.row);
    fields("status", event.status);
    fields("waitingFor", event.waiting_for);
    fields("tier", event.tier);
    fields("queue", event.queue);
    fields("assignee", event.assignee);
    fields("impact", event.impact);
    fields("product", event.product);
    fields("state", event.state);
}

void describe(Fields& fields, TicketBroughtIn& event) {
    fields("requester", event.requester);
    fields("status", event.status);
    fields("waitingFor", event.waiting_for);
    fields("impact", event.impact);
    fields("urgency", event.urgency);
    fields("tier", event.tier);
    fields("queue", event.queue);
    fields("assignee", event.assignee);
    fields("resolvedAt", event.resolved_at);
    fields("closedAt", event.closed_at);
    fields("message", event.message);
    add_kind(fields, event.kind);
    fields("state", event.state);
}

}  // namespace ogniwo::tickets
