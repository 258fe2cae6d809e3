#pragma once

// What the figures of the desk need to know of one ticket, read off what happened to it. Private to
// the slice.
//
// A pure function of the facts that clocks are counted by too, so that all reports agree on when a
// ticket was answered, resolved and opened again. Working time is no part of it: it is measured
// when somebody asks, by the calendar of then.

#include <optional>
#include <utility>
#include <vector>

#include "sla/clock_types.hpp"

namespace ogniwo::tickets {

// It left a tier: for another one, or, without one, resolved.
struct Leaving {
    int tier = 1;
    std::optional<int> to{};
    Time at{};

    friend bool operator==(const Leaving&, const Leaving&) = default;
};

struct TicketFigure {
    Time opened_at{};
    sla::OpenedBy opened_by = sla::OpenedBy::customer;
    std::optional<Time> answered_at{};   // By a person of ours, to the customer; the first time.
    std::optional<Time> resolved_at{};   // The first time,
    std::optional<int> resolved_tier{};  // and where that was.
    int answers = 0;                     // Of ours until then, with the one that resolved it.
    bool stayed = true;                  // It never left the first tier until then.
    std::optional<Time> reopened_at{};   // The first time after it.
    std::vector<std::pair<Time, Time>> holds{};  // Waiting, before it was first resolved.
    std::vector<Leaving> leavings{};             // All of them.

    friend bool operator==(const TicketFigure&, const TicketFigure&) = default;
};

// Nothing: nothing has become of it yet, or it counts for nothing.
std::optional<TicketFigure> figure_of(const sla::History& history);

}  // namespace ogniwo::tickets
