#pragma once

// What hangs on a person or a customer who is to go on as another one.

#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

// Whatever there is of: "tickets", "open_tickets", "minutes" on those tickets, "messages",
// "worked_minutes", "appointments", "recurrences", "follows".
std::vector<people::MovedCount> count_things_of(Tx& tx, PersonId person);
std::vector<people::MovedCount> count_things_of(Tx& tx, CustomerId customer);

// Open tickets and times ahead that nobody else has, and stopwatches.
std::int64_t count_work_of(Tx& tx, PersonId person, Time now);
// To appointments and ratings, sent to this person since then; what was rated stays.
void forget_links_since(Tx& tx, PersonId person, Time since);
// Of the customer's open tickets, of its visits ahead and of the recurring tickets to come: once
// for each.
std::vector<people::SiteId> list_places_ahead(Tx& tx, CustomerId customer, Time now);
// Tickets that were merged, and messages and work that were split off, across this customer and
// another one.
std::int64_t count_joined_across(Tx& tx, CustomerId customer);

}  // namespace ogniwo::tickets::store
