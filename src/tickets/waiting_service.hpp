#pragma once

// Waiting for the customer comes to something: a timer per ticket.

#include <string_view>

#include "storage/timers.hpp"
#include "tickets/waiting_types.hpp"

namespace ogniwo::tickets {

inline constexpr std::string_view waiting_timer = "tickets.waiting";

// Reminds, or closes; at the moment at which it was due.
Outcome waiting_due(Work& work, const Timer& timer);

}  // namespace ogniwo::tickets
