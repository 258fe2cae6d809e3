#pragma once

// Due dates, snoozing and spam, and whom a note may mention.
//
// Whoever works on a ticket does all of it. A due date is told of once in the morning of its day
// and once when it is over, a sleeping ticket wakes up once: by timers, so also after the server
// was down, with the moment at which it should have been.

#include "storage/timers.hpp"
#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

Result<Ticket> set_due(Work& work, const SetDue& wish);
Result<Ticket> clear_due(Work& work, const ClearDue& wish);
Outcome due_reached(Work& work, const Timer& timer);

// It is in nobody's way until then, or until the customer writes.
Result<Ticket> snooze_ticket(Work& work, const SnoozeTicket& wish);
Result<Ticket> wake_ticket(Work& work, const WakeTicket& wish);
Outcome snooze_over(Work& work, const Timer& timer);

// It leaves all lists, and nobody is told; unmarking brings it back as it was.
Result<Ticket> mark_spam(Work& work, const MarkSpam& wish);
Result<Ticket> unmark_spam(Work& work, const UnmarkSpam& wish);

Result<MentionablePeople> list_mentionable(const View& view, const ListMentionable& wish);

}  // namespace ogniwo::tickets
