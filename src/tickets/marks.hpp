#pragma once

// What the other verbs of this slice do to the marks of a ticket. Private to it.

#include <vector>

#include "storage/journal.hpp"
#include "storage/work.hpp"
#include "tickets/mark_rules.hpp"
#include "tickets/service.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// Where it sleeps, it does no longer, as one event more. Where it goes from there is the caller's
// concern: arrive() of routing.hpp.
void wake(Work& work, Ticket& ticket, WakeWhy why);

// It is open again: from now on it is told of its due date.
void watch_due(Work& work, const Ticket& ticket);

// As it was before, also where that moment has passed since, and where there was none.
Outcome put_due_back(Work& work, TicketId ticket, const Due& due);

// It is done: those who have a ticket that depended on it may go on.
void tell_freed(Work& work, const Ticket& ticket);

// Those of these persons who may not be mentioned in a note on the ticket are refused by their
// place. What comes back holds each once.
Result<std::vector<PersonId>> check_mentions(Work& work,
                                             const Ticket& ticket,
                                             const std::vector<PersonId>& persons);

// Rows of tags and links that the ticket's events do not explain, and the other way round.
void compare_marks(Tx& tx,
                   const Ticket& ticket,
                   const std::vector<Event>& events,
                   std::vector<Difference>& found);

}  // namespace ogniwo::tickets
