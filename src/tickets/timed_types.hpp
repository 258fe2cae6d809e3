#pragma once

// What became of a timed rule of a tier (tiers/timed_rule_types.hpp) at one ticket.
//
// A rule fires once while a ticket is at the tier. The stay begins when the ticket comes there, and
// anew when it is reopened. Everything needed is in the journal: there are no rows but one timer
// per ticket, for whatever is due next.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/time.hpp"
#include "tickets/handover_types.hpp"
#include "tiers/timed_rule_types.hpp"

namespace ogniwo::tickets {

// Informed instead: it was to be escalated, and the structure allows no such move; or it was to be
// raised, and has the highest priority.
enum class TimedOutcome { warned, informed, raised, escalated, informed_instead };
constexpr auto names(TimedOutcome) {
    return enum_names("warned", "informed", "raised", "escalated", "informed_instead");
}

struct TicketTimedRuleFired {
    static constexpr std::string_view name = "tickets.timed_rule_fired";
    static constexpr int schema = 1;

    tiers::TimedRuleId rule{};
    int tier = 1;
    tiers::TimedCount counts = tiers::TimedCount::untouched;
    int minutes = 0;
    tiers::TimedClock clock = tiers::TimedClock::always;
    TimedOutcome outcome = TimedOutcome::warned;
    Time due_at{};
    int told = 0;  // How many people.
};
void describe(Fields& fields, TicketTimedRuleFired& event);

// A rule of the ticket's tier as it stands for this ticket.
struct TimedState {
    tiers::TimedRuleId rule{};
    tiers::TimedCount counts = tiers::TimedCount::untouched;
    int minutes = 0;
    tiers::TimedClock clock = tiers::TimedClock::always;
    tiers::TimedAction action = tiers::TimedAction::warn;
    std::optional<Time> due_at{};  // Nothing: it does not count now, or has fired.
    bool has_fired = false;
};
void describe(Fields& fields, TimedState& state);

struct ReadTimed {
    TicketId ticket{};
};
void describe(Fields& fields, ReadTimed& wish);

struct TicketTimed {
    std::vector<TimedState> items{};
};
void describe(Fields& fields, TicketTimed& timed);

}  // namespace ogniwo::tickets
