#include "tickets/routing_store.hpp"

#include "storage/connection.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql find_routing_sql{"tickets.find_routing", R"sql(
    SELECT queue, version, mode, last FROM ticket_routing WHERE queue = $1
)sql"};

const Sql claim_routing_sql{"tickets.claim_routing", R"sql(
    UPDATE ticket_routing SET turn = turn + 1 WHERE queue = $1
    RETURNING queue, version, mode, last
)sql"};

const Sql save_last_sql{"tickets.save_last_routed", R"sql(
    UPDATE ticket_routing SET last = $2 WHERE queue = $1
)sql"};

const Sql insert_routing_sql{"tickets.insert_routing", R"sql(
    INSERT INTO ticket_routing (queue, version, mode) VALUES ($1, 2, $2) ON CONFLICT DO NOTHING
)sql"};

const Sql update_routing_sql{"tickets.update_routing", R"sql(
    UPDATE ticket_routing SET version = version + 1, mode = $3 WHERE queue = $1 AND version = $2
)sql"};

const Sql list_automatic_sql{"tickets.list_automatic", R"sql(
    SELECT queue, version, mode, last FROM ticket_routing
     WHERE mode <> 'pull' ORDER BY queue LIMIT $1
)sql"};

const Sql claim_person_sql{"tickets.claim_routing_person", R"sql(
    INSERT INTO ticket_routing_person (person, turn) VALUES ($1, 1)
    ON CONFLICT (person) DO UPDATE SET turn = ticket_routing_person.turn + 1
)sql"};

const Sql count_open_of_sqlite{"tickets.count_open_of",
                               R"sql(
    SELECT assignee, COUNT(*) AS open FROM ticket
     WHERE assignee IN (SELECT value FROM json_each($1)) AND assignee IS NOT NULL
       AND status IN ('new', 'open', 'waiting') AND spam_at IS NULL
     GROUP BY assignee
)sql",
                               Dialect::sqlite};

const Sql count_open_of_postgres{"tickets.count_open_of",
                                 R"sql(
    SELECT assignee, COUNT(*) AS open FROM ticket
     WHERE assignee = ANY (CAST($1 AS bigint[])) AND assignee IS NOT NULL
       AND status IN ('new', 'open', 'waiting') AND spam_at IS NULL
     GROUP BY assignee
)sql",
                                 Dialect::postgres};

const Sql save_waiting_sql{"tickets.save_waiting", R"sql(
    INSERT INTO ticket_routing_wait (ticket, queue, since, rank) VALUES ($1, $2, $3, $4)
    ON CONFLICT (ticket) DO UPDATE
       SET queue = excluded.queue, since = excluded.since, rank = excluded.rank
)sql"};

const Sql delete_waiting_sql{"tickets.delete_waiting", R"sql(
    DELETE FROM ticket_routing_wait WHERE ticket = $1
)sql"};

const Sql delete_waiting_in_sql{"tickets.delete_waiting_in", R"sql(
    DELETE FROM ticket_routing_wait WHERE queue = $1
)sql"};

const Sql find_waiting_sql{"tickets.find_waiting", R"sql(
    SELECT ticket, queue, since, rank FROM ticket_routing_wait WHERE ticket = $1
)sql"};

const Sql find_first_waiting_sql{"tickets.find_first_waiting", R"sql(
    SELECT ticket, queue, since, rank FROM ticket_routing_wait
     WHERE queue = $1 ORDER BY rank, ticket LIMIT 1
)sql"};

const Sql find_next_waiting_sql{"tickets.find_next_waiting", R"sql(
    SELECT ticket, queue, since, rank FROM ticket_routing_wait
     WHERE queue = $1 AND (rank, ticket) > ($2, $3) ORDER BY rank, ticket LIMIT 1
)sql"};

const Sql count_waiting_sql{"tickets.count_waiting", R"sql(
    SELECT COUNT(*) FROM ticket_routing_wait AS w JOIN ticket AS t ON t.id = w.ticket
     WHERE w.queue = $1 AND t.queue = w.queue AND t.assignee IS NULL
       AND t.status IN ('new', 'open', 'waiting') AND t.spam_at IS NULL
       AND t.snoozed_until IS NULL
)sql"};

