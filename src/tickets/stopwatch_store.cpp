#include "tickets/stopwatch_store.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql claim_stopwatches_sql{"tickets.claim_stopwatches", R"sql(
    INSERT INTO ticket_stopwatch_owner (person, version) VALUES ($1, 1)
    ON CONFLICT (person) DO UPDATE SET version = ticket_stopwatch_owner.version + 1
    RETURNING version
)sql"};

const Sql list_stopwatches_sql{"tickets.list_stopwatches", R"sql(
    SELECT ticket, started_at, counted, running_since, stopped_at, seen_at, confirmed_at
      FROM ticket_stopwatch WHERE person = $1 ORDER BY started_at DESC, ticket DESC
)sql"};

const Sql find_stopwatch_sql{"tickets.find_stopwatch", R"sql(
    SELECT ticket, started_at, counted, running_since, stopped_at, seen_at, confirmed_at
      FROM ticket_stopwatch WHERE person = $1 AND ticket = $2
)sql"};

const Sql save_stopwatch_sql{"tickets.save_stopwatch", R"sql(
    INSERT INTO ticket_stopwatch
           (person, ticket, started_at, counted, running_since, stopped_at, seen_at, confirmed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (person, ticket) DO UPDATE
       SET counted = excluded.counted, running_since = excluded.running_since,
           stopped_at = excluded.stopped_at, seen_at = excluded.seen_at,
           confirmed_at = excluded.confirmed_at
)sql"};

const Sql delete_stopwatch_sql{"tickets.delete_stopwatch", R"sql(
    DELETE FROM ticket_stopwatch WHERE person = $1 AND ticket = $2
)sql"};

const Sql note_seen_sql{"tickets.note_seen", R"sql(
    UPDATE ticket_stopwatch SET seen_at = $3 WHERE person = $1 AND ticket = $2
)sql"};

const Sql delete_stopwatches_of_sql{"tickets.delete_stopwatches_of", R"sql(
    DELETE FROM ticket_stopwatch WHERE person = $1
)sql"};

Stopwatch read_stopwatch(const Row& row) {
    return {.ticket = row.get<TicketId>("ticket"),
            .started_at = row.get<Time>("started_at"),
            .counted = Microseconds{row.get<std::int64_t>("counted")},
            .running_since = row.get<std::optional<Time>>("running_since"),
            .stopped_at = row.get<std::optional<Time>>("stopped_at"),
            .seen_at = row.get<Time>("seen_at"),
            .confirmed_at = row.get<Time>("confirmed_at")};
}

}  // namespace

std::int64_t claim_stopwatches(Tx& tx, PersonId person) {
    return tx.one<std::int64_t>(claim_stopwatches_sql, person);
}

std::vector<Stopwatch> list_stopwatches(Tx& tx, PersonId person) {
    return tx.all(read_stopwatch, list_stopwatches_sql, person);
}

std::optional<Stopwatch> find_stopwatch(Tx& tx, PersonId person, TicketId ticket) {
    return tx.find(read_stopwatch, find_stopwatch_sql, person, ticket);
}

void save_stopwatch(Tx& tx, PersonId person, const Stopwatch& stopwatch) {
    tx.run(save_stopwatch_sql,
           person,
           stopwatch.ticket,
           stopwatch.started_at,
           std::int64_t{stopwatch.counted.count()},
           stopwatch.running_since,
           stopwatch.stopped_at,
           stopwatch.seen_at,
           stopwatch.confirmed_at);
}

bool delete_stopwatch(Tx& tx, PersonId person, TicketId ticket) {
    return tx.run(delete_stopwatch_sql, person, ticket) > 0;
}

void note_seen(Tx& tx, PersonId person, TicketId ticket, Time seen_at) {
    tx.run(note_seen_sql, person, ticket, seen_at);
}

void delete_stopwatches_of(Tx& tx, PersonId person) {
    tx.run(delete_stopwatches_of_sql, person);
}

}  // namespace ogniwo::tickets::store
