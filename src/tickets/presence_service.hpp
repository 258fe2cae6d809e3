#pragma once

// Presence and drafts. Nothing here is an event: see presence_types.hpp.

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// For our own people. The customers' neither show nor see it: they are answered that nobody is
// there.
Result<TicketPresences> be_present(Work& work, const BePresent& wish);

// One's own, of one ticket and all of them. Whoever may write to the ticket may keep a draft.
Result<TicketDrafts> save_draft(Work& work, const SaveDraft& wish);
Result<TicketDrafts> list_drafts(const View& view, const OfDrafts& wish);
Result<TicketDrafts> list_all_drafts(const View& view, const Nothing&);

// Its author has sent it.
void drop_draft(Work& work, TicketId ticket, MessageKind kind);
// Who has gone without a word, and what was never sent. Now and then.
void forget_absent(Work& work);

}  // namespace ogniwo::tickets
