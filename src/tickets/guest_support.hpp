#pragma once

// What the verbs of our people and those of guests have in common. Private to the slice.

#include "storage/work.hpp"
#include "tickets/guest_store.hpp"
#include "tickets/guest_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// All that a guest may read, oldest first. What was shown to them they read as long as the talk
// shows it: what was taken out of it may be another customer's by now.
std::vector<store::RoomRow> room_of(Tx& tx, const TicketGuest& guest);

enum class GuestLetter { invitation, message };
constexpr auto names(GuestLetter) {
    return enum_names("invitation", "message");
}
// With a link of its own.
void write_to_guest(Work& work,
                    const Ticket& ticket,
                    const TicketGuest& guest,
                    const std::pair<GuestLetter, const std::string&>& what);

// The ticket gets one version more for it, and keeps its place in the lists.
void end_guest_now(Work& work, Ticket& ticket, TicketGuest guest, GuestEnd why);

}  // namespace ogniwo::tickets
