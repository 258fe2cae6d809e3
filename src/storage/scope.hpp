#pragma once

#include <algorithm>
#include <vector>

#include "base/id.hpp"

namespace ogniwo {

// The customers for which an actor holds one right. Whoever reads for a customer must bring one.
struct Scope {
    bool everyone = false;                // All customers, present and future.
    std::vector<CustomerId> customers{};  // Else exactly these.

    bool covers(CustomerId customer) const {
        return everyone || std::ranges::find(customers, customer) != customers.end();
    }
};

}  // namespace ogniwo
