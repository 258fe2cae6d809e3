#include "tickets/merge_store.hpp"

#include "storage/connection.hpp"
#include "tickets/shown_sql.hpp"
#include "tickets/store.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql list_absorbing_sql{"tickets.list_absorbing", R"sql(
    SELECT DISTINCT merged_into FROM ticket
     WHERE merged_into IS NOT NULL AND merged_into BETWEEN $1 AND $2
)sql"};

const Sql list_joined_sql{"tickets.list_joined", R"sql(
    WITH RECURSIVE joined (id) AS (
        SELECT CAST($1 AS bigint)
        UNION
        SELECT t.id FROM joined CROSS JOIN ticket AS t
         WHERE t.merged_into = joined.id AND t.merged_into IS NOT NULL)
    SELECT id FROM joined
)sql"};

const Sql find_goes_on_sql{"tickets.find_goes_on", R"sql(
    WITH RECURSIVE way (id, next) AS (
        SELECT id, merged_into FROM ticket WHERE id = $1
        UNION
        SELECT t.id, t.merged_into FROM way CROSS JOIN ticket AS t WHERE t.id = way.next)
    SELECT id FROM way WHERE next IS NULL
)sql"};

const Sql hold_ticket_sql{"tickets.hold_ticket", R"sql(
    UPDATE ticket SET merged_into = merged_into WHERE id = $1
)sql"};

const Sql list_merge_targets_sql{"tickets.list_merge_targets", R"sql(
    SELECT id FROM (SELECT id, status, search, updated_at FROM ticket WHERE customer = $1
                     ORDER BY updated_at DESC, id DESC LIMIT 500) AS latest
     WHERE status <> 'merged' AND status <> 'closed' AND id <> $2
       AND (CAST($3 AS text) IS NULL OR search LIKE $3 ESCAPE '!')
     ORDER BY updated_at DESC, id DESC LIMIT $4
)sql"};

#define OGNIWO_COUNT_MESSAGES(asked_tickets)                                                \
    "SELECT COUNT(*) AS messages,"                                                          \
    " CAST(COALESCE(SUM(CASE WHEN kind = 'note' THEN 1 ELSE 0 END), 0) AS bigint) AS notes" \
    " FROM ticket_message WHERE id IN (" OGNIWO_SHOWN_MESSAGES(asked_tickets) ")"

const Sql count_messages_sqlite{"tickets.count_shown_messages_sqlite",
                                OGNIWO_COUNT_MESSAGES(OGNIWO_ASKED_SQLITE),
                                Dialect::sqlite};
const Sql count_messages_postgres{"tickets.count_shown_messages_postgres",
                                  OGNIWO_COUNT_MESSAGES(OGNIWO_ASKED_POSTGRES),
                                  Dialect::postgres};

#undef OGNIWO_COUNT_MESSAGES

const Sql shown_messages_sqlite{"tickets.list_shown_messages_sqlite",
                                OGNIWO_SHOWN_MESSAGES(OGNIWO_ASKED_SQLITE),
                                Dialect::sqlite};
const Sql shown_messages_postgres{"tickets.list_shown_messages_postgres",
                                  OGNIWO_SHOWN_MESSAGES(OGNIWO_ASKED_POSTGRES),
                                  Dialect::postgres};

#define OGNIWO_COUNT_FOLLOWERS(asked_tickets)             \
    "SELECT COUNT(DISTINCT f.person) FROM " asked_tickets \
    " CROSS JOIN ticket_follower AS f WHERE f.ticket = asked.value"

const Sql count_followers_sqlite{
    "tickets.count_followers_sqlite", OGNIWO_COUNT_FOLLOWERS(OGNIWO_ASKED_SQLITE), Dialect::sqlite};
const Sql count_followers_postgres{"tickets.count_followers_postgres",
                                   OGNIWO_COUNT_FOLLOWERS(OGNIWO_ASKED_POSTGRES),
                                   Dialect::postgres};

#undef OGNIWO_COUNT_FOLLOWERS

#define OGNIWO_COUNT_STOPWATCHES(asked_tickets) \
    "SELECT COUNT(*) FROM " asked_tickets       \
    " CROSS JOIN ticket_stopwatch AS w WHERE w.ticket = asked.value"

const Sql count_stopwatches_sqlite{"tickets.count_stopwatches_sqlite",
                                   OGNIWO_COUNT_STOPWATCHES(OGNIWO_ASKED_SQLITE),
                                   Dialect::sqlite};
const Sql count_stopwatches_postgres{"tickets.count_stopwatches_postgres",
                                     OGNIWO_COUNT_STOPWATCHES(OGNIWO_ASKED_POSTGRES),
                                     Dialect::postgres};

#undef OGNIWO_COUNT_STOPWATCHES

const Sql& of_dialect(Tx& tx, const Sql& sqlite, const Sql& postgres) {
    return tx.dialect() == Dialect::sqlite ? sqlite : postgres;
}

}  // namespace

std::vector<TicketId> list_joined(Tx& tx, TicketId ticket) {
    return tx.all(first_column<TicketId>, list_joined_sql, ticket);
}

TicketId find_goes_on(Tx& tx, TicketId ticket) {
    return tx.one<TicketId>(find_goes_on_sql, ticket);
}

void hold_ticket(Tx& tx, TicketId ticket) {
    tx.run(hold_ticket_sql, ticket);
}

std::vector<TicketId> list_merge_targets(Tx& tx, const TargetFilter& filter, int limit) {
    std::optional<std::string> pattern;
    if (filter.folded_part) pattern = containing(*filter.folded_part);
    return tx.all(first_column<TicketId>,
                  list_merge_targets_sql,
                  filter.customer,
                  filter.besides,
                  pattern,
                  limit);
}

TalkCount count_shown_messages(Tx& tx, const std::vector<TicketId>& tickets) {
    return *tx.find(
        [](const Row& row) {
            return TalkCount{.messages = row.get<std::int64_t>("messages"),
                             .notes = row.get<std::int64_t>("notes")};
        },
        of_dialect(tx, count_messages_sqlite, count_messages_postgres),
        id_list(tickets, tx.dialect()));
}

std::vector<std::int64_t> list_shown_messages(Tx& tx, const std::vector<TicketId>& tickets) {
    return tx.all(first_column<std::int64_t>,
                  of_dialect(tx, shown_messages_sqlite, shown_messages_postgres),
                  id_list(tickets, tx.dialect()));
}

std::int64_t count_followers(Tx& tx, const std::vector<TicketId>& tickets) {
    return tx.one<std::int64_t>(of_dialect(tx, count_followers_sqlite, count_followers_postgres),
                                id_list(tickets, tx.dialect()));
}

std::int64_t count_stopwatches(Tx& tx, const std::vector<TicketId>& tickets) {
    return tx.one<std::int64_t>(
        of_dialect(tx, count_stopwatches_sqlite, count_stopwatches_postgres),
        id_list(tickets, tx.dialect()));
}

std::vector<TicketId> list_absorbing(Tx& tx, TicketId first, TicketId last) {
    return tx.all(
        [](const Row& row) { return row.at<TicketId>(0); }, list_absorbing_sql, first, last);
}

}  // namespace ogniwo::tickets::store
