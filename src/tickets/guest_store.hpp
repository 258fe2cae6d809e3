#pragma once

// The only place that names the tables ticket_guest, ticket_guest_link and ticket_guest_message. It
// also looks at ticket_message (store.hpp) for the words of a guest's room.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

// Guests come without the names of persons and without what is shown to them.

GuestId insert_guest(Tx& tx, const TicketGuest& guest);
// Everything of it that a verb may change.
void update_guest(Tx& tx, const TicketGuest& guest);
std::optional<TicketGuest> find_guest(Tx& tx, GuestId guest);
// Of these tickets, oldest first.
std::vector<TicketGuest> list_guests(Tx& tx, const std::vector<TicketId>& tickets);
std::vector<TicketGuest> list_guests_by_id(Tx& tx, const std::vector<std::int64_t>& ids);

void insert_guest_link(Tx& tx, GuestId guest, const Blob& token);
void delete_guest_links(Tx& tx, GuestId guest);
std::optional<TicketGuest> find_guest_by_token(Tx& tx, const Blob& token);

// Whoever wrote a message or was told it keeps that part.
void add_guest_message(Tx& tx, GuestId guest, MessageId message, GuestPart part);
void hide_shown_messages(Tx& tx, GuestId guest);

struct RoomRow {
    TicketMessage message{};
    GuestPart part = GuestPart::shown;
};
// All that they wrote, were told or were ever shown, oldest first; room_of() is what they may read.
std::vector<RoomRow> list_room(Tx& tx, GuestId guest);

struct GuestOfMessage {
    MessageId message{};
    MessageGuest guest{};
};
std::vector<GuestOfMessage> list_guests_of_messages(Tx& tx, const std::vector<std::int64_t>& ids);

// Who it was; what they wrote is a matter of erase_guest_texts.
void erase_guest(Tx& tx, GuestId guest);
void erase_guest_texts(Tx& tx, GuestId guest);
// Whose invitation ended before that, and who are still known.
std::int64_t count_guests_before(Tx& tx, Time before);
std::vector<TicketGuest> list_guests_before(Tx& tx, Time before, int limit);

}  // namespace ogniwo::tickets::store
