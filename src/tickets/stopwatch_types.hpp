#pragma once

// A stopwatch counts a person's work on one ticket. It lives on the server, so it survives the
// browser; one of a person's stopwatches runs, the others are paused.
//
// A stopwatch never becomes a time entry by itself. Where it may have run without its person, it
// asks what to count, and until that is answered its minutes cannot be booked at all.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "storage/work.hpp"
#include "tickets/handover_types.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::tickets {

inline constexpr Minutes unattended_most{120};  // Running, and nobody said that it is right.
inline constexpr Minutes unseen_most{10};       // Running, and no browser of the person is open.
inline constexpr std::size_t stopwatches_most = 20;

enum class StopwatchState { running, paused, asking };
constexpr auto names(StopwatchState) {
    return enum_names("running", "paused", "asking");
}

// Why it asks what to count.
enum class StopwatchDoubt { unseen, shift_ended, unattended };
constexpr auto names(StopwatchDoubt) {
    return enum_names("unseen", "shift_ended", "unattended");
}

// What to count of the stretch that is in doubt: all of it, what lies before the last sign of the
// person's browser, or nothing. Or the whole stopwatch is set to a number of one's own.
enum class StopwatchCount { all, until_seen, own, nothing };
constexpr auto names(StopwatchCount) {
    return enum_names("all", "until_seen", "own", "nothing");
}

enum class StopwatchStep { started, paused, resumed, answered, dropped, booked };
constexpr auto names(StopwatchStep) {
    return enum_names("started", "paused", "resumed", "answered", "dropped", "booked");
}

// As it is stored. What it says at a moment is computed (stopwatch_rules.hpp).
struct Stopwatch {
    TicketId ticket{};
    Time started_at{};
    Microseconds counted{0};              // Of stretches that ended.
    std::optional<Time> running_since{};  // The stretch that runs, or that is in doubt,
    std::optional<Time> stopped_at{};     // which was stopped before anybody answered.
    Time seen_at{};                       // The last sign of the person's browser.
    Time confirmed_at{};                  // The last time that the person said it is right.
};

struct TicketStopwatch {
    TicketId ticket{};
    std::optional<std::string> subject{};  // Where the ticket may still be seen.
    std::optional<std::string> customer_name{};
    StopwatchState state = StopwatchState::paused;
    std::optional<StopwatchDoubt> doubt{};
    Time started_at{};
    std::optional<Time> running_since{};
    Time seen_at{};
    std::int64_t seconds = 0;    // Now.
    int minutes = 0;             // The same up to the minute that was begun.
    int minutes_until_seen = 0;  // Where it asks.
    int minutes_before = 0;      // Without the stretch that is in doubt.
};
void describe(Fields& fields, TicketStopwatch& stopwatch);

struct TicketStopwatches {
    std::vector<TicketStopwatch> items{};  // The running one first, then the newest.
};
void describe(Fields& fields, TicketStopwatches& stopwatches);

struct OfStopwatch {
    TicketId ticket{};
};
void describe(Fields& fields, OfStopwatch& wish);

struct AnswerStopwatch {
    TicketId ticket{};
    StopwatchCount count = StopwatchCount::all;
    std::optional<int> minutes{};  // With `own`.
    std::optional<bool> go_on{};   // It runs again from now on.
};
void describe(Fields& fields, AnswerStopwatch& wish);

// About the subject "stopwatches", whose id is the person's: nobody else's business, and no step of
// the ticket.
struct StopwatchChanged {
    static constexpr std::string_view name = "tickets.stopwatch_changed";
    static constexpr int schema = 1;

    TicketId ticket{};
    StopwatchStep step = StopwatchStep::started;
    std::int64_t seconds = 0;  // Counted after it.
    std::optional<StopwatchCount> count{};
};
void describe(Fields& fields, StopwatchChanged& event);

inline constexpr Reason stopwatch_running{Refusal::conflict, "tickets.stopwatch_running"};
inline constexpr Reason stopwatch_not_running{Refusal::conflict, "tickets.stopwatch_not_running"};
inline constexpr Reason stopwatch_asks{Refusal::conflict, "tickets.stopwatch_asks"};
inline constexpr Reason stopwatch_asks_nothing{Refusal::conflict, "tickets.stopwatch_asks_nothing"};
inline constexpr Reason stopwatch_gone{Refusal::conflict, "tickets.stopwatch_gone"};
inline constexpr Reason stopwatches_too_many{Refusal::conflict, "tickets.stopwatches_too_many"};

}  // namespace ogniwo::tickets
