#pragma once

// Days, months and shares of a report. Pure.

#include <optional>
#include <vector>

#include "sla/report_types.hpp"

namespace ogniwo::sla {

// met / (met + missed). Nothing: there is nothing to divide.
std::optional<double> attainment_of(std::int64_t met, std::int64_t missed);

// From an instant until before another one.
struct Span {
    Date first{};  // Day.
    Time from{};
    Time to{};
};
// The days of the wish in this zone, whole or month by month.
Result<Span> span_of(const ReadAttainment& wish, std::string_view zone);
std::vector<Span> months_of(const ReadAttainment& wish, std::string_view zone);

// A month of our company's calendar.
Span month_of(int year, int month, std::string_view zone);

// The month of the wish, if it is over and later than the last closed one.
Result<Span> month_to_close(const CloseMonth& wish,
                            const std::optional<Date>& last_closed,
                            Time now,
                            std::string_view zone);

// The last day of the month that begins on this day.
Date last_day_of(Date first);

}  // namespace ogniwo::sla
