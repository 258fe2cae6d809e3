#pragma once

// How promises were kept over some time, in figures, and the months that nobody changes any more.
//
// A clock counts on the day on which it ended. Attainment is met / (met + missed); what was
// cancelled counts for neither (shared vocabulary, metrics: SLA attainment). Times are those that
// count: within the hours, without the pauses.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sla/forecast_types.hpp"
#include "sla/policy_types.hpp"

namespace ogniwo::sla {

inline constexpr int report_months_most = 36;

enum class ReportBy { target, tier, customer, priority, policy, month };
constexpr auto names(ReportBy) {
    return enum_names("target", "tier", "customer", "priority", "policy", "month");
}

// Days of our company's calendar, both included.
struct ReadAttainment {
    Date from{};
    Date to{};
    std::optional<ReportBy> by{};  // Nothing: by target alone.
    std::optional<CustomerId> customer{};
};
void describe(Fields& fields, ReadAttainment& wish);

struct AttainmentRow {
    Target target = Target::resolution;
    // Whose row it is, besides; of what the report is by.
    std::optional<int> tier{};  // Where it ended.
    std::optional<CustomerId> customer{};
    std::optional<std::string> customer_name{};
    std::optional<Priority> priority{};
    std::optional<PolicyId> policy{};
    std::optional<Date> month{};  // Its first day.
    std::int64_t met = 0;
    std::int64_t missed = 0;
    std::int64_t cancelled = 0;
    std::optional<double> attainment{};  // Nothing: nothing was met or missed.
    Minutes over{};                      // Beyond what was promised, of all that were missed.
    Minutes mean{};
    Minutes median{};
    Minutes p90{};  // Nine of ten took no longer.
};
void describe(Fields& fields, AttainmentRow& row);

// Stays at a tier that ended, and what they were to use of the promise (OLA).
struct TierRow {
    int tier = 1;
    std::int64_t stays = 0;
    std::int64_t within = 0;
    std::optional<double> attainment{};
    Minutes spent{};
    Minutes over{};
};
void describe(Fields& fields, TierRow& row);

struct Attainment {
    std::vector<AttainmentRow> rows{};
    std::vector<TierRow> tiers{};
    Calibration forecasts{};
    std::optional<Date> closed_until{};  // The last day of the last closed month.
};
void describe(Fields& fields, Attainment& attainment);

// Figures of a month that is over are kept as they are, whatever is decided or undone later; so are
// the plans of calendars until its last day. So it is with all months before it.
struct CloseMonth {
    int year = 2026;
    int month = 1;
};
void describe(Fields& fields, CloseMonth& wish);

struct ClosedMonth {
    Date month{};  // Its first day.
    Time closed_at{};
    std::int64_t clocks = 0;
};
void describe(Fields& fields, ClosedMonth& month);

struct ClosedMonthList {
    std::vector<ClosedMonth> items{};  // The latest first.
};
void describe(Fields& fields, ClosedMonthList& list);

struct MonthClosed {  // Of itself, about `sla` 1.
    static constexpr std::string_view name = "sla.month_closed";
    static constexpr int schema = 1;

    Date month{};
    std::int64_t clocks = 0;
};
void describe(Fields& fields, MonthClosed& event);

inline constexpr Right see_reports{"sla.see_reports"};
inline constexpr Right close_months{"sla.close_months"};

inline constexpr Reason report_backwards{Refusal::invalid, "sla.report_backwards"};
inline constexpr Reason report_too_long{Refusal::invalid, "sla.report_too_long"};
inline constexpr Reason month_not_over{Refusal::conflict, "sla.month_not_over"};
inline constexpr Reason month_still_counted{Refusal::conflict, "sla.month_still_counted"};
inline constexpr Reason month_closed_already{Refusal::conflict, "sla.month_closed_already"};

}  // namespace ogniwo::sla
