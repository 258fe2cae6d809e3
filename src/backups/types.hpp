#pragma once

// The backups that a server makes by itself, one a night. How they are made is the program's
// business (app/nightly.hpp); here stands whose turn it is and what came of it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::backups {

enum class BackupState { running, made, failed };
constexpr auto names(BackupState) {
    return enum_names("running", "made", "failed");
}

struct BackupRun {
    Date night{};  // The day of our company's calendar on which it was due.
    BackupState state = BackupState::running;
    int attempts = 1;
    Time started_at{};
    std::optional<Time> ended_at{};
    std::string folder{};    // On the machine that made it.
    std::int64_t bytes = 0;  // Of the whole folder.
    std::string error{};     // Why it failed, in the words of whoever refused.
};
void describe(Fields& fields, BackupRun& run);

struct BackupList {
    std::vector<BackupRun> items{};     // The newest first, at most runs_shown.
    std::optional<std::string> next{};  // Never set.
};
void describe(Fields& fields, BackupList& list);

inline constexpr int runs_shown = 30;
inline constexpr int attempts_most = 3;  // A night.

// Subject `backup`, whose id is the night as a number: 20261127. The error of a failure is a text.
struct Made {
    static constexpr std::string_view name = "backups.made";
    static constexpr int schema = 1;

    std::int64_t bytes = 0;
};
void describe(Fields& fields, Made& made);

struct Failed {
    static constexpr std::string_view name = "backups.failed";
    static constexpr int schema = 1;

    int attempts = 1;
};
void describe(Fields& fields, Failed& failed);

inline constexpr Right see{"backups.see"};

}  // namespace ogniwo::backups
