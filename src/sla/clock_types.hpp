#pragma once

// Clocks: how long somebody has waited for what was promised to them, and why each minute counts
// or does not.
//
// A clock is a pure function of what happened (facts), of the promise, and of the calendar. It is
// never incremented: what is kept of it is a copy that can be thrown away. First the facts become
// runs, which know no hours and no promise: from when to when something was waited for, and how the
// matter stood meanwhile. A run becomes a clock by the promise and the calendar that hold for it.
//
// An open run is counted by the terms and the promise of now, from its beginning; one that is over
// by those of its end. So a priority that went up and down again leaves nothing behind, and what
// was met stays met whatever is promised later.

#include <optional>
#include <string_view>
#include <vector>

#include "base/working_time.hpp"
#include "sla/terms_types.hpp"

namespace ogniwo::sla {

// Once for the first answer; each time the customer asks again; so that they hear from us at least
// so often; until it is done.
enum class Target { first_response, next_response, update, resolution };
inline constexpr std::size_t targets_count = 4;
constexpr auto names(Target) {
    return enum_names("first_response", "next_response", "update", "resolution");
}

// --- What happened ----------------------------------------------------------------------------

// How the matter stands. Halted: in a status of the company's own in which time stands still.
enum class Stand {
    active,
    waiting_customer,
    waiting_vendor,
    waiting_other,
    halted,
    resolved,
    closed,
};
constexpr auto names(Stand) {
    return enum_names("active",
                      "waiting_customer",
                      "waiting_vendor",
                      "waiting_other",
                      "halted",
                      "resolved",
                      "closed");
}

enum class FactKind {
    opened,      // The first one of all.
    asked,       // The customer wrote. What a program wrote by itself is no fact.
    answered,    // One of ours wrote to the customer. A note is no fact.
    stood,       // It has come to stand like this.
    moved,       // To this tier.
    termed,      // From now on under these terms.
    workaround,  // The customer can work meanwhile; or no longer.
    reminded,    // Of what we wait for: the customer.
    void_begun,  // Spam, or merged into another: it counts for nothing...
    void_ended,  // ...until that is undone, and then it never was.
};

// Who opened it. Somebody of ours has spoken to the customer about it already.
enum class OpenedBy { customer, ours };

struct Fact {
    Time at{};
    FactKind kind = FactKind::stood;
    OpenedBy by = OpenedBy::customer;
    // Of `opened`: when they began to wait, where that was earlier than we wrote it down.
    std::optional<Time> since{};
    Stand stand = Stand::active;
    int tier = 1;   // Of `opened` and `moved`.
    Terms terms{};  // Of `opened` and `termed`.
    bool has_workaround = false;
};

// What happened to one matter, in order of time, from its `opened` on.
using History = std::vector<Fact>;

// We wait for the customer.
struct Wait {
    Time since{};
    bool is_reminded = false;
    Terms terms{};
};

// A history that goes on in another one from this moment on.
struct Absorbed {
    History history{};
    Time at{};
};

// --- Runs -------------------------------------------------------------------------------------

// Between two changes of anything that a clock may depend on.
struct Stretch {
    Time from{};
    std::optional<Time> to{};  // Nothing: until now. Only of the last one.
    Stand stand = Stand::active;
    int tier = 1;
    bool has_workaround = false;

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

enum class RunEnd { reached, cancelled };
constexpr auto names(RunEnd) {
    return enum_names("reached", "cancelled");
}

struct Run {
    Target target = Target::resolution;
    int number = 1;  // Among those of its target.
    Time started_at{};
    std::optional<Time> ended_at{};
    RunEnd end = RunEnd::reached;
    Terms terms{};  // Of its end, or of now.
    std::vector<Stretch> stretches{};
};

// --- Promises ---------------------------------------------------------------------------------

// As people sign them. Of days: by the end of the n-th working day after that of the report, 0
// being the same one; who reports after `by` counts as the next working day.
enum class GoalKind { working_time, elapsed_time, end_of_day };
constexpr auto names(GoalKind) {
    return enum_names("working_time", "elapsed_time", "end_of_day");
}

struct Goal {
    GoalKind kind = GoalKind::working_time;
    std::optional<Minutes> minutes{};  // Of the first two.
    std::optional<int> days{};         // Of the third.
    std::optional<Minutes> by{};       // Since midnight; of the third, where it is agreed.

    friend bool operator==(const Goal&, const Goal&) = default;
};
void describe(Fields& fields, Goal& goal);

// How much of the promise a tier may use, as parts of all; see TierStay.
struct TierShare {
    int tier = 1;
    int share = 1;

    friend bool operator==(const TierShare&, const TierShare&) = default;
};
void describe(Fields& fields, TierShare& share);

enum class WorkaroundEffect { none, stops, changes_goal };
constexpr auto names(WorkaroundEffect) {
    return enum_names("none", "stops", "changes_goal");
}

// What stops which clocks, and how the promise is shared out.
struct CountingRules {
    bool pauses_for_customer = true;
    bool pauses_for_vendor = false;
    bool pauses_for_other = false;
    WorkaroundEffect workaround = WorkaroundEffect::none;  // On the resolution.
    std::optional<Goal> goal_after_workaround{};
    std::vector<TierShare> shares{};  // In order of the tier; of the resolution.

    friend bool operator==(const CountingRules&, const CountingRules&) = default;
};
void describe(Fields& fields, CountingRules& rules);

// --- Clocks -----------------------------------------------------------------------------------

// Why time stands still, whatever the hours.
enum class PauseCause { customer, vendor, other, halted, resolved, workaround };
constexpr auto names(PauseCause) {
    return enum_names("customer", "vendor", "other", "halted", "resolved", "workaround");
}

// A piece of a clock's time: all of it counts, or none of it does, for the same causes.
struct Interval {
    Time from{};
    Time to{};
    std::optional<PauseCause> pause{};
    std::optional<RestCause> rest{};  // Outside of the hours, paused or not.
    Date day{};                       // Of `rest`: the day that is free.
    int calendar_version = 1;
    Stand stand = Stand::active;
    int tier = 1;

    bool counts() const { return !pause && !rest; }
    friend bool operator==(const Interval&, const Interval&) = default;
};

// One stay at a tier. What is left of the promise travels along: a stay may use the part of it that
// its tier's share is of the shares of its own tier and those above.
struct TierStay {
    int tier = 1;
    Time from{};
    std::optional<Time> to{};
    Microseconds spent{};
    std::optional<Microseconds> budget{};
    std::optional<Time> due_at{};  // When the budget is used up; nothing while time stands still.
};

// Running, paused: open, whether late or not. Met, missed: over. Cancelled: over, and no promise
// was kept or broken.
enum class ClockState { running, paused, met, missed, cancelled };
constexpr auto names(ClockState) {
    return enum_names("running", "paused", "met", "missed", "cancelled");
}

struct Clock {
    Target target = Target::resolution;
    int run = 1;
    ClockState state = ClockState::running;
    Time started_at{};
    std::optional<Time> ended_at{};
    Goal goal{};
    Microseconds budget{};  // Of counted time, by the goal.
    Microseconds spent{};   // Counted until its end, or until now.
    // When the budget is, or was, used up. Nothing while time stands still before that.
    std::optional<Time> due_at{};
    std::optional<PauseCause> pause{};  // Of one that is paused.
    std::vector<TierStay> stays{};
    std::vector<Interval> intervals{};  // All of its time, in order, without a gap.

    // Past its due moment, over or not.
    bool is_late(Time now) const { return due_at && *due_at < ended_at.value_or(now); }
};

}  // namespace ogniwo::sla
