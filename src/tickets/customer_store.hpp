#pragma once

// The table ticket_former: whose a ticket was before.

#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

struct Former {
    TicketId ticket{};
    std::int64_t version = 0;  // The ticket's, since which it is somebody else's.
    CustomerId customer{};
    std::optional<PersonId> requester{};
};
void insert_former(Tx& tx, const Former& former);
std::vector<Former> list_former(Tx& tx, const std::vector<std::int64_t>& tickets);

}  // namespace ogniwo::tickets::store
