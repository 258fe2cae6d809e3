#pragma once

// Time entries, as pure functions.

#include <vector>

#include "tickets/time_types.hpp"

namespace ogniwo::tickets {

// When the work is booked: the moment, and the day in the person's calendar.
struct BookingDay {
    Time now{};
    Date today{};
    std::optional<Date> start_day{};  // Of the wish's start, in the same calendar.
    std::optional<Date> corrected{};  // The day of the entry that is corrected.
};

// The day that the wish means. Refusals, all at once, point below `pointer` ("/work"): not in the
// future, not over a month back unless the corrected entry was, the start on that very day.
Result<Date> plan_day(const WorkedTime& work, const BookingDay& day, const std::string& pointer);

// In this order: it is a reversal itself; it was reversed.
Outcome may_reverse(const TimeEntry& entry);
// The same work with the minutes negated, by whoever corrects it.
TimeEntry reversal_of(const TimeEntry& entry, PersonId by, Time now);

// Entries that count: neither a reversal nor reversed.
bool stands(const TimeEntry& entry);

// Where nothing was booked for a quarter of an hour or longer between the first and the last entry
// of a day that have a start. In order.
std::vector<TimeGap> gaps_of(const std::vector<TimeEntry>& day);

// Each day from the first to the last. Both in order, at most `most` of them.
Result<std::vector<Date>> days_between(Date from, Date to, int most);

}  // namespace ogniwo::tickets
