#pragma once

// What merging and splitting have in common. Private to the slice.

#include <vector>

#include "storage/journal.hpp"
#include "storage/work.hpp"
#include "tickets/service.hpp"
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

// `target`: where the other one goes on.
Outcome may_merge_here(Tx& tx, const Ticket& ticket, Ticket target);

// Messages and work of this ticket that are shown elsewhere although its events do not say so, and
// the other way round.
void compare_splits(Tx& tx,
                    TicketId ticket,
                    const std::vector<Event>& events,
                    std::vector<Difference>& found);

}  // namespace ogniwo::tickets
