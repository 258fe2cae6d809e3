#pragma once

// Timed rules at work: one timer per ticket, and a job where a tier's rules have changed.

#include <string_view>

#include "storage/jobs.hpp"
#include "storage/timers.hpp"
#include "tickets/timed_types.hpp"
#include "tiers/timed_rule_service.hpp"

namespace ogniwo::tickets {

inline constexpr std::string_view timed_timer = "tickets.timed";
inline constexpr std::string_view count_tier_job = "tickets.count_tier";

// Fires the one rule that is due first, at the moment at which it was due, and sets the timer of
// the next. What was due while the server was down comes one after the other.
Outcome timed_due(Work& work, const Timer& timer);

// Rules or hours of a tier have changed: its open tickets are counted anew, in chunks.
Outcome count_tier_anew(Work& work, const Timer& timer);
Result<Chunk> count_tier(Work& work, Job& job);

Result<TicketTimed> read_timed(const View& view, const ReadTimed& wish);

}  // namespace ogniwo::tickets
