#pragma once

// What the verbs of this slice tell the clocks of promises. Private to it.

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// A ticket has come, of which there is nothing to count yet but what was promised.
void begin_clocks(Work& work, TicketId ticket);

// Something has happened that a promise may depend on: somebody wrote, the ticket moved or came to
// stand otherwise, its terms are others, or others became one with it. After the event.
void count_clocks(Work& work, TicketId ticket);

}  // namespace ogniwo::tickets
