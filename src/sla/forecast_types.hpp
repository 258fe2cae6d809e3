#pragma once

// What a customer may expect of the first answer: not what is promised, but what usually happens.
//
// By priority, the time within which four of five were answered in the last 90 days, of time that
// counts; from arrival on by the same calendar. It is said once, when the ticket comes, and kept:
// so it can be seen how often it was true.

#include <optional>

#include "base/describe.hpp"
#include "base/time.hpp"

namespace ogniwo::sla {

inline constexpr int forecast_percent = 80;
inline constexpr std::chrono::days forecast_history{90};
inline constexpr std::int64_t forecast_answers_least = 20;  // Else nothing is said.

struct Forecast {
    Time until{};
    int percent = forecast_percent;
};
void describe(Fields& fields, Forecast& forecast);

// How often it was true, of those made in a report's time whose answer has come, or whose moment
// has passed.
struct Calibration {
    int percent = forecast_percent;
    std::int64_t made = 0;
    std::int64_t kept = 0;
};
void describe(Fields& fields, Calibration& calibration);

}  // namespace ogniwo::sla
