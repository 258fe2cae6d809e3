#pragma once

// What the process itself asks the database, beside the slices.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "storage/tx.hpp"

namespace ogniwo::app::store {

// The moment of the last event, if there is any.
std::optional<Time> last_recorded(Tx& tx);
// The database's own clock: PostgreSQL's for PostgreSQL.
Time database_now(Tx& tx);
// PostgreSQL only: transaction ids of events that this cluster has not given yet. They come from
// another cluster, so a new generation must begin.
bool has_foreign_transactions(Tx& tx);
// PostgreSQL only: since when the oldest event waits for a transaction that does not end.
std::optional<Time> stalled_since(Tx& tx);

// What is wrong with the file of SQLite, twenty sentences at most; PostgreSQL looks after its own.
std::vector<std::string> broken_pages(Tx& tx);

// The hashes of all attachments' bytes.
std::vector<std::string> list_blobs(Tx& tx);

// The version of the alphabet that sort keys in the database were made with.
std::string load_sort_keys(Tx& tx);
void save_sort_keys(Tx& tx, const std::string& version);
// When this database was made.
Time installed_at(Tx& tx);
// Whether anything ever happened here.
bool has_events(Tx& tx);

struct Backlog {
    std::int64_t outbox_waiting = 0;
    std::int64_t outbox_given_up = 0;
    std::int64_t jobs_open = 0;
    std::int64_t jobs_failed = 0;
    std::int64_t timers = 0;
};
Backlog load_backlog(Tx& tx);

}  // namespace ogniwo::app::store
