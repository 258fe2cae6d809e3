#pragma once

// The final comparison of a simulation: what the users remember against what the database holds.
// It reads the tables directly, not through the services it judges.

#include "testing/simulated_house.hpp"
#include "testing/simulated_users.hpp"

namespace ogniwo::simulation {

// Work that is left: nothing, once every loop has ended. As text, for the failure message.
std::string what_is_left(Tx& tx);

void check_wishes(House& house, Tx& tx, const std::deque<Wish>& wishes);
void check_tickets(House& house, Tx& tx);
void check_followers(House& house, Tx& tx);
void check_timers(House& house, Tx& tx);
void check_jobs(House& house, Tx& tx);
void check_letters(House& house, Tx& tx);
void check_storage(House& house, Tx& tx);

}  // namespace ogniwo::simulation
