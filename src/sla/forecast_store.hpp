#pragma once

// The tables sla_pace and sla_forecast.

#include <optional>

#include "sla/forecast_types.hpp"
#include "sla/policy_types.hpp"
#include "storage/tx.hpp"

namespace ogniwo::sla::store {

// Of first answers that came since then, by nearest rank.
void count_pace(Tx& tx, Time since, Time now);
// Nothing: too little is known.
std::optional<Microseconds> find_pace(Tx& tx, Priority priority);

void insert_forecast(Tx& tx, std::int64_t ticket, Time made_at, Time until);
std::optional<Time> find_forecast(Tx& tx, std::int64_t ticket);
Calibration sum_forecasts(Tx& tx, Time from, Time to, Time now);

}  // namespace ogniwo::sla::store
