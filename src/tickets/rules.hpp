#pragma once

// What may become of a ticket, as pure functions: priorities, moves between states and tiers.
//
// Every plan checks in the order written above it, the most permanent obstacle first, so that the
// person is told what will still be true tomorrow.

#include <optional>

#include "tickets/types.hpp"

namespace ogniwo::tickets {

// Impact x urgency:         low       medium    high
//                 low       low       low       normal
//                 medium    low       normal    high
//                 high      normal    high      critical
//                 major     high      critical  critical
// Until somebody says otherwise.
const PriorityMatrix& usual_priorities();

Priority priority_of(const PriorityMatrix& matrix, Impact impact, Urgency urgency);

bool is_open(TicketStatus status);  // Neither resolved nor closed.
// Open, and neither spam nor going on elsewhere: what lists of open tickets hold.
bool stands_open(const Ticket& ticket);

// A status and, when it is `waiting`, for whom and for what.
struct Standing {
    TicketStatus status = TicketStatus::fresh;
    std::optional<WaitingFor> waiting_for{};
    std::optional<std::string> waiting_note{};
    std::optional<StateId> state{};  // Those of our own have rules beside these: state_rules.hpp.

    friend bool operator==(const Standing&, const Standing&) = default;
};

enum class By { customer, staff };

// Whether any verb of ours leads from the one to the other. The same: between statuses of our own.
bool groups_allow(TicketStatus from, TicketStatus to);

// new -> open, waiting;  open -> waiting;  waiting -> open, waiting for somebody else;
// resolved -> closed; and from one status of our own to another of the same group. Resolving and
// reopening are verbs of their own.
// Order: closed; waiting without for whom or for what, or either without waiting; unchanged; not
// allowed. What waits without a note since it was brought in may go on so within its group.
Result<Standing> plan_status(const Standing& now, const Standing& wish);

// What a reply does to the status. The customer's ends the waiting for the customer and reopens
// what was resolved; ours opens what was new. Refused when closed.
Result<Standing> plan_reply(const Standing& now, By by);

// Who takes a new ticket opens it. Refused when closed.
Result<Standing> plan_taking(const Standing& now);

// Order: closed, resolved, not a higher tier. The ticket is open afterwards.
Result<Standing> plan_escalation(const Standing& now, int from_tier, int to_tier);
// Order: closed, resolved, not a lower tier. The ticket is open afterwards.
Result<Standing> plan_hand_back(const Standing& now, int from_tier, int to_tier);

// Order: closed, resolved, the same queue. What it stands as stays.
Outcome may_move_queue(const Standing& now, QueueId from, QueueId to);

// Order: closed, resolved already.
Result<Standing> plan_resolution(const Standing& now);

// Order: closed (for customers; we may reopen also those), not resolved at all.
Result<Standing> plan_reopening(const Standing& now, By by);

// The customer may end whatever is not ended yet, ours only what is resolved.
// Order: closed; not resolved (ours).
Result<Standing> plan_closing(const Standing& now, By by);

// Puts the ticket into that standing, with the moments that follow from it. The first moment of
// being resolved or closed stays until the ticket is open again, and what a ticket waits for until
// something else is said or the waiting is over. Once it is done nobody talks for others any more.
void stand(Ticket& ticket, const Standing& standing, Time at);

// Anything else that changes a ticket. Refused when closed.
Outcome may_change(TicketStatus now);

}  // namespace ogniwo::tickets
