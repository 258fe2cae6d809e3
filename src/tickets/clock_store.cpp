#include "tickets/clock_store.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql update_promised_until_sql{"tickets.update_promised_until", R"sql(
    UPDATE ticket SET promised_until = $2
     WHERE id = $1 AND COALESCE(promised_until, 0) <> COALESCE(CAST($2 AS bigint), 0)
)sql"};

const Sql find_promised_until_sql{"tickets.find_promised_until",
                                  "SELECT promised_until FROM ticket WHERE id = $1"};
#define OGNIWO_IS_OPEN "status IN ('new', 'open', 'waiting') AND spam_at IS NULL"
const Sql list_open_ids_sql{"tickets.list_open_ids",
                            "SELECT id FROM ticket WHERE id > $1 AND " OGNIWO_IS_OPEN
                            " ORDER BY id LIMIT $2"};
const Sql list_to_count_sql{"tickets.list_to_count",
                            "SELECT id FROM ticket WHERE id > $1 AND (updated_at >= $3 OR"
                            " (" OGNIWO_IS_OPEN ")) ORDER BY id LIMIT $2"};
#undef OGNIWO_IS_OPEN

}  // namespace

void update_promised_until(Tx& tx, TicketId ticket, std::optional<Time> until) {
    tx.run(update_promised_until_sql, ticket, until);
}

std::optional<Time> find_promised_until(Tx& tx, TicketId ticket) {
    return tx.first<std::optional<Time>>(find_promised_until_sql, ticket).value_or(std::nullopt);
}

std::vector<TicketId> list_to_count(Tx& tx, std::optional<Time> since, TicketId after, int limit) {
    const auto read = [](const Row& row) { return row.at<TicketId>(0); };
    if (!since) return tx.all(read, list_open_ids_sql, after, limit);
    return tx.all(read, list_to_count_sql, after, limit, *since);
}

}  // namespace ogniwo::tickets::store
