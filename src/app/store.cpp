#include "app/store.hpp"

namespace ogniwo::app::store {
namespace {

const Sql last_recorded_sql{"app.last_recorded", R"sql(
    SELECT MAX(recorded_at) FROM (
        SELECT recorded_at FROM journal ORDER BY position DESC LIMIT 1000
    ) AS newest
)sql"};

const Sql database_now_sql{"app.database_now", R"sql(SELECT ogniwo_now())sql"};

const Sql has_foreign_sql{"app.has_foreign_transactions",
                          R"sql(
    SELECT EXISTS (
        SELECT 1 FROM journal
         WHERE generation = (SELECT generation FROM installation)
           AND xid >= CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint)
    )
)sql",
                          Dialect::postgres};

const Sql stalled_since_sql{"app.stalled_since",
                            R"sql(
    SELECT MIN(recorded_at) FROM journal
     WHERE generation = (SELECT generation FROM installation)
       AND xid >= CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)
)sql",
                            Dialect::postgres};

const Sql backlog_sql{"app.backlog", R"sql(
    SELECT (SELECT COUNT(*) FROM outbox WHERE state = 'waiting') AS outbox_waiting,
           (SELECT COUNT(*) FROM outbox WHERE state = 'given_up') AS outbox_given_up,
           (SELECT COUNT(*) FROM job WHERE state IN ('waiting', 'running')) AS jobs_open,
           (SELECT COUNT(*) FROM job WHERE state = 'failed') AS jobs_failed,
           (SELECT COUNT(*) FROM timer) AS timers
)sql"};

const Sql broken_pages_sql{"app.broken_pages",
                           R"sql(
    SELECT integrity_check FROM pragma_integrity_check(20) WHERE integrity_check <> 'ok'
)sql",
                           Dialect::sqlite};

const Sql list_blobs_sql{"app.list_blobs", R"sql(
    SELECT DISTINCT sha256 FROM attachment ORDER BY sha256
)sql"};

const Sql load_sort_keys_sql{"app.load_sort_keys", R"sql(
    SELECT sort_key_version FROM installation
)sql"};

const Sql save_sort_keys_sql{"app.save_sort_keys", R"sql(
    UPDATE installation SET sort_key_version = $1
)sql"};

const Sql installed_at_sql{"app.installed_at", R"sql(SELECT created_at FROM installation)sql"};

const Sql has_events_sql{"app.has_events", R"sql(
    SELECT COALESCE(MAX(position), 0) > 0 FROM journal
)sql"};

}  // namespace

std::string load_sort_keys(Tx& tx) {
    return tx.one<std::string>(load_sort_keys_sql);
}

void save_sort_keys(Tx& tx, const std::string& version) {
    tx.run(save_sort_keys_sql, version);
}

Time installed_at(Tx& tx) {
    return tx.one<Time>(installed_at_sql);
}

bool has_events(Tx& tx) {
    return tx.one<bool>(has_events_sql);
}

std::vector<std::string> list_blobs(Tx& tx) {
    return tx.all(first_column<std::string>, list_blobs_sql);
}

std::vector<std::string> broken_pages(Tx& tx) {
    if (tx.dialect() == Dialect::postgres) return {};
    return tx.all(first_column<std::string>, broken_pages_sql);
}

std::optional<Time> last_recorded(Tx& tx) {
    return tx.one<std::optional<Time>>(last_recorded_sql);
}

Time database_now(Tx& tx) {
    return tx.one<Time>(database_now_sql);
}

bool has_foreign_transactions(Tx& tx) {
    return tx.dialect() == Dialect::postgres && tx.one<bool>(has_foreign_sql);
}

std::optional<Time> stalled_since(Tx& tx) {
    if (tx.dialect() == Dialect::sqlite) return std::nullopt;
    return tx.one<std::optional<Time>>(stalled_since_sql);
}

Backlog load_backlog(Tx& tx) {
    return *tx.find(
        [](const Row& row) {
            return Backlog{.outbox_waiting = row.get<std::int64_t>("outbox_waiting"),
                           .outbox_given_up = row.get<std::int64_t>("outbox_given_up"),
                           .jobs_open = row.get<std::int64_t>("jobs_open"),
                           .jobs_failed = row.get<std::int64_t>("jobs_failed"),
                           .timers = row.get<std::int64_t>("timers")};
        },
        backlog_sql);
}

}  // namespace ogniwo::app::store
