#include "tickets/split_store.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql find_shown_message_sql{"tickets.find_shown_message", R"sql(
    SELECT m.ticket, s.shown_at FROM ticket_message AS m
      LEFT JOIN ticket_split_message AS s ON s.message = m.id
     WHERE m.id = $1
)sql"};

const Sql find_shown_time_sql{"tickets.find_shown_time", R"sql(
    SELECT e.ticket, s.shown_at FROM ticket_time AS e
      LEFT JOIN ticket_split_time AS s ON s.entry = e.id
     WHERE e.id = $1
)sql"};

const Sql show_message_at_sql{"tickets.show_message_at", R"sql(
    INSERT INTO ticket_split_message (message, shown_at) VALUES ($1, $2)
)sql"};

const Sql show_time_at_sql{"tickets.show_time_at", R"sql(
    INSERT INTO ticket_split_time (entry, shown_at) VALUES ($1, $2)
)sql"};

const Sql show_time_beside_sql{"tickets.show_time_beside", R"sql(
    INSERT INTO ticket_split_time (entry, shown_at)
    SELECT CAST($2 AS bigint), shown_at FROM ticket_split_time WHERE entry = $1
)sql"};

const Sql delete_split_messages_sql{"tickets.delete_split_messages", R"sql(
    DELETE FROM ticket_split_message WHERE shown_at = $1
)sql"};

const Sql delete_split_time_sql{"tickets.delete_split_time", R"sql(
    DELETE FROM ticket_split_time WHERE shown_at = $1
)sql"};

const Sql first_split_message_sql{"tickets.first_split_message", R"sql(
    SELECT MIN(m.at) FROM ticket_split_message AS s JOIN ticket_message AS m ON m.id = s.message
     WHERE s.shown_at = $1
)sql"};

const Sql list_split_messages_sql{"tickets.list_split_messages", R"sql(
    SELECT message FROM ticket_split_message WHERE shown_at = $1 ORDER BY message
)sql"};

const Sql list_split_time_sql{"tickets.list_split_time", R"sql(
    SELECT entry FROM ticket_split_time WHERE shown_at = $1 ORDER BY entry
)sql"};

const Sql is_shown_elsewhere_sql{"tickets.is_shown_elsewhere", R"sql(
    SELECT EXISTS (SELECT 1 FROM ticket_message AS m
                     JOIN ticket_split_message AS s ON s.message = m.id WHERE m.ticket = $1)
        OR EXISTS (SELECT 1 FROM ticket_time AS e
                     JOIN ticket_split_time AS s ON s.entry = e.id WHERE e.ticket = $1)
)sql"};

const Sql list_split_off_sql{"tickets.list_split_off", R"sql(
    SELECT id FROM ticket WHERE split_from = $1 AND split_from IS NOT NULL ORDER BY id LIMIT $2
)sql"};

Shown read_shown(const Row& row) {
    return {.written_at = row.get<TicketId>("ticket"),
            .split_to = row.get<std::optional<TicketId>>("shown_at")};
}

}  // namespace

std::optional<Shown> find_shown_message(Tx& tx, MessageId message) {
    return tx.find(read_shown, find_shown_message_sql, message);
}

std::optional<Shown> find_shown_time(Tx& tx, TimeEntryId entry) {
    return tx.find(read_shown, find_shown_time_sql, entry);
}

void show_message_at(Tx& tx, MessageId message, TicketId ticket) {
    tx.run(show_message_at_sql, message, ticket);
}

void show_time_at(Tx& tx, TimeEntryId entry, TicketId ticket) {
    tx.run(show_time_at_sql, entry, ticket);
}

void show_time_beside(Tx& tx, TimeEntryId entry, TimeEntryId other) {
    tx.run(show_time_beside_sql, entry, other);
}

void delete_split(Tx& tx, TicketId ticket) {
    tx.run(delete_split_messages_sql, ticket);
    tx.run(delete_split_time_sql, ticket);
}

std::vector<MessageId> list_split_messages(Tx& tx, TicketId ticket) {
    return tx.all(first_column<MessageId>, list_split_messages_sql, ticket);
}

std::vector<TimeEntryId> list_split_time(Tx& tx, TicketId ticket) {
    return tx.all(first_column<TimeEntryId>, list_split_time_sql, ticket);
}

bool is_shown_elsewhere(Tx& tx, TicketId ticket) {
    return tx.one<bool>(is_shown_elsewhere_sql, ticket);
}

std::vector<TicketId> list_split_off(Tx& tx, TicketId ticket, int limit) {
    return tx.all(first_column<TicketId>, list_split_off_sql, ticket, limit);
}

std::optional<Time> first_split_message_at(Tx& tx, TicketId ticket) {
    return tx.one<std::optional<Time>>(first_split_message_sql, ticket);
}

}  // namespace ogniwo::tickets::store
