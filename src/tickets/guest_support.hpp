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

}  // namespace ogniwo::tickets
