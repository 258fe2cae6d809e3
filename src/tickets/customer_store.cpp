#include "tickets/customer_store.hpp"

#include "storage/connection.hpp"
#include "tickets/shown_sql.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql insert_former_sql{"tickets.insert_former", R"sql(
    INSERT INTO ticket_former (ticket, version, customer, requester) VALUES ($1, $2, $3, $4)
)sql"};

#define OGNIWO_LIST_FORMER(asked_tickets)                                      \
    "SELECT f.ticket AS ticket, f.version AS version, f.customer AS customer," \
    " f.requester AS requester FROM " asked_tickets                            \
    " CROSS JOIN ticket_former AS f WHERE f.ticket = asked.value ORDER BY f.ticket, f.version"

const Sql list_former_sqlite{
    "tickets.list_former_sqlite", OGNIWO_LIST_FORMER(OGNIWO_ASKED_SQLITE), Dialect::sqlite};
const Sql list_former_postgres{
    "tickets.list_former_postgres", OGNIWO_LIST_FORMER(OGNIWO_ASKED_POSTGRES), Dialect::postgres};

#undef OGNIWO_LIST_FORMER

}  // namespace

void insert_former(Tx& tx, const Former& former) {
    tx.run(insert_former_sql, former.ticket, former.version, former.customer, former.requester);
}

std::vector<Former> list_former(Tx& tx, const std::vector<std::int64_t>& tickets) {
    return tx.all(
        [](const Row& row) {
            return Former{.ticket = row.get<TicketId>("ticket"),
                          .version = row.get<std::int64_t>("version"),
                          .customer = row.get<CustomerId>("customer"),
                          .requester = row.get<std::optional<PersonId>>("requester")};
        },
        tx.dialect() == Dialect::sqlite ? list_former_sqlite : list_former_postgres,
        id_list(tickets, tx.dialect()));
}

}  // namespace ogniwo::tickets::store
