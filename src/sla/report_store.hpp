#pragma once

// The tables sla_closed_month, sla_closed_clock and sla_closed_stay, and sums over the clocks that
// ended.

#include <optional>
#include <string>
#include <vector>

#include "sla/report_rules.hpp"
#include "sla/report_service.hpp"
#include "storage/tx.hpp"

namespace ogniwo::sla::store {

struct Sums {
    Target target = Target::resolution;
    std::string key{};  // Of what the rows are by; as in the database.
    std::int64_t met = 0;
    std::int64_t missed = 0;
    std::int64_t cancelled = 0;
    Microseconds over{};
    Microseconds spent{};  // Of those that were met or missed.
    Microseconds median{};
    Microseconds p90{};
};
// By target, tier, customer, priority or policy, of one customer or of all; of closed months as
// they were then, from `open_from` on as they are.
std::vector<Sums> sum_clocks(Tx& tx,
                             const Scope& scope,
                             ReportBy by,
                             const Span& span,
                             Time open_from,
                             const std::optional<CustomerId>& customer);

std::vector<MissedClock> list_missed(
    Tx& tx,
    const Scope& scope,
    const Span& span,
    const std::pair<std::optional<CustomerId>, std::optional<Target>>& of,
    int limit);

struct StaySums {
    int tier = 1;
    std::int64_t stays = 0;
    std::int64_t within = 0;
    Microseconds spent{};
    Microseconds over{};
};
// Of stays that had a budget.
std::vector<StaySums> sum_stays(Tx& tx,
                                const Scope& scope,
                                const Span& span,
                                Time open_from,
                                const std::optional<CustomerId>& customer);

std::optional<Date> last_closed_month(Tx& tx);  // Its first day.
// When nothing is closed any more, by the zone of then.
std::optional<Time> closed_end(Tx& tx);
std::vector<ClosedMonth> list_closed_months(Tx& tx);
// Copies what ended within the span; how many. Nothing: the month is closed already.
std::optional<std::int64_t> insert_closed_month(Tx& tx, const Span& month, Time now);

}  // namespace ogniwo::sla::store
