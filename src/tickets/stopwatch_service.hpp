#pragma once

// The verbs of a person's stopwatches. Everybody has their own, and nobody sees another's.

#include "storage/work.hpp"
#include "tickets/stopwatch_types.hpp"

namespace ogniwo::tickets {

Result<TicketStopwatches> list_stopwatches(const View& view, const Nothing&);
// Starts one, or goes on with it; the one that runs is paused.
Result<TicketStopwatches> start_stopwatch(Work& work, const OfStopwatch& wish);
Result<TicketStopwatches> pause_stopwatch(Work& work, const OfStopwatch& wish);
Result<TicketStopwatches> answer_stopwatch(Work& work, const AnswerStopwatch& wish);
Result<TicketStopwatches> drop_stopwatch(Work& work, const OfStopwatch& wish);
// A sign of an open browser, once a minute while one runs. Nothing that the journal should know.
Result<TicketStopwatches> touch_stopwatches(Work& work, const Nothing&);

// Its minutes become an entry: it is gone then. Refused while it asks what to count.
Outcome use_stopwatch(Work& work, TicketId ticket);

}  // namespace ogniwo::tickets
