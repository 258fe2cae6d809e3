#pragma once

// The only place that names the table ticket_worker; lists of tickets look at it, too.

#include <vector>

#include "storage/work.hpp"
#include "tickets/worker_types.hpp"

namespace ogniwo::tickets::store {

// Without their names, in the order in which they came.
std::vector<TicketWorker> list_workers(Tx& tx, TicketId ticket);
// Nothing new when the person works on it already, nothing gone when not: then false.
bool insert_worker(Tx& tx, TicketId ticket, PersonId person, Time since);
bool delete_worker(Tx& tx, TicketId ticket, PersonId person);
void delete_worker_everywhere(Tx& tx, PersonId person);

}  // namespace ogniwo::tickets::store
