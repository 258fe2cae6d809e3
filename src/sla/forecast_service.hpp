#pragma once

// Forecasts of the first answer.

#include <optional>
#include <string_view>

#include "sla/forecast_types.hpp"
#include "sla/service.hpp"
#include "storage/timers.hpp"

namespace ogniwo::sla {

inline constexpr std::string_view pace_timer = "sla.pace";

// At every start of the program. What usually happens is counted soon after it, and each night.
void watch_pace(Work& work);
Outcome pace_due(Work& work, const Timer& timer);

// When a ticket has come: says once what usually happens, if enough is known.
void make_forecast(Tx& tx, std::int64_t ticket, const Counted& first_response, Promises& promises);
std::optional<Forecast> find_forecast(Tx& tx, std::int64_t ticket);
// Of those made between two moments.
Calibration calibration_of(Tx& tx, Time from, Time to, Time now);

}  // namespace ogniwo::sla
