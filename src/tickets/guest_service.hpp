#pragma once

// Guest experts: what our people do about them, and what they do by their link.
//
// Of a guest everything is decided under the claim of the ticket where theirs goes on, so that two
// of ours, or a guest and the end of their invitation, never cross.

#include <vector>

#include "operations/operations.hpp"
#include "storage/journal.hpp"
#include "storage/timers.hpp"
#include "storage/work.hpp"
#include "tickets/guest_link_types.hpp"
#include "tickets/history_types.hpp"
#include "tickets/service.hpp"

namespace ogniwo::tickets {

// --- Our people

Result<TicketGuests> list_guests(const View& view, const ListGuests& wish);
// Order: closed; guest_of_spam; the address; guests_too_many, guest_invited_already; the words; the
// messages.
Result<TicketGuests> invite_guest(Work& work, const InviteGuest& wish);
// Each of these is refused once the invitation is over; letters also where the ticket is spam.
Result<TicketGuests> show_to_guest(Work& work, const ShowToGuest& wish);
Result<TicketGuests> prolong_guest(Work& work, const ProlongGuest& wish);
Result<TicketGuests> tell_guest(Work& work, const TellGuest& wish);
Result<TicketGuests> send_guest_link(Work& work, const OfGuest& wish);
Result<TicketGuests> end_guest(Work& work, const OfGuest& wish);
// At any time, and for good: who they were, what they wrote and their files.
Result<TicketGuests> erase_guest(Work& work, const OfGuest& wish);

// --- The guest. `missing` for a link that is over, was replaced or never was.

Result<GuestRoom> look_at_guest_room(const View& view, const LookAtGuestRoom& wish);
// The first time is written down.
Result<GuestRoom> open_guest_room(Work& work, const LookAtGuestRoom& wish);
Result<GuestRoom> write_as_guest(Work& work, const WriteAsGuest& wish);
Outcome attach_as_guest_before(Outside& outside, AttachAsGuest& wish);
Result<Attachment> attach_as_guest(Work& work, const AttachAsGuest& wish);
Result<FileAnswer> read_guest_file(const View& view, const ReadGuestFile& wish);

// --- Of the rest of the slice

// After the event that closed the ticket; of one that is not closed nobody is sent away.
void end_guests(Work& work, Ticket& ticket);
// After the event that gave it to another customer: what a guest was asked and shown was theirs.
void end_guests_of_move(Work& work, Ticket& ticket);
// Who would be sent away by that.
std::vector<std::string> names_of_guests(const View& view, const Ticket& ticket);
// Beside the messages whom they were shown to, and who from outside wrote them or was told.
void add_guests(Tx& tx, std::vector<TicketMessage>& messages);
void name_guests(Tx& tx, std::vector<HistoryEntry>& entries);

inline constexpr std::string_view guest_timer = "tickets.guest_end";
Outcome guest_due(Work& work, const Timer& timer);

// Guests of the ticket who are not as its events, and those of the tickets it was merged into, say.
void compare_guests(Tx& tx,
                    TicketId ticket,
                    const std::vector<Event>& events,
                    std::vector<Difference>& found);

// Retention: who they were goes, what was said stays.
inline constexpr std::string_view guest_retention = "tickets.guests";
inline constexpr std::int64_t guest_retention_days = 365;
std::int64_t count_old_guests(const View& view, Time before);
std::int64_t forget_old_guests(Work& work, Time before, int limit);

}  // namespace ogniwo::tickets
