#include "app/backup.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>

#include "app/check.hpp"
#include "app/commands.hpp"
#include "app/copying.hpp"
#include "app/erasure_list.hpp"
#include "app/installation.hpp"
#include "app/progress.hpp"
#include "app/store.hpp"
#include "base/crypto.hpp"
#include "people/service.hpp"
#include "storage/blobs.hpp"
#include "storage/postgres.hpp"
#include "storage/sqlite.hpp"

namespace ogniwo::app {
namespace {

namespace fs = std::filesystem;

inline constexpr Reason restore_failed{Refusal::conflict, "app.restore_failed"};
inline constexpr Reason restore_not_whole{Refusal::conflict, "app.restore_not_whole"};

constexpr const char* sqlite_file = "ogniwo.db";
constexpr const char* postgres_file = "ogniwo.pgdump";

const Error stopped{.reason = backup_failed, .detail = "the backup was stopped"};

// The password goes through the environment: everybody on the machine can read command lines.
Program postgres_program(const Settings& settings, std::vector<std::string> words) {
    const PostgresAddress address = parse_postgres_address(settings.database_address());
    words.push_back("--dbname=" + address.without_password);
    Program program{.words = std::move(words), .package = "postgresql-client"};
    if (!address.password.empty()) program.environment = {{"PGPASSWORD", address.password}};
    return program;
}

// Attachments from one folder of blobs into another, each checked by its hash.
struct BlobCopy {
    fs::path from;
    fs::path to;
    std::optional<fs::path> linked{};  // Blobs on the disk of `to` that need not be copied.
    bool is_quiet = false;
    IsStopped is_stopped{};
    Reason reason;
};

Outcome copy_blob(const BlobCopy& copy, SteadySync& sync, const std::string& name) {
    const fs::path inside = fs::path(name.substr(0, 2)) / name;
    fs::create_directories((copy.to / inside).parent_path());
    if (copy.linked && sha256_hex(read_all(*copy.linked / inside)) == name) {
        std::error_code failed;
        fs::create_hard_link(*copy.linked / inside, copy.to / inside, failed);
        if (!failed) return Nothing{};
    }
    const std::string bytes = read_all(copy.from / inside);
    if (sha256_hex(bytes) != name) {
        return Error{.reason = copy.reason,
                     .detail = "attachment " + name + " is missing or broken"};
    }
    std::ofstream file(copy.to / inside, std::ios::binary);
    if (!(file << bytes).flush()) {
        return Error{.reason = copy.reason, .detail = "attachment " + name + " cannot be written"};
    }
    sync.wrote(bytes.size());
    return Nothing{};
}

Outcome copy_blobs(const std::vector<std::string>& names, const BlobCopy& copy) {
    Progress progress(copy.is_quiet ? "" : "Copying attachments");
    SteadySync sync(copy.to);
    std::int64_t done = 0;
    for (const std::string& name : names) {
        if (copy.is_stopped && copy.is_stopped()) return stopped;
        TRY_DO(copy_blob(copy, sync, name));
        progress.show(++done, static_cast<std::int64_t>(names.size()));
    }
    return Nothing{};
}

// What the copy of a database names; an error when the copy is not whole.
Result<std::vector<std::string>> blobs_of(const fs::path& database, Clock& clock, Reason reason) {
    const auto connection = Database(database, clock).connect(Connection::Access::read_only);
    Tx tx(*connection);
    const auto broken = store::broken_pages(tx);
    if (!broken.empty()) {
        return Error{.reason = reason, .detail = database.string() + ": " + broken.front()};
    }
    return store::list_blobs(tx);
}

Outcome dump_postgres(const Settings& settings, const BackupPlan& plan) {
    const std::string file = (plan.folder / postgres_file).string();
    // Of one snapshot, and the attachments are in it.
    Program dump =
        postgres_program(settings, {"pg_dump", "--format=custom", "--no-owner", "--file=" + file});
    dump.is_stopped = plan.is_stopped;
    TRY_DO(run_program(dump, backup_failed));
    // Reads and unpacks all of it: a dump that cannot be read is none.
    return run_program({.words = {"pg_restore", "--file=/dev/null", file},
                        .package = "postgresql-client",
                        .is_stopped = plan.is_stopped},
                       backup_failed);
}

// Before the disk is full: then nobody else could write either.
Outcome is_room_for(std::uintmax_t bytes, const fs::path& folder) {
    constexpr std::uintmax_t left_over = 64 * 1024 * 1024;
    const auto available = fs::space(folder).available;
    if (available >= bytes + left_over) return Nothing{};
    constexpr std::uintmax_t mib = 1024 * 1024;
    return Error{.reason = backup_failed,
                 .detail = fmt::format("{} has {} MiB left, the backup needs {} MiB",
                                       folder.string(),
                                       available / mib,
                                       (bytes + left_over) / mib)};
}

// Of the attachments that will not be linked.
std::uintmax_t bytes_to_copy(const std::vector<std::string>& names, const BlobCopy& copy) {
    std::uintmax_t bytes = 0;
    for (const std::string& name : names) {
        const fs::path inside = fs::path(name.substr(0, 2)) / name;
        if (copy.linked && fs::exists(*copy.linked / inside)) continue;
        // One that is missing is told when it is copied.
        std::error_code missing;
        const auto size = fs::file_size(copy.from / inside, missing);
        if (!missing) bytes += size;
    }
    return bytes;
}

Outcome back_up_database(const Settings& settings, const BackupPlan& plan, Clock& clock) {
    const Database database(settings.database_address(), clock);
    if (database.dialect() == Dialect::postgres) return dump_postgres(settings, plan);
    if (!fs::exists(settings.database_address())) {
        return Error{.reason = backup_failed,
                     .detail = "there is no database " + settings.database_address()};
    }
    TRY_DO(is_room_for(fs::file_size(settings.database_address()), plan.folder));
    const fs::path blobs = fs::path(settings.data) / "blobs";
    const BlobHold hold(blobs);
    const bool copied = copy_sqlite(*database.connect(Connection::Access::read_only),
                                    plan.folder / sqlite_file,
                                    plan.is_stopped);
    if (!copied) return stopped;
    TRY(const auto names, blobs_of(plan.folder / sqlite_file, clock, backup_failed));
    const BlobCopy copy{.from = blobs,
                        .to = plan.folder / "blobs",
                        .linked = plan.linked,
                        .is_quiet = plan.is_quiet,
                        .is_stopped = plan.is_stopped,
                        .reason = backup_failed};
    TRY_DO(is_room_for(bytes_to_copy(names, copy), plan.folder));
    return copy_blobs(names, copy);
}

// The old database stays beside the new one, until whoever restored removes it.
void set_aside(const fs::path& database) {
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const fs::path file = database.string() + suffix;
        if (fs::exists(file)) fs::rename(file, database.string() + ".before-restore" + suffix);
    }
}

Outcome restore_database(const Settings& settings, const fs::path& from) {
    SystemClock clock;
    if (Database(settings.database_address(), clock).dialect() == Dialect::postgres) {
        return run_program(postgres_program(settings,
                                            {"pg_restore",
                                             "--no-owner",
                                             "--exit-on-error",
                                             "--single-transaction",
                                             (from / postgres_file).string()}),
                           restore_failed);
    }
    if (!fs::exists(from / sqlite_file)) {
        return Error{.reason = restore_failed,
                     .detail = from.string() + " holds no backup of a SQLite database"};
    }
    TRY(const auto names, blobs_of(from / sqlite_file, clock, restore_failed));
    // In the second place of nightly backups, attachments lie once for all of them.
    const fs::path beside = fs::absolute(from / "").parent_path().parent_path() / "blobs";
    TRY_DO(copy_blobs(names,
                      {.from = fs::exists(from / "blobs") ? from / "blobs" : beside,
                       .to = fs::path(settings.data) / "blobs",
                       .reason = restore_failed}));
    const fs::path database = settings.database_address();
    set_aside(database);
    fs::copy_file(from / sqlite_file, database);
    return sync_everything(fs::absolute(database).parent_path(), restore_failed);
}

// What was erased after the backup is known to the folder, and to the database that is about to be
// replaced; what was erased before, to the backup.
void join_erasures(const Settings& settings, const fs::path& from) {
    const std::string list = erasures_path(settings.data);
    add_erasures(list, read_erasures(erasures_path(from.string())));
    SystemClock clock;
    const Database database(settings.database_address(), clock);
    if (database.dialect() == Dialect::sqlite && !fs::exists(database.address())) return;
    try {
        const auto connection = database.connect(Connection::Access::read_only);
        Tx tx(*connection);
        add_erasures(list, people::list_erasures(tx));
    } catch (const StorageError&) {
        // A broken or an empty one, which is why somebody restores: the list is all there is.
    }
}

Outcome restore_into(const Settings& settings, const BackupCommand& command) {
    const fs::path from(command.folder);
    {
        TRY(const FolderLock lock, FolderLock::take(settings.data));
        join_erasures(settings, from);
        TRY_DO(restore_database(settings, from));
        if (fs::exists(from / key_file) && !fs::exists(settings.master_key_path())) {
            fs::copy_file(from / key_file, settings.master_key_path());
        }
    }
    return settle_what_came(settings, restore_not_whole);
}

int finish(const Outcome& outcome, const std::string& done) {
    if (!outcome) return complain(outcome.error());
    std::puts(done.c_str());
    return 0;
}

}  // namespace

Outcome make_backup(const Settings& settings, const BackupPlan& plan) {
    TRY_DO(make_empty_folder(plan.folder, backup_failed));
    SystemClock clock;
    TRY_DO(back_up_database(settings, plan, clock));
    const fs::path list = erasures_path(settings.data);
    if (fs::exists(list)) fs::copy_file(list, erasures_path(plan.folder.string()));
    if (plan.with_key) fs::copy_file(settings.master_key_path(), plan.folder / key_file);
    return sync_everything(plan.folder, backup_failed);
}

int backup(const Settings& settings, const BackupCommand& command) {
    return finish(make_backup(settings, {.folder = command.folder, .with_key = command.with_key}),
                  "the backup is in " + command.folder);
}

int restore(const Settings& settings, const BackupCommand& command) {
    return finish(restore_into(settings, command), "restored from " + command.folder);
}

}  // namespace ogniwo::app
