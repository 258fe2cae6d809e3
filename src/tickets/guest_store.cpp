#include "tickets/guest_store.hpp"

#include "storage/connection.hpp"
#include "tickets/shown_sql.hpp"

namespace ogniwo::tickets::store {
namespace {

#define GUEST_COLUMNS                                                                \
    "SELECT g.id AS id, g.ticket AS ticket, g.name AS name, g.email AS email,"       \
    " g.company AS company, g.language AS language, g.question AS question,"         \
    " g.invited_by AS invited_by, g.invited_at AS invited_at, g.ends_at AS ends_at," \
    " g.ended_at AS ended_at, g.ended_why AS ended_why, g.opened_at AS opened_at "

#define INSERT_GUEST                                                              \
    "INSERT INTO ticket_guest (ticket, name, email, company, language, question," \
    " invited_by, invited_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"

const Sql insert_guest_sqlite{"tickets.insert_guest", INSERT_GUEST, Dialect::sqlite};
const Sql insert_guest_postgres{
    "tickets.insert_guest", INSERT_GUEST " RETURNING id", Dialect::postgres};

#undef INSERT_GUEST

const Sql update_guest_sql{"tickets.update_guest", R"sql(
    UPDATE ticket_guest SET ends_at = $2, ended_at = $3, ended_why = $4, opened_at = $5
     WHERE id = $1
)sql"};

const Sql find_guest_sql{"tickets.find_guest",
                         GUEST_COLUMNS "FROM ticket_guest AS g WHERE id = $1"};

#define LIST_GUESTS(asked_tickets)                \
    GUEST_COLUMNS "FROM " asked_tickets           \
                  " CROSS JOIN ticket_guest AS g" \
                  " WHERE g.ticket = asked.value ORDER BY g.id"

const Sql list_guests_sqlite{
    "tickets.list_guests_sqlite", LIST_GUESTS(OGNIWO_ASKED_SQLITE), Dialect::sqlite};
const Sql list_guests_postgres{
    "tickets.list_guests_postgres", LIST_GUESTS(OGNIWO_ASKED_POSTGRES), Dialect::postgres};

#undef LIST_GUESTS

#define LIST_GUESTS_BY_ID(asked_guests)           \
    GUEST_COLUMNS "FROM " asked_guests            \
                  " CROSS JOIN ticket_guest AS g" \
                  " WHERE g.id = asked.value ORDER BY g.id"

const Sql list_guests_by_id_sqlite{
    "tickets.list_guests_by_id_sqlite", LIST_GUESTS_BY_ID(OGNIWO_ASKED_SQLITE), Dialect::sqlite};
const Sql list_guests_by_id_postgres{"tickets.list_guests_by_id_postgres",
                                     LIST_GUESTS_BY_ID(OGNIWO_ASKED_POSTGRES),
                                     Dialect::postgres};

#undef LIST_GUESTS_BY_ID

const Sql insert_guest_link_sql{"tickets.insert_guest_link", R"sql(
    INSERT INTO ticket_guest_link (token, guest) VALUES ($1, $2)
)sql"};

const Sql delete_guest_links_sql{"tickets.delete_guest_links", R"sql(
    DELETE FROM ticket_guest_link WHERE guest = $1
)sql"};

const Sql find_guest_by_token_sql{"tickets.find_guest_by_token",
                                  GUEST_COLUMNS
                                  "FROM ticket_guest_link AS l JOIN ticket_guest AS g"
                                  " ON g.id = l.guest WHERE l.token = $1"};

const Sql add_guest_message_sql{"tickets.add_guest_message", R"sql(
    INSERT INTO ticket_guest_message (guest, message, part) VALUES ($1, $2, $3)
        ON CONFLICT DO NOTHING
)sql"};

const Sql hide_shown_messages_sql{"tickets.hide_shown_messages", R"sql(
    DELETE FROM ticket_guest_message WHERE guest = $1 AND part = 'shown'
)sql"};

const Sql list_room_sql{"tickets.list_room", R"sql(
    SELECT m.id AS id, m.ticket AS ticket, m.author AS author, m.kind AS kind, m.text AS text,
           m.at AS at, r.part AS part
      FROM ticket_guest_message AS r CROSS JOIN ticket_message AS m
     WHERE r.guest = $1 AND m.id = r.message ORDER BY r.message
)sql"};

#define GUESTS_OF_MESSAGES(asked_messages)                                     \
    "SELECT r.message AS message, r.part AS part, g.id AS id, g.name AS name," \
    " g.company AS company FROM " asked_messages                               \
    " CROSS JOIN ticket_guest_message AS r"                                    \
    " JOIN ticket_guest AS g ON g.id = r.guest WHERE r.message = asked.value"  \
    " ORDER BY r.message, g.id"

const Sql guests_of_messages_sqlite{"tickets.list_guests_of_messages_sqlite",
                                    GUESTS_OF_MESSAGES(OGNIWO_ASKED_SQLITE),
                                    Dialect::sqlite};
const Sql guests_of_messages_postgres{"tickets.list_guests_of_messages_postgres",
                                      GUESTS_OF_MESSAGES(OGNIWO_ASKED_POSTGRES),
                                      Dialect::postgres};

#undef GUESTS_OF_MESSAGES

const Sql erase_guest_sql{"tickets.erase_guest", R"sql(
    UPDATE ticket_guest SET name = NULL, email = NULL, company = NULL WHERE id = $1
)sql"};

const Sql erase_guest_texts_sql{"tickets.erase_guest_texts", R"sql(
    UPDATE ticket_message SET text = NULL
     WHERE id IN (SELECT message FROM ticket_guest_message WHERE guest = $1 AND part = 'wrote')
)sql"};

const Sql count_guests_before_sql{"tickets.count_guests_before", R"sql(
    SELECT COUNT(*) FROM ticket_guest
     WHERE ended_at IS NOT NULL AND name IS NOT NULL AND ended_at < $1
)sql"};

const Sql list_guests_before_sql{"tickets.list_guests_before",
                                 GUEST_COLUMNS
                                 "FROM ticket_guest AS g WHERE ended_at IS NOT NULL"
                                 " AND name IS NOT NULL AND ended_at < $1"
                                 " ORDER BY ended_at, id LIMIT $2"};

#undef GUEST_COLUMNS

TicketGuest read_guest(const Row& row) {
    return {.id = row.get<GuestId>("id"),
            .ticket = row.get<TicketId>("ticket"),
            .name = row.get<std::optional<std::string>>("name"),
            .email = row.get<std::optional<std::string>>("email"),
            .company = row.get<std::optional<std::string>>("company"),
            .language = row.get<people::Language>("language"),
            .question = row.get<MessageId>("question"),
            .invited_by = row.get<std::optional<PersonId>>("invited_by"),
            .invited_at = row.get<Time>("invited_at"),
            .ends_at = row.get<Time>("ends_at"),
            .ended_at = row.get<std::optional<Time>>("ended_at"),
            .ended_why = row.get<std::optional<GuestEnd>>("ended_why"),
            .opened_at = row.get<std::optional<Time>>("opened_at")};
}

RoomRow read_room_row(const Row& row) {
    return {.message = {.id = row.get<MessageId>("id"),
                        .ticket = row.get<TicketId>("ticket"),
                        .author = row.get<std::optional<PersonId>>("author"),
                        .kind = row.get<MessageKind>("kind"),
                        .text = row.get<std::optional<std::string>>("text"),
                        .at = row.get<Time>("at")},
            .part = row.get<GuestPart>("part")};
}

GuestOfMessage read_guest_of_message(const Row& row) {
    return {.message = row.get<MessageId>("message"),
            .guest = {.guest = row.get<GuestId>("id"),
                      .name = row.get<std::optional<std::string>>("name"),
                      .company = row.get<std::optional<std::string>>("company"),
                      .part = row.get<GuestPart>("part")}};
}

}  // namespace

GuestId insert_guest(Tx& tx, const TicketGuest& guest) {
    return tx.insert<GuestId>(
        tx.dialect() == Dialect::sqlite ? insert_guest_sqlite : insert_guest_postgres,
        guest.ticket,
        guest.name,
        guest.email,
        guest.company,
        guest.language,
        guest.question,
        guest.invited_by,
        guest.invited_at,
        guest.ends_at);
}

void update_guest(Tx& tx, const TicketGuest& guest) {
    tx.run(update_guest_sql,
           guest.id,
           guest.ends_at,
           guest.ended_at,
           guest.ended_why,
           guest.opened_at);
}

std::optional<TicketGuest> find_guest(Tx& tx, GuestId guest) {
    return tx.find(read_guest, find_guest_sql, guest);
}

std::vector<TicketGuest> list_guests(Tx& tx, const std::vector<TicketId>& tickets) {
    return tx.all(read_guest,
                  tx.dialect() == Dialect::sqlite ? list_guests_sqlite : list_guests_postgres,
                  id_list(tickets, tx.dialect()));
}

std::vector<TicketGuest> list_guests_by_id(Tx& tx, const std::vector<std::int64_t>& ids) {
    return tx.all(
        read_guest,
        tx.dialect() == Dialect::sqlite ? list_guests_by_id_sqlite : list_guests_by_id_postgres,
        id_list(ids, tx.dialect()));
}

void insert_guest_link(Tx& tx, GuestId guest, const Blob& token) {
    tx.run(insert_guest_link_sql, token, guest);
}

void delete_guest_links(Tx& tx, GuestId guest) {
    tx.run(delete_guest_links_sql, guest);
}

std::optional<TicketGuest> find_guest_by_token(Tx& tx, const Blob& token) {
    return tx.find(read_guest, find_guest_by_token_sql, token);
}

void add_guest_message(Tx& tx, GuestId guest, MessageId message, GuestPart part) {
    tx.run(add_guest_message_sql, guest, message, part);
}

void hide_shown_messages(Tx& tx, GuestId guest) {
    tx.run(hide_shown_messages_sql, guest);
}

std::vector<RoomRow> list_room(Tx& tx, GuestId guest) {
    return tx.all(read_room_row, list_room_sql, guest);
}

std::vector<GuestOfMessage> list_guests_of_messages(Tx& tx, const std::vector<std::int64_t>& ids) {
    return tx.all(
        read_guest_of_message,
        tx.dialect() == Dialect::sqlite ? guests_of_messages_sqlite : guests_of_messages_postgres,
        id_list(ids, tx.dialect()));
}

void erase_guest(Tx& tx, GuestId guest) {
    tx.run(erase_guest_sql, guest);
}

void erase_guest_texts(Tx& tx, GuestId guest) {
    tx.run(erase_guest_texts_sql, guest);
}

std::int64_t count_guests_before(Tx& tx, Time before) {
    return tx.one<std::int64_t>(count_guests_before_sql, before);
}

std::vector<TicketGuest> list_guests_before(Tx& tx, Time before, int limit) {
    return tx.all(read_guest, list_guests_before_sql, before, limit);
}

}  // namespace ogniwo::tickets::store
