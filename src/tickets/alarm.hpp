#pragma once

// What is done about time that is used up: at a tier, or of a promise. Private to the slice.

#include <optional>
#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tickets/moves.hpp"
#include "tickets/timed_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

struct Alarm {
    std::vector<TimedOutcome> outcomes{};  // One for each thing that was wanted.
    std::vector<PersonId> persons{};       // Who are told.
    std::optional<Lift> up{};
};

struct AlarmWish {
    std::vector<tiers::TimedAction> actions{};
    // A code of the structure for the way up; where it is not allowed there, or none is said, time
    // is the reason.
    std::optional<std::string> reason{};
    std::optional<int> tier{};  // Where it goes up to; nothing: the next one that may be reached.
};
Alarm alarm_for(Work& work, const Ticket& ticket, const AlarmWish& wish);

// After the event that says so: tells them, of this kind, and lifts the ticket.
void sound(Work& work, Ticket ticket, Alarm alarm, std::string_view kind);

}  // namespace ogniwo::tickets
