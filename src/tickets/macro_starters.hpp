#pragma once

// The macros that a desk begins with, in both languages.

#include <span>

#include "tickets/macro_types.hpp"

namespace ogniwo::tickets {

std::span<const TicketMacro> macro_starters();

}  // namespace ogniwo::tickets
