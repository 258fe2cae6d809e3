#pragma once

// Trees of categories to begin with, by what a company's customers do. Names only; whoever works
// with them changes them.

#include <span>

#include "tickets/category_types.hpp"

namespace ogniwo::tickets {

// What every sector has comes first: technical matters, money, and whatever is neither.
std::span<const StarterNode> starters_of(Sector sector);

}  // namespace ogniwo::tickets
