#include "backups/store.hpp"

namespace ogniwo::backups::store {
namespace {

#define RUN_COLUMNS                                                                            \
    "SELECT night, "                                                                           \
    "CASE WHEN state = 'running' AND lease_until < ogniwo_now() THEN 'failed' ELSE state END " \
    "AS state, attempts, started_at, ended_at, folder, bytes, "                                \
    "CASE WHEN state = 'running' AND lease_until < ogniwo_now() THEN 'it was broken off' "     \
    "ELSE error END AS error FROM backup_run "

const Sql list_runs_sql{"backups.list_runs", RUN_COLUMNS R"sql( ORDER BY night DESC LIMIT $1 )sql"};

const Sql find_run_sql{"backups.find_run", RUN_COLUMNS R"sql( WHERE night = $1 )sql"};

#undef RUN_COLUMNS

const Sql claim_sql{"backups.claim", R"sql(
    INSERT INTO backup_run (night, state, attempts, started_at, ended_at, token, lease_until,
                            folder, bytes, error)
    VALUES ($1, 'running', 1, $2, NULL, $3, ogniwo_now() + $4, '', 0, '')
    ON CONFLICT (night) DO UPDATE
       SET state = 'running', attempts = backup_run.attempts + 1, started_at = excluded.started_at,
           ended_at = NULL, token = excluded.token, lease_until = excluded.lease_until, error = ''
     WHERE backup_run.attempts < $7
       AND ((backup_run.state = 'running' AND ($6 OR backup_run.lease_until < ogniwo_now()))
            OR (backup_run.state = 'failed' AND backup_run.ended_at < $5))
)sql"};

const Sql note_made_sql{"backups.note_made", R"sql(
    UPDATE backup_run SET state = 'made', ended_at = $3, folder = $4, bytes = $5
     WHERE night = $1 AND token = $2 AND state = 'running'
)sql"};

const Sql note_failed_sql{"backups.note_failed", R"sql(
    UPDATE backup_run SET state = 'failed', ended_at = $3, error = $4
     WHERE night = $1 AND token = $2 AND state = 'running'
)sql"};

const Sql last_made_at_sql{"backups.last_made_at", R"sql(
    SELECT MAX(ended_at) FROM backup_run WHERE state = 'made'
)sql"};

BackupRun read_run(const Row& row) {
    return {.night = row.get<Date>("night"),
            .state = row.get<BackupState>("state"),
            .attempts = row.get<int>("attempts"),
            .started_at = row.get<Time>("started_at"),
            .ended_at = row.get<std::optional<Time>>("ended_at"),
            .folder = row.get<std::string>("folder"),
            .bytes = row.get<std::int64_t>("bytes"),
            .error = row.get<std::string>("error")};
}

}  // namespace

std::vector<BackupRun> list_runs(Tx& tx, int limit) {
    return tx.all(read_run, list_runs_sql, limit);
}

std::optional<BackupRun> find_run(Tx& tx, Date night) {
    return tx.find(read_run, find_run_sql, night);
}

bool claim(Tx& tx, const Attempt& attempt, Time now) {
    return tx.run(claim_sql,
                  attempt.night,
                  now,
                  attempt.token,
                  attempt.lease.count(),
                  attempt.failed_before,
                  attempt.alone,
                  attempts_most) == 1;
}

bool note_made(
    Tx& tx, const Attempt& attempt, const std::string& folder, std::int64_t bytes, Time now) {
    return tx.run(note_made_sql, attempt.night, attempt.token, now, folder, bytes) == 1;
}

bool note_failed(Tx& tx, const Attempt& attempt, const std::string& error, Time now) {
    return tx.run(note_failed_sql, attempt.night, attempt.token, now, error) == 1;
}

std::optional<Time> last_made_at(Tx& tx) {
    return tx.one<std::optional<Time>>(last_made_at_sql);
}

}  // namespace ogniwo::backups::store
