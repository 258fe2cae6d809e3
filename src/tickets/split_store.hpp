#pragma once

// The tables ticket_split_message and ticket_split_time: at which ticket something is shown that
// was written at another one.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/split_types.hpp"

namespace ogniwo::tickets::store {

std::optional<Shown> find_shown_message(Tx& tx, MessageId message);
std::optional<Shown> find_shown_time(Tx& tx, TimeEntryId entry);

void show_message_at(Tx& tx, MessageId message, TicketId ticket);
void show_time_at(Tx& tx, TimeEntryId entry, TicketId ticket);
// Where the one is shown, if it was split off, the other one is, too.
void show_time_beside(Tx& tx, TimeEntryId entry, TimeEntryId other);
// All that was split off to it is shown where it was written again.
void delete_split(Tx& tx, TicketId ticket);

// In order of id.
std::vector<MessageId> list_split_messages(Tx& tx, TicketId ticket);
std::vector<TimeEntryId> list_split_time(Tx& tx, TicketId ticket);
// When the oldest of those messages was written.
std::optional<Time> first_split_message_at(Tx& tx, TicketId ticket);

// Whether something that was written at it is shown elsewhere. It may have been split off from a
// ticket that this one was merged into then.
bool is_shown_elsewhere(Tx& tx, TicketId ticket);

// What was split off from it and not put back.
std::vector<TicketId> list_split_off(Tx& tx, TicketId ticket, int limit);

}  // namespace ogniwo::tickets::store
