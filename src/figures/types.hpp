#pragma once

// DeskFigures of the desk: the field's formulas, each counted in one way and shown with what it
// means.
//
// A figure is of a period of whole days of our company's calendar; working time and working days
// are those of the calendar that is the default one now. Each says of how many it is, and has no
// value where there is nothing to divide. Percentiles are by nearest rank. Where a formula leaves
// something open, what was decided stands beside it in rules.hpp, in the guide and on the screen.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/money.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"
#include "people/types.hpp"

namespace ogniwo::figures {

enum class FigureName {
    fcr_gross,
    fcr_net,
    flr,
    reopen_rate,
    mtta,
    mttr_incident,
    mttr_incident_with_hold,
    backlog,
    backlog_age,
    backlog_days,
    tickets_per_user,
    tickets_prevented,
    utilization,
    csat,
    csat_response,
};
constexpr auto names(FigureName) {
    return enum_names("fcr_gross",
                      "fcr_net",
                      "flr",
                      "reopen_rate",
                      "mtta",
                      "mttr_incident",
                      "mttr_incident_with_hold",
                      "backlog",
                      "backlog_age",
                      "backlog_days",
                      "tickets_per_user",
                      "tickets_prevented",
                      "utilization",
                      "csat",
                      "csat_response");
}

// Minutes are of working time, days are working days.
enum class FigureUnit { ratio, minutes, count, days };
constexpr auto names(FigureUnit) {
    return enum_names("ratio", "minutes", "count", "days");
}

struct Figure {
    FigureName figure = FigureName::fcr_gross;
    FigureUnit unit = FigureUnit::ratio;
    std::optional<double> value{};  // Of a spread the mean. Nothing: there is nothing to divide.
    std::optional<double> median{};
    std::optional<double> p90{};  // Nine of ten are no more.
    std::optional<std::int64_t> numerator{};
    std::optional<std::int64_t> denominator{};
    std::int64_t count = 0;  // Of how many it is.
};
void describe(Fields& fields, Figure& figure);

// Open tickets by their age in working days, both ends included.
struct AgeBucket {
    std::int64_t from = 0;
    std::optional<std::int64_t> to{};  // Nothing: no end.
    std::int64_t tickets = 0;
};
void describe(Fields& fields, AgeBucket& bucket);

// Of all times that tickets left a tier, resolved ones too, how often for this one.
struct TierChance {
    int from = 1;
    int to = 2;
    std::int64_t moved = 0;
    std::int64_t left = 0;
    double probability = 0;
};
void describe(Fields& fields, TierChance& move);

// What a tier cost in the whole months of the period that have a cost in this currency.
struct TierCost {
    int tier = 1;
    std::int64_t months = 0;
    Money cost{};
    std::int64_t handled = 0;  // Tickets, each once a month.
    std::optional<Money> per_ticket{};
};
void describe(Fields& fields, TierCost& cost);

// What the tickets of the period would have cost more, or less, resolved at the tiers at which
// those of the period of the same length directly before it were.
struct ShiftLeft {
    Money saving{};
    std::int64_t tickets = 0;       // Resolved in the period,
    std::int64_t base_tickets = 0;  // and in the one before.
};
void describe(Fields& fields, ShiftLeft& shift);

// Days of our company's calendar, both included.
struct ReadDeskFigures {
    Date from{};
    Date to{};
    std::optional<CustomerId> customer{};
};
void describe(Fields& fields, ReadDeskFigures& wish);

struct DeskFigures {
    Time at{};  // The backlog is that of this moment.
    std::vector<Figure> items{};
    std::vector<AgeBucket> backlog_ages{};
    std::vector<TierChance> moves{};
    std::vector<TierCost> costs{};
    std::optional<ShiftLeft> shift_left{};
};
void describe(Fields& fields, DeskFigures& figures);

// --- What a tier costs -------------------------------------------------------------------------

// Pay, benefits, technology, rooms, travel, training: all that the tier costs in that month.
struct MonthCost {
    int tier = 1;
    Date month{};  // Its first day.
    Money cost{};
};
void describe(Fields& fields, MonthCost& cost);

struct CostList {
    std::int64_t version = 1;        // Of all of them.
    std::vector<MonthCost> items{};  // The latest month first, then by tier.
};
void describe(Fields& fields, CostList& list);

struct SaveCost {
    std::int64_t version = 0;
    int tier = 1;
    int year = 2026;
    int month = 1;
    std::optional<Money> cost{};  // Nothing: nobody knows it.
};
void describe(Fields& fields, SaveCost& wish);

struct CostSaved {  // Of itself, about `figure_cost` 1.
    static constexpr std::string_view name = "figures.cost_saved";
    static constexpr int schema = 1;

    int tier = 1;
    Date month{};
    std::optional<Money> cost{};
};
void describe(Fields& fields, CostSaved& event);

inline constexpr Right see{"figures.see"};
inline constexpr Right see_costs{"figures.see_costs"};  // They may tell what somebody earns.
inline constexpr Right edit_costs{"figures.edit_costs"};

inline constexpr Reason cost_not_positive{Refusal::invalid, "figures.cost_not_positive"};
inline constexpr Reason tier_unknown{Refusal::invalid, "figures.tier_unknown"};

}  // namespace ogniwo::figures
