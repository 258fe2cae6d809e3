#pragma once

// Promises to customers, as they stand for one ticket (sla/clock_types.hpp).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendars/types.hpp"
#include "sla/forecast_types.hpp"
#include "sla/policy_types.hpp"
#include "tickets/timed_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// A share of a promise was used up, and something was done about it.
struct TicketClockReached {
    static constexpr std::string_view name = "tickets.clock_reached";
    static constexpr int schema = 1;

    sla::Target target = sla::Target::resolution;
    int run = 1;
    int percent = 100;
    Time due_at{};                         // When all of it is used up.
    std::vector<TimedOutcome> outcomes{};  // In order; none: nobody wanted anything done.
    int told = 0;                          // How many people.
};
void describe(Fields& fields, TicketClockReached& event);

// The customer can work although the cause is not mended, or no longer: what that does to a
// promise, its policy says.
struct TicketWorkaroundSet {
    static constexpr std::string_view name = "tickets.workaround_set";
    static constexpr int schema = 1;

    bool has_workaround = false;
};
void describe(Fields& fields, TicketWorkaroundSet& event);

struct SetWorkaround {
    TicketId ticket{};
    bool has_workaround = true;
};
void describe(Fields& fields, SetWorkaround& wish);

struct ReadClocks {
    TicketId ticket{};
    std::optional<Time> at{};  // Nothing: now. Not in the future.
};
void describe(Fields& fields, ReadClocks& wish);

// Why a piece of time does not count: somebody or something is waited for, or nobody works. Counts:
// nothing of that.
enum class ClockCause {
    counts,
    waiting_for_customer,
    waiting_for_vendor,
    waiting_for_other,
    halted,
    resolved,
    workaround,
    outside_hours,
    holiday,
    day_off,
};
constexpr auto names(ClockCause) {
    return enum_names("counts",
                      "waiting_for_customer",
                      "waiting_for_vendor",
                      "waiting_for_other",
                      "halted",
                      "resolved",
                      "workaround",
                      "outside_hours",
                      "holiday",
                      "day_off");
}

// A piece of a clock's time. Minutes are rounded so that they add up to those of the whole.
struct ClockInterval {
    Time from{};
    Time to{};
    ClockCause cause = ClockCause::counts;
    std::optional<Holiday> holiday{};    // Of a public one.
    std::optional<std::string> label{};  // Of another day that is free.
    bool is_outside_hours = false;       // What is waited for is waited for at night, too.
    Minutes minutes{};
    std::optional<int> tier{};              // For our own people.
    std::optional<int> calendar_version{};  // Of working time; for our own people.
};
void describe(Fields& fields, ClockInterval& interval);

// How long the ticket was where, of the time that counts. For our own people.
struct ClockTier {
    int tier = 1;
    Time from{};
    std::optional<Time> to{};
    Minutes spent{};
    std::optional<Minutes> budget{};
    std::optional<Time> due_at{};
};
void describe(Fields& fields, ClockTier& tier);

// Time of the same cause, all together, in minutes of working time.
struct ClockSum {
    ClockCause cause = ClockCause::counts;
    Minutes minutes{};
};
void describe(Fields& fields, ClockSum& sum);

struct ClockShare {
    int percent = 100;
    std::optional<Time> at{};  // When it is, or was, used up; nothing while time stands still.
    bool is_done = false;      // Something was done about it.
};
void describe(Fields& fields, ClockShare& share);

// By what a clock was counted. For our own people.
struct ClockBasis {
    sla::PolicyId policy{};
    std::string policy_name{};
    std::int64_t policy_version = 1;
    int place = 1;  // Among the policies, from above; none of those above it fits.
    // Which of its conditions were asked: why it fits.
    bool by_customer = false;
    bool by_type = false;
    bool by_category = false;
    bool by_priority = false;
    Priority priority = Priority::normal;
    calendars::CalendarId calendar{};
    std::string calendar_name{};
    std::string zone{};
};
void describe(Fields& fields, ClockBasis& basis);

struct TicketClock {
    sla::Target target = sla::Target::resolution;
    int run = 1;
    sla::ClockState state = sla::ClockState::running;
    bool is_late = false;
    sla::Goal goal{};
    Time started_at{};
    std::optional<Time> ended_at{};
    std::optional<Time> due_at{};  // Nothing while time stands still.
    Minutes budget{};
    Minutes spent{};
    Minutes left{};                      // Below zero: so much too late.
    bool is_counting = false;            // At this moment,
    std::optional<Time> steady_until{};  // and by itself until then; nothing: for ever.
    // First what a person wants to know, in one sentence for each language.
    std::string sentence_pl{};
    std::string sentence_en{};
    std::vector<ClockSum> sums{};
    std::vector<ClockInterval> intervals{};
    std::optional<ClockBasis> basis{};
    std::optional<std::vector<ClockTier>> tiers{};
    std::optional<std::vector<ClockShare>> shares{};
};
void describe(Fields& fields, TicketClock& clock);

struct TicketClocks {
    Time at{};
    std::string zones_version{};  // Of the time zone database it was counted with.
    bool has_workaround = false;
    std::optional<sla::Forecast> forecast{};  // Of the first answer, until it comes.
    std::vector<TicketClock> items{};
};
void describe(Fields& fields, TicketClocks& clocks);

inline constexpr Reason workaround_unchanged{Refusal::conflict, "tickets.workaround_unchanged"};

}  // namespace ogniwo::tickets
