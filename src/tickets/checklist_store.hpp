#pragma once

// The only place that names the table ticket_step.

#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

StepId insert_step(Tx& tx, TicketId ticket, const ChecklistStep& step);
std::vector<ChecklistStep> list_steps(Tx& tx, TicketId ticket);
// Ticked by nobody: unticked.
void tick_step(Tx& tx, const ChecklistStep& step);
void delete_step(Tx& tx, StepId step);
void erase_steps_of(Tx& tx, PersonId author);

}  // namespace ogniwo::tickets::store
