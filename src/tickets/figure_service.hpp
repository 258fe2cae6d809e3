#pragma once

// What is kept of tickets for the figures of the desk, and reading it. Slices above have asked for
// their own rights already and bring the scope of theirs.

#include <string>
#include <string_view>
#include <vector>

#include "storage/jobs.hpp"
#include "storage/work.hpp"
#include "tickets/figure_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

inline constexpr std::string_view count_figures_job = "tickets.count_figures";

// First resolved within the span.
std::vector<ResolvedTicket> list_resolved(Tx& tx, const Scope& scope, const FigureSpan& span);
// First answered within the span; without those that one of ours opened, who had spoken to the
// customer already.
std::vector<FirstAnswer> list_first_answers(Tx& tx, const Scope& scope, const FigureSpan& span);
// When each ticket was opened that is open now.
std::vector<Time> list_open_since(Tx& tx,
                                  const Scope& scope,
                                  const std::optional<CustomerId>& customer);
// In order of the tiers, resolved last.
std::vector<LeavingSum> sum_leavings(Tx& tx, const Scope& scope, const FigureSpan& span);
std::vector<HandledSum> sum_handled(Tx& tx, const Scope& scope, const FigureSpan& span);
std::int64_t count_created(Tx& tx, const Scope& scope, const FigureSpan& span);
SatisfactionSum sum_satisfaction(Tx& tx, const Scope& scope, const FigureSpan& span);
// Booked by these people for work on the days from the first to the last one.
Minutes booked_minutes(Tx& tx, const std::vector<PersonId>& persons, Date first, Date last);

// Reads all tickets, in chunks: where they are older than what is kept, or count differently now.
void count_all_figures(Work& work);
Result<Chunk> count_figures_chunk(Work& work, Job& job);

// What the kept rows of some tickets should be, where they are not.
struct FigureDifference {
    TicketId ticket{};
    std::string stored{};
    std::string counted{};
};
std::vector<FigureDifference> check_figures(Tx& tx, const std::vector<TicketId>& tickets);

}  // namespace ogniwo::tickets