const Sql anything_waits_sql{"tickets.anything_waits", R"sql(
    SELECT ticket FROM ticket_routing_wait LIMIT 1
)sql"};

const Sql list_forgotten_sql{"tickets.list_forgotten", R"sql(
    SELECT t.id AS id, t.priority AS priority, t.updated_at AS updated_at
      FROM ticket AS t
     WHERE t.queue = $1 AND t.status IN ('new', 'open', 'waiting') AND t.spam_at IS NULL
       AND t.assignee IS NULL AND t.snoozed_until IS NULL
       AND t.origin = 'live'
       AND NOT EXISTS (SELECT 1 FROM ticket_routing_wait AS w
                        WHERE w.ticket = t.id AND w.queue = t.queue)
     ORDER BY t.updated_at, t.id LIMIT $2
)sql"};

Routing read_routing(const Row& row) {
    return {.queue = row.get<QueueId>("queue"),
            .version = row.get<std::int64_t>("version"),
            .mode = row.get<RoutingMode>("mode"),
            .last = row.get<std::optional<PersonId>>("last")};
}

Waiting read_waiting(const Row& row) {
    return {.ticket = row.get<TicketId>("ticket"),
            .queue = row.get<QueueId>("queue"),
            .since = row.get<Time>("since"),
            .rank = row.get<Time>("rank")};
}

}  // namespace

std::optional<Routing> find_routing(Tx& tx, QueueId queue) {
    return tx.find(read_routing, find_routing_sql, queue);
}

std::optional<Routing> claim_routing(Tx& tx, QueueId queue) {
    return tx.find(read_routing, claim_routing_sql, queue);
}

void save_last(Tx& tx, QueueId queue, PersonId last) {
    tx.run(save_last_sql, queue, last);
}

bool save_routing(Tx& tx, const Routing& routing) {
    if (routing.version == 1) return tx.run(insert_routing_sql, routing.queue, routing.mode) == 1;
    return tx.run(update_routing_sql, routing.queue, routing.version, routing.mode) == 1;
}

std::vector<Routing> list_automatic(Tx& tx, int limit) {
    return tx.all(read_routing, list_automatic_sql, limit);
}

void claim_person(Tx& tx, PersonId person) {
    tx.run(claim_person_sql, person);
}

std::map<PersonId, int> count_open_of(Tx& tx, const std::vector<PersonId>& persons) {
    const auto rows = tx.all(
        [](const Row& row) {
            return std::pair(row.get<PersonId>("assignee"), row.get<int>("open"));
        },
        tx.dialect() == Dialect::sqlite ? count_open_of_sqlite : count_open_of_postgres,
        id_list(persons, tx.dialect()));
    return {rows.begin(), rows.end()};
}

void save_waiting(Tx& tx, const Waiting& waiting) {
    tx.run(save_waiting_sql, waiting.ticket, waiting.queue, waiting.since, waiting.rank);
}

void delete_waiting(Tx& tx, TicketId ticket) {
    tx.run(delete_waiting_sql, ticket);
}

void delete_waiting_in(Tx& tx, QueueId queue) {
    tx.run(delete_waiting_in_sql, queue);
}

std::optional<Waiting> find_waiting(Tx& tx, TicketId ticket) {
    return tx.find(read_waiting, find_waiting_sql, ticket);
}

std::optional<Waiting> find_first_waiting(Tx& tx, QueueId queue) {
    return tx.find(read_waiting, find_first_waiting_sql, queue);
}

std::optional<Waiting> find_next_waiting(Tx& tx, const Waiting& after) {
    return tx.find(read_waiting, find_next_waiting_sql, after.queue, after.rank, after.ticket);
}

std::int64_t count_waiting(Tx& tx, QueueId queue) {
    return tx.one<std::int64_t>(count_waiting_sql, queue);
}

bool anything_waits(Tx& tx) {
    return tx.first<TicketId>(anything_waits_sql).has_value();
}

std::vector<Forgotten> list_forgotten(Tx& tx, QueueId queue, int limit) {
    return tx.all(
        [](const Row& row) {
            return Forgotten{.ticket = row.get<TicketId>("id"),
                             .priority = row.get<Priority>("priority"),
                             .updated_at = row.get<Time>("updated_at")};
        },
        list_forgotten_sql,
        queue,
        limit);
}

}  // namespace ogniwo::tickets::store
