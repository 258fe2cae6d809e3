#pragma once

// For whom and when a condition is evaluated: what `now`, `today` and `me` stand for.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/time.hpp"

namespace ogniwo::conditions {

struct Context {
    Time now;
    std::string zone = "UTC";  // Of the reader, or of the rule's owner: where `today` begins.

    // What a named id stands for; several ids mean "one of them". A name that is not here stands
    // for nobody: `assignee = me` is then met by no row. At most 500 ids each.
    std::map<std::string, std::vector<std::int64_t>, std::less<>> named{};
};

}  // namespace ogniwo::conditions
