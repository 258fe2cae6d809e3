#pragma once

// A backup: the database at one moment, then every attachment it names, each read again before the
// backup counts as made. While it is written nobody waits, and no attachment is thrown away.

#include <filesystem>
#include <optional>

#include "app/program.hpp"
#include "app/settings.hpp"
#include "base/result.hpp"

namespace ogniwo::app {

inline constexpr Reason backup_failed{Refusal::conflict, "app.backup_failed"};

struct BackupPlan {
    std::filesystem::path folder;  // Empty or new.
    bool with_key = false;
    // Attachments that lie here already, on the same disk, are linked and not copied. They never
    // change.
    std::optional<std::filesystem::path> linked{};
    bool is_quiet = false;  // No progress on the terminal.
    IsStopped is_stopped{};
};

Outcome make_backup(const Settings& settings, const BackupPlan& plan);

}  // namespace ogniwo::app
