#pragma once

// An archive: everything an installation knows, as text that any program can read and of which
// there is only one form. Two databases with the same content give the same bytes.
//
//     archive.json            schema, tables with rows and SHA-256, the last id each has given
//     ticket.jsonl ...        one table each: one JSON object per row, names sorted, by primary key
//     blobs/ab/abcdef...      attachments, under their SHA-256
//     master.key              only when it was asked for
//
// Instants are UTC microseconds, booleans 0 or 1, bytes base64. The journal stands in its settled
// order; an event's position is its ordinal there, 1, 2, 3 ..., whatever its place was in the
// database. Left out is what belongs to one running server: sessions, leases, places of followers,
// answers kept for repeated requests, counters of wrong passwords. Letters that still wait are in
// it as given up: whoever reads the archive does not send them a second time.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "storage/blobs.hpp"
#include "storage/catalog.hpp"
#include "storage/database.hpp"

namespace ogniwo {
class Fields;
class Vault;
}  // namespace ogniwo

namespace ogniwo::app {

inline constexpr Reason archive_failed{Refusal::conflict, "app.archive_failed"};
inline constexpr Reason archive_broken{Refusal::conflict, "app.archive_broken"};

// An archive that cannot be read, with the reason in words.
Error broken_archive(std::string why);

inline constexpr int archive_format = 1;

struct ArchivedTable {
    std::string name;
    std::int64_t rows = 0;
    std::string sha256;  // Of its file.
    std::int64_t last_id = 0;
};
void describe(Fields& fields, ArchivedTable& table);

// archive.json.
struct Manifest {
    int format = archive_format;
    int schema = 0;
    std::string key;        // A fingerprint of the master key that sealed the secrets.
    std::string sort_keys;  // The version of the alphabet that sort keys were made with.
    std::int64_t attachments = 0;
    std::vector<ArchivedTable> tables{};

    std::int64_t rows() const;
};
void describe(Fields& fields, Manifest& manifest);

// What a written or read archive comes to. The hash is archive.json's, and so the whole archive's.
struct ArchiveSummary {
    std::int64_t tables = 0;
    std::int64_t rows = 0;
    std::int64_t attachments = 0;
    std::string sha256;
};
ArchiveSummary summary_of(const Manifest& manifest);

// The tables of an archive with the columns that are in it, by name.
std::vector<Table> archived_tables(std::vector<Table> catalog);

// A column that is left out has this value after an import.
struct LeftOut {
    std::string_view table;
    std::string_view column;
    Value value;
};
const std::vector<LeftOut>& left_out_columns();

// One row as a line without its end, and back. The values are those of the table's columns; an
// error says in words what is wrong with the line.
std::string to_line(const Table& table, const std::vector<Value>& row);
Result<std::vector<Value>> from_line(const Table& table, std::string_view line);

std::filesystem::path table_file(const std::filesystem::path& archive, const std::string& table);
std::filesystem::path blob_file(const std::filesystem::path& archive, const std::string& sha256);
std::filesystem::path manifest_file(const std::filesystem::path& archive);

// The fingerprint that a manifest names.
std::string key_fingerprint(const Vault& vault);

// Writes everything that the connection's open transaction sees into an empty folder; `blobs` still
// has all that it names, and `key` is the fingerprint.
Result<ArchiveSummary> write_archive(Connection& connection,
                                     BlobStore& blobs,
                                     const std::filesystem::path& folder,
                                     const std::string& key);

Result<Manifest> read_manifest(const std::filesystem::path& folder);

// Fills an empty database that has the archive's schema: all of it, or nothing.
Outcome read_archive(DirectTransactor& data,
                     BlobStore& blobs,
                     const std::filesystem::path& folder,
                     const Manifest& manifest);

}  // namespace ogniwo::app
