#pragma once

// The tickets that one ticket is linked to, as its reader sees them: those that they may not see
// are neither shown nor counted.

#include <optional>
#include <string>
#include <vector>

#include "tickets/types.hpp"

namespace ogniwo::tickets {

struct TicketLink {
    TicketId other{};
    std::int64_t number = 0;
    TicketLinkKind kind = TicketLinkKind::relates;
    std::string subject{};
    TicketStatus status = TicketStatus::fresh;  // Where the other one goes on, if it is merged.
    std::string customer_name{};
    std::optional<std::string> assignee_name{};
    Time since{};
};
void describe(Fields& fields, TicketLink& link);

struct TicketLinks {
    std::vector<TicketLink> items{};  // In the order in which they were made.
    int children = 0;
    int open_children = 0;
    int open_dependencies = 0;  // What this ticket depends on and is not done.
};
void describe(Fields& fields, TicketLinks& links);

}  // namespace ogniwo::tickets
