#pragma once

// Promises that were missed, and why.

#include "storage/work.hpp"
#include "tickets/breach_types.hpp"

namespace ogniwo::tickets {

Result<BreachList> read_breaches(const View& view, const ReadBreaches& wish);

}  // namespace ogniwo::tickets
