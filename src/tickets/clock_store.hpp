#pragma once

// What counting clocks asks of tickets, and the copy of it that their lists are ordered by.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

// No new version of the ticket.
void update_promised_until(Tx& tx, TicketId ticket, std::optional<Time> until);
std::optional<Time> find_promised_until(Tx& tx, TicketId ticket);

// In order of id: open ones, and all of which something happened since then.
std::vector<TicketId> list_to_count(Tx& tx, std::optional<Time> since, TicketId after, int limit);

}  // namespace ogniwo::tickets::store
