#pragma once

// What verbs and clocks tell about waiting for the customer. Private to the slice.

#include "sla/service.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// Sets the timer of what is to be done next about this wait, or takes it away.
void watch_waiting(Tx& tx, TicketId ticket, const sla::History& history, sla::Promises& promises);

// A wait has just begun: its customer gets a letter, where the policy says what follows.
void tell_waiting(Work& work, const Ticket& ticket);

}  // namespace ogniwo::tickets
