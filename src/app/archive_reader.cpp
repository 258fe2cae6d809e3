#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "app/archive.hpp"
#include "app/copying.hpp"
#include "app/progress.hpp"
#include "app/store.hpp"
#include "base/crypto.hpp"
#include "base/encoding.hpp"

namespace ogniwo::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t rows_at_once = 100;

inline constexpr Reason archive_target_not_empty{Refusal::conflict, "app.archive_target_not_empty"};

// A statement that inserts so many rows, the columns left out of archives included.
BuiltSql insertion(const Table& table, std::size_t rows) {
    std::string columns;
    for (const Column& column : table.columns) {
        columns += (columns.empty() ? "\"" : ", \"") + column.name + "\"";
    }
    std::string values;
    std::size_t mark = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        values += row == 0 ? "(" : ", (";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            values += (i == 0 ? "$" : ", $") + std::to_string(++mark);
        }
        values += ')';
    }
    return {"archive.insert_" + table.name,
            "INSERT INTO \"" + table.name + "\" (" + columns + ") VALUES " + values};
}

// The table as it is filled: its archived columns, then those that archives leave out.
struct Target {
    Table archived;
    Table filled;
    std::vector<Value> left_out{};
};

Target target_of(const Table& archived) {
    Target target{.archived = archived, .filled = archived};
    for (const LeftOut& out : left_out_columns()) {
        if (out.table != archived.name) continue;
        target.filled.columns.push_back({.name = std::string(out.column)});
        target.left_out.push_back(out.value);
    }
    return target;
}

class TableFiller {
public:
    TableFiller(Tx& tx, const Target& target)
        : tx_(tx),
          many_(insertion(target.filled, rows_at_once)),
          one_(insertion(target.filled, 1)),
          left_out_(target.left_out),
          width_(target.filled.columns.size()) {}

    void add(std::vector<Value> row) {
        std::ranges::move(row, std::back_inserter(values_));
        std::ranges::copy(left_out_, std::back_inserter(values_));
        if (values_.size() < width_ * rows_at_once) return;
        tx_.query(many_, nullptr, values_);
        values_.clear();
    }
    void finish() {
        const std::span<const Value> values(values_);
        for (std::size_t at = 0; at < values.size(); at += width_) {
            tx_.query(one_, nullptr, values.subspan(at, width_));
        }
        values_.clear();
    }

private:
    Tx& tx_;
    const BuiltSql many_;
    const BuiltSql one_;
    const std::vector<Value>& left_out_;
    const std::size_t width_;
    std::vector<Value> values_;
};

// Calls `each` with every line; an error of its, or of the line's, names file and line.
template <class F>
Outcome each_row(const fs::path& folder, const Table& table, F each) {
    const fs::path path = table_file(folder, table.name);
    std::ifstream file(path, std::ios::binary);
    std::int64_t number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        auto row = from_line(table, line);
        if (!row) {
            return broken_archive(path.filename().string() + ", line " + std::to_string(number) +
                                  ": " + row.error().detail);
        }
        each(std::move(*row));
    }
    return Nothing{};
}

// Before anything is written: every file is there, and is what the manifest says.
Outcome check_files(const fs::path& folder, const Manifest& manifest) {
    for (const ArchivedTable& table : manifest.tables) {
        const fs::path path = table_file(folder, table.name);
        std::ifstream file(path, std::ios::binary);
        if (!file) return broken_archive(path.string() + " is missing");
        Sha256 hash;
        std::int64_t rows = 0;
        for (std::string line; std::getline(file, line); ++rows) hash.add(line + "\n");
        if (to_hex(hash.finish()) != table.sha256 || rows != table.rows) {
            return broken_archive(path.string() + " is not what archive.json says: it was changed");
        }
    }
    return Nothing{};
}

// The same tables on both sides, or the archive is of another program.
Outcome check_tables(const std::vector<Table>& tables, const Manifest& manifest) {
    std::vector<std::string> here;
    std::vector<std::string> there;
    for (const Table& table : tables) here.push_back(table.name);
    for (const ArchivedTable& table : manifest.tables) there.push_back(table.name);
    if (here == there) return Nothing{};
    return broken_archive("the tables in archive.json are not those of schema " +
                          std::to_string(manifest.schema));
}

// Bytes first: rows refer to them. What is then refused all the same, a collection takes away.
Outcome bring_blobs(BlobStore& blobs, const fs::path& folder, const Table& attachments) {
    std::set<std::string> names;
    const std::size_t place = place_of(attachments, "sha256");
    TRY_DO(each_row(folder, attachments, [&](const std::vector<Value>& row) {
        if (const auto* name = std::get_if<std::string>(&row[place])) names.insert(*name);
    }));
    Progress progress("Bringing attachments in");
    std::int64_t done = 0;
    for (const std::string& name : names) {
        const auto bytes_of_name = from_hex(name);
        if (!bytes_of_name || bytes_of_name->size() != sha256_size) {
            return broken_archive("an attachment's hash is \"" + name + "\"");
        }
        const std::string bytes = read_all(blob_file(folder, name));
        if (sha256_hex(bytes) != name) {
            return broken_archive("attachment " + name + " is missing or was changed");
        }
        blobs.put(bytes);
        progress.show(++done, static_cast<std::int64_t>(names.size()));
    }
    return Nothing{};
}

void empty_table(Tx& tx, const Table& table) {
    const BuiltSql sql("archive.empty", "DELETE FROM \"" + table.name + "\"");
    tx.query(sql, nullptr, {});
}

class ArchiveReader {
public:
    ArchiveReader(const fs::path& folder, const Manifest& manifest, std::vector<Table> tables)
        : folder_(folder), manifest_(manifest) {
        for (const Table& table : in_order_of_reference(std::move(tables))) {
            targets_.push_back(target_of(table));
        }
    }

    Outcome fill(Tx& tx) const {
        if (store::has_events(tx)) return archive_target_not_empty;
        // What migrations put into a new database is in the archive as well.
        for (auto target = targets_.rbegin(); target != targets_.rend(); ++target) {
            empty_table(tx, target->archived);
        }
        Progress progress("Reading the archive");
        std::int64_t done = 0;
        for (const Target& target : targets_) {
            TableFiller filler(tx, target);
            TRY_DO(each_row(folder_, target.archived, [&](std::vector<Value> row) {
                filler.add(std::move(row));
                progress.show(++done, manifest_.rows());
            }));
            filler.finish();
            const auto entry =
                std::ranges::find(manifest_.tables, target.archived.name, &ArchivedTable::name);
            if (target.archived.gives_ids) set_last_id(tx, target.archived, entry->last_id);
        }
        store::save_sort_keys(tx, manifest_.sort_keys);
        return Nothing{};
    }

private:
    const fs::path& folder_;
    const Manifest& manifest_;
    std::vector<Target> targets_{};
};

}  // namespace

Outcome read_archive(DirectTransactor& data,
                     BlobStore& blobs,
                     const fs::path& folder,
                     const Manifest& manifest) {
    bool is_used = false;
    std::vector<Table> tables;
    data.read([&](Tx& tx, Time) {
        is_used = store::has_events(tx);
        tables = archived_tables(read_catalog(tx));
    });
    if (is_used) return archive_target_not_empty;
    TRY_DO(check_tables(tables, manifest));
    TRY_DO(check_files(folder, manifest));
    TRY_DO(bring_blobs(blobs, folder, *std::ranges::find(tables, "attachment", &Table::name)));
    const ArchiveReader reader(folder, manifest, std::move(tables));
    return data.write([&](Tx& tx, Time) { return reader.fill(tx); });
}

}  // namespace ogniwo::app
