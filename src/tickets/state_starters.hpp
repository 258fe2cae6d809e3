#pragma once

// The statuses that a kind of desk begins with, in both languages.

#include <vector>

#include "tickets/state_types.hpp"

namespace ogniwo::tickets {

// Without id and place.
std::vector<TicketState> state_starters(DeskKind desk);

}  // namespace ogniwo::tickets
