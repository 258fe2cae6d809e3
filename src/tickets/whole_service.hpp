#pragma once

// Whole histories, written at once: the rules are asked step by step in memory, then every row is
// written once and every step becomes its event. So a year of tickets is a matter of seconds, and
// the journal still adds up to the rows.

#include "storage/work.hpp"
#include "tickets/whole_types.hpp"

namespace ogniwo::tickets {

struct WrittenTicket {
    TicketId ticket{};
    int messages = 0;
    int events = 0;
};

// Refuses with the reason of the first step that the rules do not allow. Customers, persons and
// queues are not looked up: the caller has made all of them in this installation, and names the
// queue of every escalation. Handing back goes to where the ticket came from. Origin is the Work's.
Result<WrittenTicket> write_whole_ticket(Work& work, const WholeTicket& ticket);

}  // namespace ogniwo::tickets
