#pragma once

// Links between tickets, as both of them see them.
//
// Whoever works on both tickets links them; each gets an event of its own. What a reader may not
// see is neither shown to them nor counted. Order of refusals: the ticket, the other one, then the
// rules (mark_rules.hpp) for either end.

#include "storage/work.hpp"
#include "tickets/link_types.hpp"

namespace ogniwo::tickets {

Result<TicketLinks> list_links(const View& view, const ListLinks& wish);
Result<TicketLinks> link_ticket(Work& work, const LinkTicket& wish);
Result<TicketLinks> unlink_ticket(Work& work, const UnlinkTicket& wish);

}  // namespace ogniwo::tickets
