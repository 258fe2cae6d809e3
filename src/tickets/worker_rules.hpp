#pragma once

// Who may speak with the customer of a ticket whose voice is kept. Pure.

#include "tickets/types.hpp"
#include "tickets/worker_types.hpp"

namespace ogniwo::tickets {

// Around one wish.
struct Voice {
    std::optional<PersonId> kept_by{};
    bool is_here = true;     // Works for us, and is not absent.
    PersonId actor{};        // Nobody: the product itself.
    bool is_beside = false;  // Has the ticket, or works on it.
};

// Nobody but the voice answers the customer. The product itself may, and where no voice is kept,
// everybody.
Outcome may_speak(const Voice& voice);

// Order: no voice is kept, it is the actor's own already, it is here and the actor does not work on
// the ticket.
Outcome may_take_voice(const Voice& voice);

// As taking, but the voice itself may, too.
Outcome may_end_voice(const Voice& voice);

// A voice is over where the ticket is back at its tier, or below.
bool ends_voice(const Ticket& ticket, int tier);
void end_voice(Ticket& ticket);

}  // namespace ogniwo::tickets
