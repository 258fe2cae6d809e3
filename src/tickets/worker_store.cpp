#include "tickets/worker_store.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql list_workers_sql{"tickets.list_workers", R"sql(
    SELECT person, since FROM ticket_worker WHERE ticket = $1 ORDER BY since, person
)sql"};

const Sql insert_worker_sql{"tickets.insert_worker", R"sql(
    INSERT INTO ticket_worker (ticket, person, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
)sql"};

const Sql delete_worker_sql{"tickets.delete_worker", R"sql(
    DELETE FROM ticket_worker WHERE ticket = $1 AND person = $2
)sql"};

const Sql delete_worker_everywhere_sql{"tickets.delete_worker_everywhere", R"sql(
    DELETE FROM ticket_worker WHERE person = $1
)sql"};

}  // namespace

std::vector<TicketWorker> list_workers(Tx& tx, TicketId ticket) {
    return tx.all(
        [](const Row& row) {
            return TicketWorker{.person = row.get<PersonId>("person"),
                                .since = row.get<Time>("since")};
        },
        list_workers_sql,
        ticket);
}

bool insert_worker(Tx& tx, TicketId ticket, PersonId person, Time since) {
    return tx.run(insert_worker_sql, ticket, person, since) == 1;
}

bool delete_worker(Tx& tx, TicketId ticket, PersonId person) {
    return tx.run(delete_worker_sql, ticket, person) == 1;
}

void delete_worker_everywhere(Tx& tx, PersonId person) {
    tx.run(delete_worker_everywhere_sql, person);
}

}  // namespace ogniwo::tickets::store
