#pragma once

// What the clock and everybody's eyes have done by the last evening of a demo's past, so that its
// first morning begins with today's work and not with a year's.

#include <vector>

#include "demo/stage.hpp"

namespace ogniwo::demo {

// The timed rules of tiers, at the moments at which they were due.
Outcome let_time_pass(Work& work,
                      const Calendar& calendar,
                      const std::vector<tickets::TicketId>& tickets);

// What these people were told before the last day.
Outcome read_old_notices(Work& work,
                         const Calendar& calendar,
                         const std::vector<PersonId>& persons);

}  // namespace ogniwo::demo
