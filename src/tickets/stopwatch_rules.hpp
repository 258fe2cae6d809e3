#pragma once

// What a stopwatch says at a moment, and what becomes of it, as pure functions.
//
// `shift_end` is when the shift ends in which the stretch began. A doubt that has arisen stays
// until it is answered: nothing but the answer moves what it was read from.

#include <optional>

#include "tickets/stopwatch_types.hpp"

namespace ogniwo::tickets {

struct Moment {
    Time now{};
    Time shift_end{};
};

// In this order: no browser was seen for ten minutes; the shift is over; two hours unattended.
std::optional<StopwatchDoubt> doubt_of(const Stopwatch& stopwatch, const Moment& at);
StopwatchState state_of(const Stopwatch& stopwatch, const Moment& at);

// With the stretch that runs or is in doubt, and with what of it lies before the last sign.
Microseconds counted_at(const Stopwatch& stopwatch, Time now);
Microseconds counted_until_seen(const Stopwatch& stopwatch);
// A minute that was begun is a minute.
int begun_minutes(Microseconds counted);

Stopwatch fresh_stopwatch(TicketId ticket, Time now);
Result<Stopwatch> plan_resume(Stopwatch stopwatch, const Moment& at);
// A stretch in doubt stops, and stays in doubt.
Result<Stopwatch> plan_pause(Stopwatch stopwatch, const Moment& at);
// A sign of the person's browser. Too late when there is a doubt.
Stopwatch seen(Stopwatch stopwatch, const Moment& at);
Result<Stopwatch> plan_answer(Stopwatch stopwatch, const AnswerStopwatch& answer, const Moment& at);

}  // namespace ogniwo::tickets
