#pragma once

// Works out what `start of month - 1mo` or `now - 3d` is today. Private to this folder.
//
// A moment is a day of the calendar or an instant. Days and longer units follow the calendar and
// keep the time on the wall clock: 31 January + 1mo is the last day of February. On an instant,
// hours and minutes are elapsed time. On a day they are the time on that day's wall clock, and make
// it an instant: `today + 8h` is eight in the morning also when the clocks change that night.
// Nothing leaves the years 1 to 9999: what would, stops at the border.

#include <variant>

#include "conditions/condition.hpp"
#include "conditions/context.hpp"

namespace ogniwo::conditions {

// True when the moment is a day, whatever the context.
bool is_day(const Moment& moment);

std::variant<Date, Time> evaluated(const Moment& moment, const Context& context);

// The instants that belong to the moment: all of the day, or the one microsecond. `after` is the
// first that no longer does.
struct Stretch {
    Time first;
    Time after;
};
Stretch stretch_of(const Moment& moment, const Context& context);

}  // namespace ogniwo::conditions
