#pragma once

// What timed rules count of a ticket's way. Pure.

#include <optional>
#include <set>
#include <vector>

#include "tickets/timed_types.hpp"

namespace ogniwo::tickets {

// A step that counts. Arrived: at a tier, or reopened. Spoke: the customer. Touched: one of ours.
// Paused, resumed: by a status of our own in which time stands still.
struct TimedStep {
    enum class What { arrived, spoke, touched, fired, paused, resumed };

    What what = What::arrived;
    Time at{};
    tiers::TimedRuleId rule{};  // That fired.
};

// The stay at the tier where the ticket is.
struct TimedStay {
    Time since{};
    // The first thing since then that nobody of ours has answered: whoever asks again does not wait
    // longer for it.
    std::optional<Time> untouched_since{};
    std::set<tiers::TimedRuleId> fired{};
    std::vector<tiers::Pause> pauses{};  // Those that are over, in order.
    std::optional<Time> paused_since{};
    // When it was last decided anew whether a status pauses in which the ticket has stood. What is
    // late by that is late from then on, and not in the past.
    std::optional<Time> decided_at{};
};

// Of all steps, the oldest first; the first one is an arrival.
TimedStay stay_of(const std::vector<TimedStep>& steps);

// From when this rule counts. Nothing: it has fired, time stands still, or there is nothing to
// count.
std::optional<Time> counts_from(const tiers::TimedRule& rule, const TimedStay& stay);

}  // namespace ogniwo::tickets
