#pragma once

// The events of a ticket, read back from the journal: as one of their types, as the state they add
// up to, as a line of the ticket's history.

#include <optional>
#include <variant>
#include <vector>

#include "storage/journal.hpp"
#include "tickets/history_types.hpp"
#include "tickets/old_ticket_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

using TicketEvent = std::variant<TicketCreated,
                                 TicketReplied,
                                 TicketNoted,
                                 TicketAssigned,
                                 TicketRouted,
                                 TicketStatusChanged,
                                 TicketEscalated,
                                 TicketHandedBack,
                                 TicketResolved,
                                 TicketReopened,
                                 TicketEdited,
                                 TicketFollowed,
                                 TicketUnfollowed,
                                 TicketHandoverScored,
                                 TicketLeadInformed,
                                 TicketTimeBooked,
                                 TicketTimeReversed,
                                 TicketHistoryImported,
                                 TicketBroughtIn>;

// Nothing for an event of another slice, and for a payload that is not what its name promises.
std::optional<TicketEvent> read_event(const Event& event);

// What the event does to the ticket, besides its version and the moment of its last activity.
void apply_event(Ticket& ticket, const TicketEvent& event, Time at);

// Lets one more event happen to the ticket; the first one begins it. False: it is none of a
// ticket's, or no ticket begins with it. Versions are the caller's to compare.
bool replay_next(std::optional<Ticket>& ticket, const Event& event);

// The ticket that one subject's events, oldest first, add up to. Its texts and names are left
// empty. Nothing when there are no events, when one cannot be read, or when versions do not follow
// one another. Events of other slices about the ticket may stand between.
std::optional<Ticket> replay(const std::vector<Event>& events);

// Without the names and the texts.
HistoryEntry history_entry(const Event& event, const TicketEvent& what);

}  // namespace ogniwo::tickets
