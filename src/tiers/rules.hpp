#pragma once

// What the first tiers are called, as pure functions.

#include <string>

#include "tiers/types.hpp"

namespace ogniwo::tiers {

struct TierNames {
    std::string polish;
    std::string english;
};

// "Pierwsza linia" and "First line" for 1; from 4 on "Linia 4" and "Line 4".
TierNames names_of(int number);

}  // namespace ogniwo::tiers
