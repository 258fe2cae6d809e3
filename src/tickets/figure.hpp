#pragma once

// What counting clocks tells the figures of the desk. Private to the slice.

#include "sla/clock_types.hpp"
#include "storage/tx.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// What has become of the ticket by now. In the transaction of the event that changed it.
void keep_figure(Tx& tx, TicketId ticket, const sla::History& history);
// The same of one whose events were all written at once.
void keep_figure(Tx& tx, TicketId ticket);

}  // namespace ogniwo::tickets
