#pragma once

// What the verbs of this slice tell the routing. Private to it.

#include <optional>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// A ticket has come into its queue and nobody has it: where the queue gives its tickets out, it is
// given to somebody in this Work, as one event more on behalf of the product, or else it waits.
// Whoever came before goes first.
void arrive(Work& work, Ticket& ticket);

// It became more or less urgent while it waits.
void rank_anew(Work& work, const Ticket& ticket);

// The words for the skills that a choice was made by.
void name_skills(Tx& tx, RoutingWhy& why);

// Somebody has a ticket less: what waits is looked at again, right after this Work.
void has_room(Work& work, const std::optional<PersonId>& person);

}  // namespace ogniwo::tickets
