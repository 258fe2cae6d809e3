#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tickets/approval_service.hpp"
#include "tickets/template_api.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, OfApproval& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, TicketApproval& approval) {
    fields("askedAt", approval.asked_at);
    fields("askedBy", approval.asked_by);
    fields("askedByName", approval.asked_by_name);
    fields("decidedAt", approval.decided_at);
    fields("decidedBy", approval.decided_by);
    fields("decidedByName", approval.decided_by_name);
    fields("isApproved", approval.is_approved);
    fields("note", approval.note);
}

void describe(Fields& fields, ApprovalOfTicket& approval) {
    fields("approval", approval.approval);
    fields("mayDecide", approval.may_decide).about("Whether the reader may, now.");
    fields("approvers", approval.approvers).about("Who could, by name; for our own people.");
}

void describe(Fields& fields, AskApproval& wish) {
    fields("ticket", wish.ticket);
    fields("note", wish.note)
        .at_most(static_cast<std::int64_t>(waiting_note_most))
        .about("What is to be approved, as the customer reads it.");
}

void describe(Fields& fields, DecideApproval& wish) {
    fields("ticket", wish.ticket);
    fields("isApproved", wish.is_approved);
    fields("note", wish.note)
        .at_most(approval_note_most)
        .multiline()
        .about("Needed to refuse, and where our people write down whose word it was.");
}

void describe(Fields& fields, TicketApprovalAsked& event) {
    fields("state", event.state);
}

void describe(Fields& fields, TicketApprovalDecided& event) {
    fields("isApproved", event.is_approved);
    fields("state", event.state);
}

void mount_approvals(Operations& operations) {
    people::allow(approve, {people::Role::customer_approver, people::Role::customer_administrator});
    operations
        .get<OfApproval, ApprovalOfTicket>("tickets.read_approval",
                                           "/tickets/{ticket}/approval",
                                           see_own,
                                           read_approval,
                                           {.ticket = {1}})
        .about("Whether the customer was asked if it may be done, and what they said.");
    operations
        .post<AskApproval, ApprovalOfTicket>(
            "tickets.ask_approval",
            "/tickets/{ticket}/approval",
            work_on,
            ask_approval,
            {.ticket = {1}, .note = "Nowy komputer dla księgowości"})
        .about("Asks the customer; the ticket waits for their answer.");
    operations
        .post<DecideApproval, ApprovalOfTicket>("tickets.decide_approval",
                                                "/tickets/{ticket}/approval/decision",
                                                see_own,
                                                decide_approval,
                                                {.ticket = {1}, .is_approved = true})
        .about("The customer's answer. What is refused is closed.");
}

}  // namespace ogniwo::tickets
