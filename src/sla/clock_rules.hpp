#pragma once

// From facts to runs, and from runs to clocks. Pure: the same facts, promise and calendar give the
// same clock on every machine.

#include <vector>

#include "sla/clock_types.hpp"

namespace ogniwo::sla {

// Of two matters that became one: whoever began to wait first began the whole; time stands still
// while any of them waits for somebody, and it is done when all are. What became of the others
// afterwards is not a part of it.
History combined(const History& history, const std::vector<Absorbed>& absorbed);

// The wait for the customer that goes on at its end.
std::optional<Wait> wait_of(const History& history);

// In order of their beginning; of one moment, in the order of targets.
std::vector<Run> runs_of(const History& history);

// Nothing: the goal cannot be reckoned, since the calendar has no working time.
// `hours` is what working time means; elapsed time needs none.
std::optional<Clock> counted(
    const Run& run, const Goal& goal, const CountingRules& rules, WorkingTimeline& hours, Time now);

// The moment at which this share of the budget is, or will be, used up, in thousandths. Nothing
// while time stands still before that.
std::optional<Time> share_used_at(const Clock& clock, int thousandths, WorkingTimeline& hours);

// Whole minutes that add up to those of the sum: each is rounded down, and what is lost by that
// goes to those that lost most, the earlier first.
std::vector<Minutes> rounded(const std::vector<Microseconds>& parts);

}  // namespace ogniwo::sla
