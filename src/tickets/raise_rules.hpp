#pragma once

// What gives a ticket a higher priority. Pure.

#include <optional>

#include "tickets/types.hpp"

namespace ogniwo::tickets {

struct Weight {
    Impact impact = Impact::medium;
    Urgency urgency = Urgency::medium;

    friend bool operator==(const Weight&, const Weight&) = default;
};

// The nearest higher priority that more urgency gives; where that gives none, more impact as well,
// step by step. Nothing: no impact and urgency above these give a higher one in this matrix.
std::optional<Weight> raised(const PriorityMatrix& matrix, const Weight& weight, Priority priority);

}  // namespace ogniwo::tickets
