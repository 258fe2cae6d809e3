#pragma once

// Telling people what happened to a ticket. Private to the slice.

#include "tickets/telling_rules.hpp"

namespace ogniwo::tickets {

// Following gives no right to see a ticket, rights may be gone since, and a role may be for
// elsewhere.
std::vector<PersonId> who_may_see(Tx& tx, std::vector<PersonId> persons, const Ticket& ticket);

// In the transaction of what happened, with the ticket as it is now.
void tell(Work& work, const Ticket& ticket, Happening happening);

}  // namespace ogniwo::tickets
