#pragma once

// Who may see and touch which ticket. Shared by the services of this slice, private to it.

#include "storage/work.hpp"
#include "tickets/rules.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// What lists and notices go by: of a whole customer, or of their own.
bool may_see(const Actor& actor, const Ticket& ticket);
// Whoever approves for the customer also sees what their word was asked for, and may do there what
// its requester may: ask back, or close it as too dear.
bool may_look_at(const View& view, const Ticket& ticket);

// Whose messages a ticket shows: those of all that go on where it does.
std::vector<TicketId> talk_of(Tx& tx, TicketId ticket);
// Whoever sees one of the tickets of a talk reads the talk.
Outcome may_read(const View& view, const TicketMessage& message);
// Nobody answers what they have not read: where somebody else was quicker it is told before it is
// sent. `last`: the last message that was read; nothing: nobody asks.
Outcome has_read_all(const View& view, TicketId ticket, const std::optional<MessageId>& last);

// On whose side of the desk the actor sits, for this ticket.
By side_of(const Actor& actor, CustomerId customer);

Result<Ticket> load_visible(const View& view, TicketId ticket);

// Which row an event of this ticket is about.
About about(const Ticket& ticket);

// Raises the ticket's version, so that verbs on one ticket queue up, and checks the right. What
// comes back holds the new version already.
// A merged one is refused, in favour of the one where it goes on.
Result<Ticket> claim(Work& work, TicketId ticket, Right right);
// For the few verbs that a merged ticket still knows.
Result<Ticket> claim_even_merged(Work& work, TicketId ticket, Right right);
// The one where a merged ticket goes on, whoever may see that; nothing unless it is merged.
std::optional<Ticket> claim_where_it_goes_on(Work& work, const Ticket& ticket);
Error merged_refusal(Tx& tx, const Ticket& ticket);

// What only those who may read a ticket's notes are shown.
void hide_marks(Ticket& ticket);

// Writes names beside the ids, a statement per kind of name and not per ticket, and takes away what
// this reader may not see.
void add_names(const View& view, std::vector<Ticket>& tickets);
Ticket with_names(const View& view, Ticket ticket);

}  // namespace ogniwo::tickets
