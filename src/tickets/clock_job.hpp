#pragma once

// What the job that counts clocks anew remembers.

#include "tickets/types.hpp"

namespace ogniwo::tickets {

struct CountClocks {
    std::optional<Time> since{};  // Also what went on then or later and is over.
};
void describe(Fields& fields, CountClocks& wish);

struct CountClocksProgress {
    TicketId last{};
};
void describe(Fields& fields, CountClocksProgress& progress);

}  // namespace ogniwo::tickets
