#pragma once

// The only place that names the tables ticket_state, ticket_way and ticket_lifecycle; it counts
// those of `ticket` (store.hpp) that stand somewhere.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/state_types.hpp"

namespace ogniwo::tickets::store {

// In use or retired, by group and place.
std::vector<TicketState> list_states(Tx& tx);
std::optional<StateId> find_default_state(Tx& tx, TicketStatus status);
// Those in use or retired meanwhile whose time does not count, or of which it was once decided
// anew.
std::vector<TicketState> list_pausing_states(Tx& tx);
Lifecycle load_lifecycle(Tx& tx);

// Raises the version, so that changes of it never interleave; what comes back is the new one.
std::int64_t claim_lifecycle(Tx& tx);
StateId insert_state(Tx& tx, const TicketState& state);
void update_state(Tx& tx, const TicketState& state);
void save_ways(Tx& tx, const std::vector<StateWay>& ways);

// At most `most`. Places without a status of our own are counted in open groups only.
std::int64_t count_standing(Tx& tx, const StatePlace& place, std::int64_t most);

}  // namespace ogniwo::tickets::store
