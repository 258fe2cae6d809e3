#pragma once

// Telling people what happened to a ticket. Private to the slice.

#include "tickets/telling_rules.hpp"

namespace ogniwo::tickets {

// In the transaction of what happened, with the ticket as it is now.
void tell(Work& work, const Ticket& ticket, Happening happening);

}  // namespace ogniwo::tickets
