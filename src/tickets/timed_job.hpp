#pragma once

// What the job that counts a tier anew remembers.

#include "tickets/timed_types.hpp"

namespace ogniwo::tickets {

struct CountTier {
    int tier = 1;
};
void describe(Fields& fields, CountTier& wish);

struct CountTierProgress {
    TicketId last{};
};
void describe(Fields& fields, CountTierProgress& progress);

}  // namespace ogniwo::tickets
