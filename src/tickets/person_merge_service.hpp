#pragma once

// What people asks before two persons or two customers become one, and after they are two again.

#include <cstdint>
#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

std::vector<people::MovedCount> things_of_person(const View& view, PersonId person);
std::vector<people::MovedCount> things_of_customer(const View& view, CustomerId customer);

std::int64_t work_of_person(const View& view, PersonId person);

// Tickets that are joined across this customer and another one, and what is still to be done at
// sites of customers that are one with this one, and the other way round.
std::int64_t bound_to_others(const View& view, CustomerId customer);

void forget_links_since(Work& work, PersonId person, Time since);

}  // namespace ogniwo::tickets
