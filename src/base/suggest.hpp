#pragma once

// "Did you mean ...?" for flags, configuration keys and field names: the known word that is the
// fewest slips of the finger away from what was typed.

#include <optional>
#include <span>
#include <string_view>

namespace ogniwo {

// One slip inserts, drops, changes or swaps neighbouring characters; bytes are compared, in any
// case. Nothing when even the nearest word needs more than a third of its length in slips; the
// first of several equally near ones.
std::optional<std::string_view> nearest(std::string_view typed,
                                        std::span<const std::string_view> known);

}  // namespace ogniwo
