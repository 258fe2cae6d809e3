#pragma once

// What the rest of the house may ask about backups.

#include <optional>
#include <string>

#include "backups/types.hpp"
#include "storage/work.hpp"

namespace ogniwo::backups {

Result<BackupList> list_runs(const View& view, const Nothing&);

// --- For whoever makes them ------------------------------------------------------------------

// Somebody's turn to make the backup of a night.
struct Turn {
    Date night{};
    std::string token{};
};

// Takes the turn for the night that is due, if it is nobody's and not done. After a failure the
// next attempt comes an hour later. `at` is local time of our company; `alone` says that no other
// node can be at it, so that what is under way was broken off.
std::optional<Turn> take_turn(Work& work, Minutes at, Time installed_at, bool alone);
// The same as far as it can be seen without writing: false for nearly every look.
bool is_due(const View& view, Minutes at, Time installed_at);

// False when somebody else has taken the turn since.
bool note_made(Work& work, const Turn& turn, const std::string& folder, std::int64_t bytes);
bool note_failed(Work& work, const Turn& turn, const std::string& error);

struct Health {
    std::optional<Time> last_made_at{};
    bool has_failed = false;  // The last one that was tried.
};
Health health(Tx& tx);

}  // namespace ogniwo::backups
