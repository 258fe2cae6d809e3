#pragma once

// Which days a rule of the calendar means. Pure; two rules never look further than ten years ahead.

#include <optional>
#include <vector>

#include "tickets/recurrence_types.hpp"

namespace ogniwo::tickets {

bool is_day_off(Date day);

// What its pace needs and what it does not understand; `until` before `from`.
Outcome check_rule(const RecurrenceRule& rule);

// The planned days from `from` on (not before the rule's own), at most so many, with what becomes
// of each. Days that move may change their order with others: see next_day.
std::vector<RecurrenceDay> days_of(const RecurrenceRule& rule, Date from, std::size_t most);

// The first day after `after` on which a ticket comes. Nothing: never again.
std::optional<Date> next_day(const RecurrenceRule& rule, Date after);

}  // namespace ogniwo::tickets
