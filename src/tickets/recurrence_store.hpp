#pragma once

// The only place that names the table ticket_recurrence.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/recurrence_types.hpp"

namespace ogniwo::tickets::store {

RecurrenceId insert_recurrence(Tx& tx, const Recurrence& one);
std::int64_t count_recurrences(Tx& tx);
// Without names.
std::vector<Recurrence> list_recurrences(Tx& tx, const Scope& scope);
// Raises its version.
std::optional<Recurrence> claim_recurrence(Tx& tx, const Scope& scope, RecurrenceId one);
void update_recurrence(Tx& tx, const Recurrence& one);
void forget_requester(Tx& tx, PersonId person);

}  // namespace ogniwo::tickets::store
