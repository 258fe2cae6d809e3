#pragma once

// Telling people what happened to a ticket. Private to the slice.

#include "tickets/telling_rules.hpp"

namespace ogniwo::tickets {

// Following gives no right to see a ticket, rights may be gone since, and a role may be for
// elsewhere. Whoever was merged hears of it as the one they go on as, each once.
std::vector<PersonId> who_may_see(Tx& tx, const std::vector<PersonId>& asked, const Ticket& ticket);

// Those whom a lead's attention is asked of: the first of those roles that anybody else has who may
// see the ticket.
std::vector<PersonId> leads_besides(Tx& tx, PersonId me, const Ticket& ticket);

// In the transaction of what happened, with the ticket as it is now.
// Nobody hears of spam, and those in `told` have heard already.
void tell(Work& work,
          const Ticket& ticket,
          Happening happening,
          const std::vector<PersonId>& told = {});
// The same of something else about the ticket, to those of them who may see it.
void tell_of(Work& work,
             const Ticket& ticket,
             std::string_view kind,
             const std::vector<PersonId>& persons);

}  // namespace ogniwo::tickets
