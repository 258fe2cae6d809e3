#pragma once

// Asking the customer whether something may be done, and their answer.

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

Result<ApprovalOfTicket> read_approval(const View& view, const OfApproval& wish);
// By us. Order: closed or resolved; asked already and not decided.
Result<ApprovalOfTicket> ask_approval(Work& work, const AskApproval& wish);
// By whoever may approve for the customer, or by us with a note of who said so. Order: nothing to
// decide; may_not_approve; a note is missing.
Result<ApprovalOfTicket> decide_approval(Work& work, const DecideApproval& wish);

// A new ticket of a template that needs it, with an event of its own. Whoever may approve
// themselves need not ask.
void begin_approval(Work& work, Ticket& ticket, const std::string& note);

}  // namespace ogniwo::tickets
