#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "app/check.hpp"
#include "app/commands.hpp"
#include "app/erasure_list.hpp"
#include "app/installation.hpp"
#include "app/progress.hpp"
#include "app/store.hpp"
#include "base/crypto.hpp"
#include "storage/blobs.hpp"
#include "storage/journal.hpp"
#include "storage/sqlite.hpp"

extern char** environ;

namespace ogniwo::app {
namespace {

namespace fs = std::filesystem;

inline constexpr Reason backup_failed{Refusal::conflict, "app.backup_failed"};
inline constexpr Reason restore_failed{Refusal::conflict, "app.restore_failed"};
inline constexpr Reason restore_not_whole{Refusal::conflict, "app.restore_not_whole"};

constexpr const char* sqlite_file = "ogniwo.db";
constexpr const char* postgres_file = "ogniwo.pgdump";
constexpr const char* erasures_file = "erasures.jsonl";
constexpr const char* key_file = "master.key";

// Runs a program of PostgreSQL's without a shell and waits for it.
Outcome run_program(Reason reason, std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    if (posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0) {
        return Error{.reason = reason,
                     .detail = words[0] + " could not be started; install postgresql-client"};
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return Nothing{};
    return Error{.reason = reason, .detail = words[0] + " failed; its message is above"};
}

// Everything on the file system of this folder, with the names of the files.
Outcome sync_everything(const fs::path& folder, Reason reason) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = file >= 0 && ::syncfs(file) == 0;
    ::close(file);
    if (synced) return Nothing{};
    return Error{.reason = reason, .detail = folder.string() + " could not be synced to the disk"};
}

std::string read_all(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

// Copies the blobs that `names` names from one folder of blobs to another, each checked by its
// hash.
Outcome copy_blobs(const std::vector<std::string>& names,
                   const fs::path& from,
                   const fs::path& to,
                   Reason reason) {
    Progress progress("Copying attachments");
    std::int64_t done = 0;
    for (const std::string& name : names) {
        const std::string bytes = read_all(from / name.substr(0, 2) / name);
        if (sha256_hex(bytes) != name) {
            return Error{.reason = reason,
                         .detail = "attachment " + name + " is missing or broken"};
        }
        fs::create_directories(to / name.substr(0, 2));
        std::ofstream file(to / name.substr(0, 2) / name, std::ios::binary);
        if (!(file << bytes).flush()) {
            return Error{.reason = reason, .detail = "attachment " + name + " cannot be written"};
        }
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

bool is_empty_folder(const fs::path& folder) {
    return !fs::exists(folder) || (fs::is_directory(folder) && fs::is_empty(folder));
}

Outcome back_up_database(const Settings& settings, const fs::path& to, Clock& clock) {
    const Database database(settings.database_address(), clock);
    if (database.dialect() == Dialect::postgres) {
        const std::string file = (to / postgres_file).string();
        TRY_DO(run_program(backup_failed,
                           {"pg_dump",
                            "--format=custom",
                            "--no-owner",
                            "--file=" + file,
                            "--dbname=" + settings.database_address()}));
        // Reads and unpacks all of it: a dump that cannot be read is none.
        return run_program(backup_failed, {"pg_restore", "--file=/dev/null", file});
    }
    if (!fs::exists(settings.database_address())) {
        return Error{.reason = backup_failed,
                     .detail = "there is no database " + settings.database_address()};
    }
    const fs::path blobs = fs::path(settings.data) / "blobs";
    const BlobHold hold(blobs);
    copy_sqlite(*database.connect(Connection::Access::read_only), to / sqlite_file);
    TRY(const auto names, blobs_of(to / sqlite_file, clock, backup_failed));
    return copy_blobs(names, blobs, to / "blobs", backup_failed);
}

Outcome back_up(const Settings& settings, const BackupCommand& command) {
    const fs::path to(command.folder);
    if (!is_empty_folder(to)) {
        return Error{.reason = backup_failed, .detail = command.folder + " is not an empty folder"};
    }
    fs::create_directories(to);
    fs::permissions(to, fs::perms::owner_all);
    SystemClock clock;
    TRY_DO(back_up_database(settings, to, clock));
    const fs::path list = fs::path(settings.data) / erasures_file;
    if (fs::exists(list)) fs::copy_file(list, to / erasures_file);
    if (command.with_key) fs::copy_file(settings.master_key_path(), to / key_file);
    return sync_everything(to, backup_failed);
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
        return run_program(restore_failed,
                           {"pg_restore",
                            "--no-owner",
                            "--exit-on-error",
                            "--single-transaction",
                            "--dbname=" + settings.database_address(),
                            (from / postgres_file).string()});
    }
    if (!fs::exists(from / sqlite_file)) {
        return Error{.reason = restore_failed,
                     .detail = from.string() + " holds no backup of a SQLite database"};
    }
    TRY(const auto names, blobs_of(from / sqlite_file, clock, restore_failed));
    TRY_DO(copy_blobs(names, from / "blobs", fs::path(settings.data) / "blobs", restore_failed));
    const fs::path database = settings.database_address();
    set_aside(database);
    fs::copy_file(from / sqlite_file, database);
    return sync_everything(fs::absolute(database).parent_path(), restore_failed);
}

// What was erased after the backup is known to the folder, what was erased before to the backup.
void join_erasures(const Settings& settings, const fs::path& from) {
    add_erasures(settings.data + "/" + erasures_file, read_erasures(from / erasures_file));
}

Outcome restore_into(const Settings& settings, const BackupCommand& command) {
    const fs::path from(command.folder);
    {
        TRY(const FolderLock lock, FolderLock::take(settings.data));
        TRY_DO(restore_database(settings, from));
        join_erasures(settings, from);
        if (fs::exists(from / key_file) && !fs::exists(settings.master_key_path())) {
            fs::copy_file(from / key_file, settings.master_key_path());
        }
    }
    // Opening erases again whoever was erased, before anything is served.
    TRY(const auto opened, Installation::open(settings));
    TRY_DO(opened->data().write([](Tx& tx, Time) -> Outcome {
        journal::raise_generation(tx);
        return Nothing{};
    }));
    if (check_everything(*opened).is_whole()) return Nothing{};
    return Error{.reason = restore_not_whole,
                 .detail = "what was restored is not whole: `ogniwo check` says what is missing"};
}

int finish(const Outcome& outcome, const std::string& done) {
    if (!outcome) return complain(outcome.error());
    std::puts(done.c_str());
    return 0;
}

}  // namespace

int backup(const Settings& settings, const BackupCommand& command) {
    return finish(back_up(settings, command), "the backup is in " + command.folder);
}

int restore(const Settings& settings, const BackupCommand& command) {
    return finish(restore_into(settings, command), "restored from " + command.folder);
}

}  // namespace ogniwo::app
