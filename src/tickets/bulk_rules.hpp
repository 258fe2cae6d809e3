#pragma once

// What a bulk change needs, what it leaves as it is, and how far it can be taken back.

#include <optional>

#include "tickets/bulk_types.hpp"
#include "tickets/rules.hpp"

namespace ogniwo::tickets {

// Each verb has the parts it needs and no other; all that is wrong, with pointers from `/change`.
Outcome check_change(const BulkChange& change);

BulkState state_of(const Ticket& ticket);

// Whether the ticket is already as the change wants it. Followers are not in the ticket: never.
bool is_so_already(const Ticket& ticket, const BulkChange& change);

// `macro`: its effects, where the change is one.
UndoReach undo_reach(const BulkChange& change, const MacroEffects& macro);

// The standing that an undo returns to. Between open ones every way is free, also to `new`: nobody
// has decided anything there that would be overruled. A closed ticket may be merely resolved again.
// Order: unchanged; not allowed.
Result<Standing> plan_putting_back(const Standing& now, const Standing& before);

// Order: too late; nothing left to undo.
Outcome may_undo(Time done_at, Time now, bool is_left);

}  // namespace ogniwo::tickets
