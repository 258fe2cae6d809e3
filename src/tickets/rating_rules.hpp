#pragma once

// When a ticket may be rated, and whether somebody is asked. Pure.

#include "tickets/types.hpp"

namespace ogniwo::tickets {

// Order: still open; its end is longer ago than rating is open.
Outcome may_rate(const Ticket& ticket, Time now);

// Of the scores of a span, how content people were.
RatingSummary summary_of(int count, int satisfied, std::int64_t sum);

}  // namespace ogniwo::tickets
