#pragma once

// The only place that names the table ticket_approval.

#include <optional>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

std::optional<TicketApproval> find_approval(Tx& tx, TicketId ticket);
// In the place of the one before it, where there was one.
void save_approval(Tx& tx, TicketId ticket, const TicketApproval& approval);
void erase_approvals_of(Tx& tx, PersonId author);

}  // namespace ogniwo::tickets::store
