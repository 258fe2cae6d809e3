#include "tickets/bulk_store.hpp"

#include "base/check.hpp"
#include "base/describe.hpp"
#include "base/json.hpp"

namespace ogniwo::tickets::store {
namespace {

#define INSERT_BULK                                                  \
    "INSERT INTO ticket_bulk (version, person, at, change, changed)" \
    " VALUES (1, $1, $2, $3, 0)"

const Sql insert_bulk_sqlite{"tickets.insert_bulk", INSERT_BULK, Dialect::sqlite};
const Sql insert_bulk_postgres{
    "tickets.insert_bulk", INSERT_BULK " RETURNING id", Dialect::postgres};

#undef INSERT_BULK

const Sql claim_bulk_sql{"tickets.claim_bulk", R"sql(
    UPDATE ticket_bulk SET version = version + 1 WHERE id = $1 AND person = $2
    RETURNING id, version, at, change, changed, undone_at
)sql"};

const Sql note_changed_sql{"tickets.note_bulk_changed", R"sql(
    UPDATE ticket_bulk SET changed = changed + $2 WHERE id = $1
)sql"};

const Sql note_undone_sql{"tickets.note_bulk_undone", R"sql(
    UPDATE ticket_bulk SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL
)sql"};

const Sql list_bulks_sql{"tickets.list_bulks", R"sql(
    SELECT id, version, at, change, changed, undone_at FROM ticket_bulk
     WHERE person = $1 ORDER BY id DESC LIMIT $2
)sql"};

const Sql insert_bulk_ticket_sql{"tickets.insert_bulk_ticket", R"sql(
    INSERT INTO ticket_bulk_ticket (bulk, ticket, version, told, before)
    VALUES ($1, $2, $3, $4, $5)
)sql"};

const Sql is_in_bulk_sql{"tickets.is_in_bulk", R"sql(
    SELECT 1 FROM ticket_bulk_ticket WHERE bulk = $1 AND ticket = $2
)sql"};

const Sql list_bulk_tickets_sql{"tickets.list_bulk_tickets", R"sql(
    SELECT ticket, version, told, before FROM ticket_bulk_ticket
     WHERE bulk = $1 AND undone IS NULL ORDER BY ticket LIMIT $2
)sql"};

const Sql note_ticket_undone_sql{"tickets.note_ticket_undone", R"sql(
    UPDATE ticket_bulk_ticket SET undone = $3 WHERE bulk = $1 AND ticket = $2
)sql"};

// What this file has written itself.
template <class T>
T stored(const std::string& json) {
    auto read = from_json<T>(json);
    INVARIANT(static_cast<bool>(read));
    return std::move(*read);
}

Bulk read_bulk(const Row& row) {
    return {.id = row.get<BulkId>("id"),
            .version = row.get<std::int64_t>("version"),
            .at = row.get<Time>("at"),
            .change = stored<BulkChange>(row.get<std::string>("change")),
            .changed = row.get<std::int64_t>("changed"),
            .undone_at = row.get<std::optional<Time>>("undone_at")};
}

}  // namespace

BulkId insert_bulk(Tx& tx, PersonId person, Time at, const BulkChange& change) {
    return tx.insert<BulkId>(
        tx.dialect() == Dialect::sqlite ? insert_bulk_sqlite : insert_bulk_postgres,
        person,
        at,
        to_json(change));
}

std::optional<Bulk> claim_bulk(Tx& tx, PersonId person, BulkId bulk) {
    return tx.find(read_bulk, claim_bulk_sql, bulk, person);
}

void note_changed(Tx& tx, BulkId bulk, std::int64_t more) {
    tx.run(note_changed_sql, bulk, more);
}

void note_undone(Tx& tx, BulkId bulk, Time at) {
    tx.run(note_undone_sql, bulk, at);
}

std::vector<Bulk> list_bulks(Tx& tx, PersonId person, int limit) {
    return tx.all(read_bulk, list_bulks_sql, person, limit);
}

void insert_bulk_ticket(Tx& tx, BulkId bulk, const BulkTicket& ticket) {
    tx.run(insert_bulk_ticket_sql,
           bulk,
           ticket.ticket,
           ticket.version,
           ticket.told,
           to_json(ticket.before));
}

bool is_in_bulk(Tx& tx, BulkId bulk, TicketId ticket) {
    return tx.first<std::int64_t>(is_in_bulk_sql, bulk, ticket).has_value();
}

std::vector<BulkTicket> list_bulk_tickets(Tx& tx, BulkId bulk, int limit) {
    return tx.all(
        [](const Row& row) {
            return BulkTicket{.ticket = row.get<TicketId>("ticket"),
                              .version = row.get<std::int64_t>("version"),
                              .told = row.get<bool>("told"),
                              .before = stored<BulkState>(row.get<std::string>("before"))};
        },
        list_bulk_tickets_sql,
        bulk,
        limit);
}

void note_ticket_undone(Tx& tx, BulkId bulk, TicketId ticket, std::string_view how) {
    tx.run(note_ticket_undone_sql, bulk, ticket, how);
}

}  // namespace ogniwo::tickets::store
