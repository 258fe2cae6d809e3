#pragma once

// What the verbs of this slice tell the timed rules. Private to it.

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// Something has begun or ended that timed rules of tiers or the clocks of promises count: the
// ticket came to a tier, somebody wrote, it was resolved or reopened. After the event. What else
// our people do needs no word of it: a timer that finds nothing due does nothing.
void count_time(Work& work, const Ticket& ticket);

}  // namespace ogniwo::tickets
