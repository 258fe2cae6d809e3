#pragma once

// The ready forms of a new company, in both languages.

#include <span>

#include "tickets/template_types.hpp"

namespace ogniwo::tickets {

std::span<const TicketTemplate> template_starters();

}  // namespace ogniwo::tickets
