#pragma once

// The events of a ticket, read back from the journal: as one of their types, as the state they add
// up to, as a line of the ticket's history.

#include <optional>
#include <variant>
#include <vector>

#include "storage/journal.hpp"
#include "tickets/appointment_types.hpp"
#include "tickets/clock_types.hpp"
#include "tickets/customer_types.hpp"
#include "tickets/history_types.hpp"
#include "tickets/macro_types.hpp"
#include "tickets/merge_types.hpp"
#include "tickets/move_types.hpp"
#include "tickets/old_ticket_types.hpp"
#include "tickets/site_types.hpp"
#include "tickets/split_types.hpp"
#include "tickets/state_types.hpp"
#include "tickets/timed_types.hpp"
#include "tickets/types.hpp"
#include "tickets/waiting_types.hpp"
#include "tickets/worker_types.hpp"

namespace ogniwo::tickets {

using TicketEvent = std::variant<TicketCreated,
                                 TicketReplied,
                                 TicketNoted,
                                 TicketAssigned,
                                 TicketRouted,
                                 TicketStatusChanged,
                                 TicketStateChanged,
                                 TicketEscalated,
                                 TicketHandedBack,
                                 TicketMoved,
                                 TicketResolved,
                                 TicketReopened,
                                 TicketEdited,
                                 TicketFollowed,
                                 TicketUnfollowed,
                                 TicketHandoverScored,
                                 TicketLeadInformed,
                                 TicketTimeBooked,
                                 TicketTimeReversed,
                                 TicketRated,
                                 TicketStepsAdded,
                                 TicketStepTicked,
                                 TicketStepRemoved,
                                 TicketApprovalAsked,
                                 TicketApprovalDecided,
                                 TicketTagged,
                                 TicketUntagged,
                                 TicketLinked,
                                 TicketUnlinked,
                                 TicketDueSet,
                                 TicketDueTold,
                                 TicketSnoozed,
                                 TicketWoken,
                                 TicketSpamMarked,
                                 TicketSpamUnmarked,
                                 TicketMacroApplied,
                                 TicketMerged,
                                 TicketAbsorbed,
                                 TicketUnmerged,
                                 TicketReleased,
                                 TicketReachedByReply,
                                 TicketSplit,
                                 TicketSplitOff,
                                 TicketUnsplit,
                                 TicketSplitUndone,
                                 TicketRequesterChanged,
                                 TicketCustomerChanged,
                                 TicketFieldsChanged,
                                 TicketWorkerAdded,
                                 TicketWorkerRemoved,
                                 TicketVoiceChanged,
                                 TicketTimedRuleFired,
                                 TicketClockReached,
                                 TicketWorkaroundSet,
                                 TicketWaitingReminded,
                                 TicketAppointmentMade,
                                 TicketAppointmentChanged,
                                 TicketAppointmentAgreed,
                                 TicketAppointmentEnded,
                                 TicketAppointmentReminded,
                                 TicketAppointmentLinked,
                                 TicketGuestInvited,
                                 TicketGuestOpened,
                                 TicketGuestWrote,
                                 TicketGuestTold,
                                 TicketGuestShown,
                                 TicketGuestProlonged,
                                 TicketGuestLinked,
                                 TicketGuestEnded,
                                 TicketGuestErased,
                                 TicketSiteChanged,
                                 TicketHistoryImported,
                                 TicketBroughtIn>;

// Nothing for an event of another slice, and for a payload that is not what its name promises.
std::optional<TicketEvent> read_event(const Event& event);

// What it says of an appointment, if anything.
const AppointmentStep* appointment_step(const TicketEvent& event);

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
