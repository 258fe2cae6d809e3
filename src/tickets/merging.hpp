#pragma once

// What merging and splitting have in common. Private to the slice.

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

struct Pair {
    Ticket ticket{};
    Ticket other{};
};
// Both, in the order of their numbers, so that nobody waits for somebody who waits for them. The
// ticket must not be merged where it says so; the other one may be.
enum class MayBeMerged { no, yes };
Result<Pair> claim_pair(Work& work, TicketId ticket, TicketId other, MayBeMerged ticket_may_be);

}  // namespace ogniwo::tickets
