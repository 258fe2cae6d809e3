#pragma once

// Rows and sums about many tickets, for the slice that makes figures of them.
//
// Of each ticket only what became of it until it was first resolved, and when it came back; times
// are instants, since working time depends on who measures it. What is spam or was merged into
// another ticket counts for nothing.

#include <optional>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"

namespace ogniwo::tickets {

// From an instant until before another one, of one customer or of all.
struct FigureSpan {
    Time from{};
    Time to{};
    std::optional<CustomerId> customer{};
};

struct ResolvedTicket {
    Time opened_at{};
    Time resolved_at{};  // The first time.
    int tier = 1;        // Where that was.
    int answers = 0;     // Of ours to the customer until then, with the one that resolved it.
    bool stayed = true;  // It never left the first tier until then.
    bool is_incident = true;
    bool had_visit = false;  // Some visit was agreed on, whenever.
    std::optional<Time> reopened_at{};
    // When it waited for somebody, before it was resolved.
    std::vector<std::pair<Time, Time>> holds{};
};

// The first answer of a person of ours.
struct FirstAnswer {
    Time opened_at{};
    Time answered_at{};
};

// How many times tickets left a tier: for another one, or, without one, resolved.
struct LeavingSum {
    int tier = 1;
    std::optional<int> to{};
    std::int64_t count = 0;
};

// Tickets that left a tier at least once, each counted once there.
struct HandledSum {
    int tier = 1;
    std::int64_t tickets = 0;
};

struct SatisfactionSum {
    std::int64_t rated = 0;           // Within the span, asked or not.
    std::int64_t satisfied = 0;       // Of these: 4 or 5.
    std::int64_t asked = 0;           // Within the span,
    std::int64_t answered_asked = 0;  // and rated since then.
};

}  // namespace ogniwo::tickets
