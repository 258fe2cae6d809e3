// What the events of a ticket look like, in the journal and to whoever follows it. A released form
// never changes: it gains optional fields, or a new schema number and an upcaster.

#include "base/describe.hpp"
#include "tickets/old_ticket_types.hpp"
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
}

void describe(Fields& fields, TicketReplied& event) {
    fields("message", event.message);
    fields("status", event.status);
    fields("waitingFor", event.waiting_for);
    fields("attachments", event.attachments);
}

void describe(Fields& fields, TicketNoted& event) {
    fields("message", event.message);
    fields("attachments", event.attachments);
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
}

void describe(Fields& fields, TicketRouted& event) {
    fields("assignee", event.assignee);
    fields("status", event.status);
    fields("why", event.why);
}

void describe(Fields& fields, TicketStatusChanged& event) {
    fields("status", event.status);
    fields("waitingFor", event.waiting_for);
}

void describe(Fields& fields, TicketEscalated& event) {
    fields("fromTier", event.from_tier);
    fields("tier", event.tier);
    fields("fromQueue", event.from_queue);
    fields("queue", event.queue);
    fields("reason", event.reason);
    fields("status", event.status);
    fields("handover", event.handover);
}

void describe(Fields& fields, TicketHandedBack& event) {
    fields("fromTier", event.from_tier);
    fields("tier", event.tier);
    fields("fromQueue", event.from_queue);
    fields("queue", event.queue);
    fields("assignee", event.assignee);
    fields("reason", event.reason);
    fields("status", event.status);
    fields("handover", event.handover);
    fields("gap", event.gap);
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

void describe(Fields& fields, TicketResolved& event) {
    fields("message", event.message);
}

void describe(Fields& fields, TicketReopened& event) {
    fields("status", event.status);
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
}

}  // namespace ogniwo::tickets
