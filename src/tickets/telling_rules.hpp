#pragma once

// Whom something that happened to a ticket concerns. Pure.

#include <vector>

#include "tickets/types.hpp"

namespace ogniwo::tickets {

enum class Happening {
    replied,
    noted,
    assigned,
    waits,
    moved,
    resolved,
    reopened,
    closed,
    decided,
    merged,
    guest_wrote
};

// The people around a ticket.
struct Circle {
    std::optional<PersonId> requester{};
    std::optional<PersonId> assignee{};
    std::optional<PersonId> voice{};  // Who answers the customer.
    std::vector<PersonId> workers{};
    std::vector<PersonId> staff_followers{};
    std::vector<PersonId> other_followers{};
};

// Notes and the way between tiers are for our own people; who has the ticket now is for them alone.
// Somebody may be named twice.
std::vector<PersonId> whom_to_tell(const Circle& circle, Happening happening);

}  // namespace ogniwo::tickets
