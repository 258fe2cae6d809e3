#pragma once

// What the job that counts clocks anew remembers.

#include "tickets/types.hpp"

namespace ogniwo::tickets {

struct CountClocks {
    bool looks_back = false;  // Also what is over, where the policies say so.
};
void describe(Fields& fields, CountClocks& wish);

struct CountClocksProgress {
    TicketId last{};
};
void describe(Fields& fields, CountClocksProgress& progress);

}  // namespace ogniwo::tickets
