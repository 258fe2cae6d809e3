#pragma once

// A macro on a ticket: what it would do, and doing it. Private to the slice.
//
// Every effect goes through the verb that somebody would use by hand, so its rights and rules are
// the verb's. An effect that finds the ticket as it shall be is passed over; one that is refused
// refuses the whole macro. So a preview runs each effect on its own and keeps nothing, and tells of
// each what came of it.

#include "storage/work.hpp"
#include "tickets/macro_types.hpp"

namespace ogniwo::tickets {

Result<MacroPreview> preview_macro(Work& work, const PreviewMacro& wish);

// Order: the ticket, the macro, its version, then effect by effect; macro_changes_nothing where all
// of them find the ticket as it shall be.
Result<Ticket> apply_macro(Work& work, const ApplyMacro& wish);

}  // namespace ogniwo::tickets
