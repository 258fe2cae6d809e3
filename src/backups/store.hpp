#pragma once

// The only place that names the table backup_run.

#include <optional>
#include <string>
#include <vector>

#include "backups/types.hpp"
#include "storage/work.hpp"

namespace ogniwo::backups::store {

// The newest first. A run whose lease is over is told as failed.
std::vector<BackupRun> list_runs(Tx& tx, int limit);

struct Attempt {
    Date night{};
    std::string token;     // The claimant's own.
    Microseconds lease{};  // How long nobody else may try.
    Time failed_before{};  // A failure is tried again when it is older.
    bool alone = false;    // No other node can be at it: leases count nothing.
};
// False when it is made, under way, or has failed just now or too often.
bool claim(Tx& tx, const Attempt& attempt, Time now);
std::optional<BackupRun> find_run(Tx& tx, Date night);
// False when somebody else has claimed the night since.
bool note_made(
    Tx& tx, const Attempt& attempt, const std::string& folder, std::int64_t bytes, Time now);
bool note_failed(Tx& tx, const Attempt& attempt, const std::string& error, Time now);

std::optional<Time> last_made_at(Tx& tx);

}  // namespace ogniwo::backups::store
