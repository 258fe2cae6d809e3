#pragma once

// A macro as a bulk change of many tickets: what it would take to undo it. Private to the slice.

#include "storage/work.hpp"
#include "tickets/bulk_types.hpp"

namespace ogniwo::tickets {

// The effects of the change's macro; none for other changes. Refused where this actor has no such
// macro, or another version of it was tried.
Result<MacroEffects> effects_of(const View& view, const BulkChange& change);

BulkMarks marks_of(Tx& tx, const Ticket& ticket);
// Verb by verb, what differs. The ticket is as the macro left it but for its place and standing.
Outcome put_back_marks(Work& work, TicketId ticket, const BulkMarks& before);

}  // namespace ogniwo::tickets
