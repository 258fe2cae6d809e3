#pragma once

// The formulas, as pure functions of rows and sums that somebody has read.
//
// Sources: reference "trust", table of metrics (HDI, MetricNet), and Little's law for backlog days.
// Decisions where a formula leaves something open:
// - Tickets count where they were first resolved. First contact: at most one message of ours to the
//   customer, that of the resolution included, never off the first tier, and not opened again
//   within five working days after that day.
// - FCR net leaves out tickets with a visit that was agreed on: they could not be solved from afar.
// - Age in working days: how many begin after the day of opening, until today.
// - A tier is left once for each move and each resolution, so all chances of a tier and its
//   resolutions add up to one.

#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/working_time.hpp"
#include "figures/types.hpp"

namespace ogniwo::figures {

inline constexpr std::int64_t reopen_days = 5;
// Fewer people would be seen through the number of all.
inline constexpr std::size_t utilization_least = 3;

// Which days are working days: those on which the calendar has hours.
class WorkDays {
public:
    // Of the days from the first to the last one.
    WorkDays(const std::vector<WorkingEra>& eras, Date first, Date last);

    // How many there are after `from` until `to`, which is included. Days outside do not count.
    std::int64_t between(Date from, Date to) const;

private:
    std::int64_t until(Date day) const;

    std::chrono::sys_days first_;
    std::vector<std::int64_t> until_{};  // Up to and with each day.
};

struct ResolvedRow {
    Date resolved_on{};
    std::optional<Date> reopened_on{};
    int tier = 1;
    int answers = 0;
    bool stayed = true;
    bool had_visit = false;
};
// fcr_gross, fcr_net, flr, reopen_rate.
std::vector<Figure> quality_of(const std::vector<ResolvedRow>& rows, const WorkDays& days);

// Mean, median and nine of ten of working time, in minutes.
Figure spread_of(FigureName figure, std::vector<Microseconds> times);

struct Backlog {
    std::vector<Figure> items{};  // backlog, backlog_age, backlog_days.
    std::vector<AgeBucket> ages{};
};
// `resolved` in so many working days of the period that are over.
Backlog backlog_of(std::vector<std::int64_t> ages, std::int64_t resolved, std::int64_t days);

struct Left {
    int tier = 1;
    std::optional<int> to{};  // Nothing: resolved.
    std::int64_t count = 0;
};
std::vector<TierChance> moves_of(const std::vector<Left>& left);

// Months from the first day to the last one, each for the part of it that lies between them.
double months_between(Date first, Date last);
// Of the same length, directly before.
std::pair<Date, Date> period_before(Date first, Date last);
struct Volume {
    std::int64_t created = 0;
    std::int64_t created_before = 0;
    std::int64_t users = 0;
    double months = 1;
};
// tickets_per_user, tickets_prevented; both are of a month.
std::vector<Figure> volume_of(const Volume& volume);

// part / whole, of that many.
Figure ratio_of(FigureName figure, std::int64_t part, std::int64_t whole);

// --- Costs

// The months that lie between the days as a whole, by their first day.
std::vector<Date> whole_months(Date first, Date last);

struct HandledMonth {
    MonthCost cost{};
    std::int64_t handled = 0;
};
// By tier and currency.
std::vector<TierCost> costs_of(const std::vector<HandledMonth>& months);
// Nothing unless at least two tiers, and all at which anything was resolved, have a cost per ticket
// in one currency. `resolved` and `before`: how many at which tier.
std::optional<ShiftLeft> shift_left_of(const std::vector<TierCost>& costs,
                                       const std::map<int, std::int64_t>& resolved,
                                       const std::map<int, std::int64_t>& before);

}  // namespace ogniwo::figures
