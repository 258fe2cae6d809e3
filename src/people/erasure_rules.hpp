#pragma once

// When data are over, and when to look for them.

#include <optional>
#include <string_view>

#include "base/time.hpp"
#include "people/directory_types.hpp"

namespace ogniwo::people {

inline constexpr std::int64_t retention_days_most = 36'500;  // A hundred years.

// What is from before this moment is over. Nothing: zero days, kept for ever.
std::optional<Time> retention_limit(Time now, std::int64_t days);

// The next quarter past three at night in the company's zone: after `now`, also on the two days a
// year on which clocks are changed.
Time next_retention_run(Time now, std::string_view zone);

}  // namespace ogniwo::people
