#include "app/nightly.hpp"

#include <algorithm>
#include <exception>

#include "app/backup.hpp"
#include "app/copying.hpp"
#include "backups/rules.hpp"
#include "base/text.hpp"

namespace ogniwo::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* pool = "blobs";

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        names.push_back(entry.path().filename().string());
    }
    return names;
}

std::int64_t bytes_of(const fs::path& folder) {
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) bytes += entry.file_size();
    }
    return static_cast<std::int64_t>(bytes);
}

// Every attachment of a backup has a second name in the pool.
void join_pool(const fs::path& folder, const fs::path& blobs) {
    if (!fs::exists(folder / pool)) return;
    for (const auto& entry : fs::recursive_directory_iterator(folder / pool)) {
        if (!entry.is_regular_file()) continue;
        const fs::path name = blobs / fs::relative(entry.path(), folder / pool);
        if (fs::exists(name)) continue;
        fs::create_directories(name.parent_path());
        std::error_code failed;
        fs::create_hard_link(entry.path(), name, failed);
        // A disk without links holds a second copy.
        if (failed) fs::copy_file(entry.path(), name);
    }
}

// An attachment that no backup has any more leaves the pool.
void leave_pool(const fs::path& root) {
    std::vector<fs::path> nights;
    for (const std::string& name : names_in(root)) {
        if (backups::night_of(name)) nights.push_back(root / name / pool);
    }
    std::vector<fs::path> gone;
    for (const auto& entry : fs::recursive_directory_iterator(root / pool)) {
        if (!entry.is_regular_file()) continue;
        const fs::path name = fs::relative(entry.path(), root / pool);
        const bool is_held = std::ranges::any_of(
            nights, [&](const fs::path& night) { return fs::exists(night / name); });
        if (!is_held) gone.push_back(entry.path());
    }
    for (const fs::path& path : gone) fs::remove(path);
}

}  // namespace

Nightly::Nightly(Transactor& data,
                 const Environment& environment,
                 const Settings& settings,
                 Time installed_at,
                 bool only_node,
                 IsStopped is_stopped)
    : data_(data),
      environment_(environment),
      settings_(settings),
      installed_at_(installed_at),
      only_node_(only_node),
      is_stopped_(std::move(is_stopped)) {}

Outcome Nightly::step() {
    if (!is_due()) return Nothing{};
    const auto turn = take_turn();
    if (!turn) return Nothing{};
    Outcome made = Nothing{};
    // Whatever the disk or a library throws is a failed backup, which somebody is told of.
    try {
        made = make(turn->night);
    } catch (const std::exception& error) {
        made = Error{.reason = backup_failed, .detail = error.what()};
    }
    settle(*turn, made);
    return made;
}

bool Nightly::is_due() {
    bool due = false;
    data_.read([&](Tx& tx, Time now) {
        const View view{tx, Actor::system(), now, environment_, caller_};
        due = backups::is_due(view, *settings_.backup_at, installed_at_);
    });
    return due;
}

std::optional<backups::Turn> Nightly::take_turn() {
    std::optional<backups::Turn> turn;
    (void)data_.write([&](Tx& tx, Time now) -> Outcome {
        Work work{{tx, Actor::system(), now, environment_, caller_}};
        turn = backups::take_turn(work, *settings_.backup_at, installed_at_, only_node_);
        return Nothing{};
    });
    return turn;
}

Outcome Nightly::make(Date night) {
    const fs::path folder = root() / backups::folder_name(night);
    // It is there when only the way to the second place failed.
    if (!fs::exists(folder)) TRY_DO(make_here(folder));
    for (const std::string& name : backups::outdated(names_in(root()), settings_.backup_keep)) {
        fs::remove_all(root() / name);
    }
    leave_pool(root());
    if (settings_.backup_copy.empty()) return Nothing{};
    TRY_DO(copy_away(folder));
    return remove_outdated_away();
}

Outcome Nightly::make_here(const fs::path& folder) {
    const fs::path part = folder.string() + ".part";
    fs::remove_all(part);
    fs::create_directories(root() / pool);
    const Outcome made = make_backup(
        settings_,
        {.folder = part, .linked = root() / pool, .is_quiet = true, .is_stopped = is_stopped_});
    if (!made) {
        fs::remove_all(part);
        return made;
    }
    join_pool(part, root() / pool);
    fs::rename(part, folder);
    return sync_everything(root(), backup_failed);
}

Outcome Nightly::copy_away(const fs::path& folder) {
    const std::string night = folder.filename().string();
    const std::string there = place_away("");
    TRY_DO(rclone({"sync", "--create-empty-src-dirs", (root() / pool).string(), there + pool}));
    TRY_DO(rclone({"sync", "--exclude", "/blobs/**", folder.string(), there + night}));
    TRY_DO(rclone({"check", "--one-way", (root() / pool).string(), there + pool}));
    return rclone({"check", "--one-way", "--exclude", "/blobs/**", folder.string(), there + night});
}

// "office:" is a folder of rclone's itself, and "office:/x" would be another one than "office:x".
std::string Nightly::place_away(const std::string& name) const {
    const std::string& there = settings_.backup_copy;
    const bool is_open = there.ends_with(':') || there.ends_with('/');
    return there + (is_open ? "" : "/") + name;
}

Outcome Nightly::remove_outdated_away() {
    std::string said;
    TRY_DO(rclone({"lsf", "--dirs-only", "--dir-slash=false", settings_.backup_copy}, &said));
    for (const std::string& name : backups::outdated(split_lines(said), settings_.backup_keep)) {
        TRY_DO(rclone({"purge", place_away(name)}));
    }
    return Nothing{};
}

Outcome Nightly::rclone(std::vector<std::string> words, std::string* said) const {
    words.insert(words.begin(), "rclone");
    const fs::path config = fs::path(settings_.data) / "rclone.conf";
    if (fs::exists(config)) words.insert(words.end(), {"--config", config.string()});
    return run_program({.words = std::move(words), .package = "rclone", .is_stopped = is_stopped_},
                       backup_failed,
                       said);
}

void Nightly::settle(const backups::Turn& turn, const Outcome& made) {
    const fs::path folder = root() / backups::folder_name(turn.night);
    const std::int64_t bytes = made ? bytes_of(folder) : 0;
    (void)data_.write([&](Tx& tx, Time now) -> Outcome {
        Work work{{tx, Actor::system(), now, environment_, caller_}};
        if (made) {
            backups::note_made(work, turn, folder.string(), bytes);
        } else {
            backups::note_failed(work, turn, made.error().detail);
        }
        return Nothing{};
    });
}

}  // namespace ogniwo::app
