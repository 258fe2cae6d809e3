#pragma once

// The backup that a server makes of itself every night.
//
//     backups/2026-11-27/    as `ogniwo backup` writes it
//     backups/blobs/         every attachment that one of them has; the same bytes, linked
//
// The newest ones are kept. Where a second place is set, rclone brings it to the same state: the
// nights without their attachments, and the attachments once. That place may be a path, SFTP, S3,
// or whatever else rclone has been told of in rclone.conf in the data folder.

#include <filesystem>
#include <string>

#include "app/program.hpp"
#include "app/settings.hpp"
#include "backups/service.hpp"
#include "storage/transactor.hpp"
#include "storage/work.hpp"

namespace ogniwo::app {

class Nightly {
public:
    // What is given must outlive this.
    Nightly(Transactor& data,
            const Environment& environment,
            const Settings& settings,
            Time installed_at,
            bool only_node,
            IsStopped is_stopped);

    // Makes the backup when it is due and nobody else does; minutes or hours then. What went wrong
    // is in the row, for the home page and /metrics, and is returned for the log.
    Outcome step();

private:
    bool is_due();
    std::optional<backups::Turn> take_turn();
    Outcome make(Date night);
    Outcome make_here(const std::filesystem::path& folder);
    Outcome copy_away(const std::filesystem::path& folder);
    Outcome remove_outdated_away();
    std::string place_away(const std::string& name) const;
    void settle(const backups::Turn& turn, const Outcome& made);
    Outcome rclone(std::vector<std::string> words, std::string* said = nullptr) const;

    std::filesystem::path root() const { return settings_.backup_folder_path(); }

    Transactor& data_;
    const Environment& environment_;
    const Settings& settings_;
    const Time installed_at_;
    const bool only_node_;
    const IsStopped is_stopped_;
    const Caller caller_{.address = "local", .program = "ogniwo", .trace = {}};
};

}  // namespace ogniwo::app
