#pragma once

// Promises at work: the clocks of each ticket, one timer per ticket for the next share of one that
// is used up, and a job that counts anew what a change of policies or calendars touches.

#include <string_view>

#include "sla/service.hpp"
#include "storage/jobs.hpp"
#include "storage/timers.hpp"
#include "tickets/clock_types.hpp"

namespace ogniwo::tickets {

inline constexpr std::string_view clock_timer = "tickets.clock";
inline constexpr std::string_view count_clocks_job = "tickets.count_clocks";

// Does what is due about one share, at the moment at which it was used up, and sets the timer of
// the next. What was due while the server was down comes one after the other.
Outcome clock_due(Work& work, const Timer& timer);

// Something has changed that promises depend on: open tickets are counted anew, in chunks.
void count_open_clocks(Work& work);
// Policies have: also those that began on or after the day which they name.
void count_all_clocks(Work& work);
Result<Chunk> count_clocks_chunk(Work& work, Job& job);

// Customers read theirs without what concerns us alone.
Result<TicketClocks> read_clocks(const View& view, const ReadClocks& wish);

// Refused while it is so already.
Result<TicketClocks> set_workaround(Work& work, const SetWorkaround& wish);

// What the kept clocks of some tickets should be, where they are not.
struct ClockDifference {
    TicketId ticket{};
    std::string stored{};
    std::string counted{};
};
std::vector<ClockDifference> check_clocks(Tx& tx, const std::vector<TicketId>& tickets);

}  // namespace ogniwo::tickets
