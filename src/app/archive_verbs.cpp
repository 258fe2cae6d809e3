// ogniwo export and ogniwo import archive.

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "app/archive.hpp"
#include "app/check.hpp"
#include "app/commands.hpp"
#include "app/copying.hpp"
#include "app/erasure_list.hpp"
#include "app/installation.hpp"
#include "operations/json_writer.hpp"
#include "storage/migrate.hpp"

namespace ogniwo::app {
namespace {

namespace fs = std::filesystem;

inline constexpr Reason archive_of_another_key{Refusal::conflict, "app.archive_of_another_key"};
inline constexpr Reason archive_of_another_schema{Refusal::conflict,
                                                  "app.archive_of_another_schema"};
inline constexpr Reason archive_meets_erasures{Refusal::conflict, "app.archive_meets_erasures"};

// One transaction, for those who know the database as a Transactor: they see its moment.
class OneMoment final : public Transactor {
public:
    explicit OneMoment(Connection& connection) : tx_(connection) {}
    Outcome write(const WriteFunction& /*work*/) override {
        INVARIANT(!"an export changes nothing");
        return Nothing{};
    }
    void read(const ReadFunction& look) override { look(tx_, Time{}); }

private:
    Tx tx_;
};

std::string fingerprint_of(const std::string& key_path) {
    if (!fs::exists(key_path)) return {};
    SystemRandom random;
    return key_fingerprint(Vault::from_file(key_path, random));
}

int show(const char* what, const Result<ArchiveSummary>& summary, Output output) {
    if (!summary) return complain(summary.error());
    if (output == Output::json) {
        JsonWriter json;
        json.object().key("tables").number(summary->tables);
        json.key("rows").number(summary->rows).key("attachments").number(summary->attachments);
        json.key("sha256").text(summary->sha256).end_object();
        std::puts(json.take().c_str());
        return 0;
    }
    const std::string text =
        fmt::format("{} {} tables with {} rows, and {} attachments\nSHA-256 {}",
                    what,
                    summary->tables,
                    summary->rows,
                    summary->attachments,
                    summary->sha256);
    std::puts(text.c_str());
    return 0;
}

Result<ArchiveSummary> write_everything(const Settings& settings, const ArchiveCommand& command) {
    const fs::path folder(command.folder);
    TRY_DO(make_empty_folder(folder, archive_failed));
    SystemClock clock;
    const Database database(settings.database_address(), clock);
    const bool is_file = database.dialect() == Dialect::sqlite;
    if (is_file && !fs::exists(settings.database_address())) {
        return Error{.reason = archive_failed,
                     .detail = "there is no database " + settings.database_address()};
    }
    const std::string blob_folder = settings.data + "/blobs";
    const std::optional<BlobHold> hold =
        is_file ? std::make_optional<BlobHold>(blob_folder) : std::nullopt;
    const auto connection = database.connect(Connection::Access::read_only);
    connection->begin(Connection::Access::read_only);
    OneMoment moment(*connection);
    const auto blobs = is_file ? make_file_blobs(blob_folder, moment) : make_database_blobs(moment);
    TRY(const auto summary,
        write_archive(*connection, *blobs, folder, fingerprint_of(settings.master_key_path())));
    connection->rollback();
    if (command.with_key) fs::copy_file(settings.master_key_path(), folder / key_file);
    TRY_DO(sync_everything(folder, archive_failed));
    return summary;
}

// The key that the archive's secrets were sealed with must be here, or come along.
Outcome meet_the_key(const Settings& settings,
                     const ArchiveCommand& command,
                     const Manifest& manifest) {
    const fs::path brought = fs::path(command.folder) / key_file;
    if (!fs::exists(settings.master_key_path()) && fs::exists(brought)) {
        fs::copy_file(brought, settings.master_key_path());
    }
    const bool fits = manifest.key == fingerprint_of(settings.master_key_path());
    if (fits || command.without_key) return Nothing{};
    return archive_of_another_key;
}

// The list belongs to an installation: with another one's, whoever has the same number would be
// erased.
Outcome meet_the_erasures(const Settings& settings) {
    if (read_erasures(erasures_path(settings.data)).empty()) return Nothing{};
    return archive_meets_erasures;
}

Outcome fill(const Settings& settings, const ArchiveCommand& command, const Manifest& manifest) {
    TRY(const FolderLock lock, FolderLock::take(settings.data));
    TRY_DO(meet_the_erasures(settings));
    TRY_DO(meet_the_key(settings, command, manifest));
    SystemClock clock;
    SystemRandom random;
    WorkClock work_clock(clock);
    const Database database(settings.database_address(), clock);
    DirectTransactor data(database.connect(Connection::Access::read_write), work_clock);
    TRY(const Migrated migrated, migrate(data.connection(), random, clock.now(), manifest.schema));
    if (migrated.to != manifest.schema) return archive_of_another_schema;
    const auto blobs = database.dialect() == Dialect::sqlite
                           ? make_file_blobs(settings.data + "/blobs", data)
                           : make_database_blobs(data);
    return read_archive(data, *blobs, command.folder, manifest);
}

Result<ArchiveSummary> read_everything(const Settings& settings, const ArchiveCommand& command) {
    TRY(const Manifest manifest, read_manifest(command.folder));
    // What the database itself refuses is the archive's fault: its own statements are the same for
    // every archive.
    try {
        TRY_DO(fill(settings, command, manifest));
    } catch (const StorageError& error) {
        if (error.kind != StorageError::Kind::bug) throw;
        return Error{.reason = archive_broken, .detail = error.what()};
    }
    TRY_DO(settle_what_came(settings, archive_broken));
    return summary_of(manifest);
}

}  // namespace

int export_archive(const Settings& settings, const ArchiveCommand& command, Output output) {
    return show("Wrote", write_everything(settings, command), output);
}

int import_archive(const Settings& settings, const ArchiveCommand& command, Output output) {
    return show("Read", read_everything(settings, command), output);
}

}  // namespace ogniwo::app
