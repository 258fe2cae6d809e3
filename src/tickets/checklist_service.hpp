#pragma once

// The steps of a ticket. Private to the slice; nobody below needs it.

#include "storage/journal.hpp"
#include "storage/work.hpp"
#include "tickets/service.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// Nothing for customers' people.
Result<TicketChecklist> list_steps(const View& view, const OfChecklist& wish);
Result<TicketChecklist> add_steps(Work& work, const AddSteps& wish);
// Ticking what is ticked, or the other way round, changes nothing and is no event.
Result<TicketChecklist> tick_step(Work& work, const TickStep& wish);
Result<TicketChecklist> remove_step(Work& work, const RemoveStep& wish);

// The steps of a template, with an event of their own. `texts` are checked already.
void begin_checklist(Work& work, Ticket& ticket, const std::vector<std::string>& texts);
// Without the spaces around each, and without empty ones. Refuses too many, and too long ones at
// `pointer`/n.
Result<std::vector<std::string>> tidy_steps(const std::vector<std::string>& texts,
                                            std::string_view pointer);

void compare_steps(Tx& tx,
                   TicketId ticket,
                   const std::vector<Event>& events,
                   std::vector<Difference>& found);

}  // namespace ogniwo::tickets
