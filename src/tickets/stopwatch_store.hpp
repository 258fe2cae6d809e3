#pragma once

// Stopwatches in their tables.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/stopwatch_types.hpp"

namespace ogniwo::tickets::store {

// All verbs of one person's stopwatches begin here, so that two of them never interleave: the new
// version of all of them together.
std::int64_t claim_stopwatches(Tx& tx, PersonId person);

// The newest first.
std::vector<Stopwatch> list_stopwatches(Tx& tx, PersonId person);
std::optional<Stopwatch> find_stopwatch(Tx& tx, PersonId person, TicketId ticket);
void save_stopwatch(Tx& tx, PersonId person, const Stopwatch& stopwatch);
// False when there was none.
bool delete_stopwatch(Tx& tx, PersonId person, TicketId ticket);
void note_seen(Tx& tx, PersonId person, TicketId ticket, Time seen_at);
void delete_stopwatches_of(Tx& tx, PersonId person);

}  // namespace ogniwo::tickets::store
