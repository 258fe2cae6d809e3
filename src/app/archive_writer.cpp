#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>

#include "app/archive.hpp"
#include "app/copying.hpp"
#include "app/progress.hpp"
#include "app/store.hpp"
#include "base/crypto.hpp"
#include "base/encoding.hpp"
#include "base/json.hpp"
#include "storage/migrate.hpp"

namespace ogniwo::app {
namespace {

namespace fs = std::filesystem;

constexpr int chunk = 1'000;

// A file that is hashed while it is written.
class TableFile {
public:
    explicit TableFile(const fs::path& path) : file_(path, std::ios::binary) {}

    void add(std::string line) {
        line += '\n';
        hash_.add(line);
        file_ << line;
        ++rows_;
    }
    // Nothing when the disk did not take all of it.
    std::optional<ArchivedTable> finish(const Table& table) {
        if (!file_.flush()) return std::nullopt;
        return ArchivedTable{
            .name = table.name, .rows = rows_, .sha256 = to_hex(hash_.finish()), .last_id = 0};
    }

private:
    std::ofstream file_;
    Sha256 hash_;
    std::int64_t rows_ = 0;
};

using Rows = std::vector<std::vector<Value>>;

// The first `width` values of each row; `rest` becomes those behind them in the last one.
Rows take_rows(ResultSet& set, std::size_t width, std::vector<Value>& rest) {
    Rows rows;
    rows.reserve(set.size());
    auto at = std::make_move_iterator(set.cells.begin());
    const auto columns = static_cast<std::ptrdiff_t>(set.columns.size());
    for (std::size_t row = 0; row < set.size(); ++row, at += columns) {
        const auto end = at + static_cast<std::ptrdiff_t>(width);
        rows.emplace_back(at, end);
        rest.assign(end, at + columns);
    }
    return rows;
}

// Reads a table in pieces, by the columns that it is ordered by.
class TableReader {
public:
    TableReader(Dialect dialect, const Table& table, const std::vector<std::string>& order)
        : table_(table),
          order_(order),
          first_("archive.first_rows", "SELECT " + list(dialect, false) + rest(dialect, "")),
          next_("archive.next_rows",
                "SELECT " + list(dialect, false) +
                    rest(dialect, " WHERE (" + list(dialect, true) + ") > (" + marks() + ")")) {}

    // Calls `each` with the rows of a piece, their values in the order of the columns.
    template <class F>
    void read(Tx& tx, F each) const {
        ResultSet set = tx.query(first_, nullptr, {});
        while (set.size() > 0) {
            std::vector<Value> last;
            auto rows = take_rows(set, table_.columns.size(), last);
            const bool is_last = rows.size() < chunk;
            each(std::move(rows));
            if (is_last) return;
            set = tx.query(next_, nullptr, last);
        }
    }

private:
    // Texts are ordered by their bytes, in both databases.
    std::string list(Dialect dialect, bool of_order) const {
        std::string text;
        const auto add = [&](const std::string& name, const char* collation) {
            text += (text.empty() ? "" : ", ") + ("\"" + name + "\"") + collation;
        };
        if (!of_order) {
            for (const Column& column : table_.columns) add(column.name, "");
        }
        for (const std::string& name : order_) add(name, of_order ? collation(dialect, name) : "");
        return text;
    }
    const char* collation(Dialect dialect, const std::string& name) const {
        const auto column = std::ranges::find(table_.columns, name, &Column::name);
        const bool is_text = column != table_.columns.end() && column->kind == Column::Kind::text;
        return is_text && dialect == Dialect::postgres ? " COLLATE \"C\"" : "";
    }
    std::string marks() const {
        std::string text;
        for (std::size_t i = 1; i <= order_.size(); ++i) {
            text += (text.empty() ? "$" : ", $") + std::to_string(i);
        }
        return text;
    }
    std::string rest(Dialect dialect, const std::string& condition) const {
        return " FROM \"" + table_.name + "\"" + condition + " ORDER BY " + list(dialect, true) +
               " LIMIT " + std::to_string(chunk);
    }

    const Table& table_;
    const std::vector<std::string> order_;
    BuiltSql first_;
    BuiltSql next_;
};

// Positions of events become ordinals, and so does whatever refers to them.
class Ordinals {
public:
    void add(std::int64_t position) {
        events_.emplace_back(position, static_cast<std::int64_t>(events_.size()) + 1);
    }
    void settle() { std::ranges::sort(events_); }
    std::int64_t of(std::int64_t position) const {
        const auto found = std::ranges::lower_bound(
            events_, position, {}, [](const auto& event) { return event.first; });
        INVARIANT(found != events_.end() && found->first == position);
        return found->second;
    }

private:
    std::vector<std::pair<std::int64_t, std::int64_t>> events_;
};

// What is under way on this server is not on another.
void come_to_rest(const Table& table, std::vector<Value>& row) {
    if (table.name == "job") {
        Value& state = row[place_of(table, "state")];
        if (state == Value{"running"}) state = "waiting";
    }
    if (table.name == "outbox") {
        Value& state = row[place_of(table, "state")];
        if (state != Value{"waiting"}) return;
        state = "given_up";
        row[place_of(table, "error")] = "written into an archive before it was sent";
    }
}

Table with_columns(Table table, std::initializer_list<std::string_view> names) {
    std::erase_if(table.columns, [&](const Column& column) {
        return std::ranges::find(names, column.name) == names.end();
    });
    return table;
}

class ArchiveWriter {
public:
    ArchiveWriter(Tx& tx, BlobStore& blobs, fs::path folder)
        : tx_(tx), blobs_(blobs), folder_(std::move(folder)) {}

    Outcome write(Manifest& manifest) {
        const auto tables = archived_tables(read_catalog(tx_));
        const auto named = [&](std::string_view name) -> const Table& {
            return *std::ranges::find(tables, name, &Table::name);
        };
        TRY_DO(write_journal(named("journal"), named("journal_text"), manifest));
        for (const Table& table : tables) {
            if (table.name.starts_with("journal")) continue;
            TRY_DO(write_table(table, manifest));
        }
        std::ranges::sort(manifest.tables, {}, &ArchivedTable::name);
        return write_blobs(named("attachment"), manifest);
    }

private:
    // The texts are read with their events, since they stand in the same order.
    Outcome write_journal(const Table& events, const Table& texts, Manifest& manifest) {
        const std::vector<std::string> order{"generation", "xid", "position"};
        const Table only_positions = with_columns(events, {"position"});
        TableReader(tx_.dialect(), only_positions, order).read(tx_, [&](const Rows& rows) {
            for (const auto& row : rows) ordinals_.add(std::get<std::int64_t>(row.front()));
        });
        ordinals_.settle();
        const BuiltSql texts_sql = texts_of_events(texts);
        const std::size_t position = place_of(events, "position");
        const std::size_t cause = place_of(events, "cause");
        TableFile event_file(table_file(folder_, events.name));
        TableFile text_file(table_file(folder_, texts.name));
        TableReader(tx_.dialect(), events, order).read(tx_, [&](Rows rows) {
            std::vector<std::int64_t> positions;
            for (auto& row : rows) {
                positions.push_back(std::get<std::int64_t>(row[position]));
                renumber(row[position]);
                renumber(row[cause]);
                add_line(event_file, events, row);
            }
            for (const auto& row : texts_of(texts_sql, texts, positions)) {
                add_line(text_file, texts, row);
            }
        });
        TRY_DO(finish(event_file, events, manifest));
        TRY_DO(finish(text_file, texts, manifest));
        // Positions are ordinals now, so the last one is their number.
        const auto journal = std::ranges::find(manifest.tables, events.name, &ArchivedTable::name);
        journal->last_id = journal->rows;
        return Nothing{};
    }

    BuiltSql texts_of_events(const Table& texts) const {
        std::string columns;
        for (const Column& column : texts.columns) {
            columns += (columns.empty() ? "" : ", ") + column.name;
        }
        return {"archive.texts",
                "SELECT " + columns + " FROM journal_text WHERE event " +
                    (tx_.dialect() == Dialect::sqlite ? "IN (SELECT value FROM json_each($1))"
                                                      : "= ANY(CAST($1 AS bigint[]))")};
    }

    Rows texts_of(const BuiltSql& sql,
                  const Table& texts,
                  const std::vector<std::int64_t>& positions) {
        const std::array<Value, 1> list{id_list(positions, tx_.dialect())};
        ResultSet set = tx_.query(sql, nullptr, list);
        std::vector<Value> nothing;
        Rows rows = take_rows(set, texts.columns.size(), nothing);
        const std::size_t event = place_of(texts, "event");
        const std::size_t field = place_of(texts, "field");
        for (auto& row : rows) renumber(row[event]);
        std::ranges::sort(rows, {}, [&](const auto& row) {
            return std::pair(std::get<std::int64_t>(row[event]),
                             std::string_view(std::get<std::string>(row[field])));
        });
        return rows;
    }

    Outcome write_table(const Table& table, Manifest& manifest) {
        TableFile file(table_file(folder_, table.name));
        TableReader(tx_.dialect(), table, table.key).read(tx_, [&](Rows rows) {
            for (auto& row : rows) {
                come_to_rest(table, row);
                add_line(file, table, row);
            }
        });
        TRY_DO(finish(file, table, manifest));
        if (table.gives_ids) manifest.tables.back().last_id = last_id(tx_, table);
        return Nothing{};
    }

    Outcome write_blobs(const Table& attachments, Manifest& manifest) {
        std::set<std::string> names;
        const Table hashes = with_columns(attachments, {"sha256"});
        TableReader(tx_.dialect(), hashes, attachments.key).read(tx_, [&](const Rows& rows) {
            for (const auto& row : rows) names.insert(std::get<std::string>(row.front()));
        });
        for (const std::string& sha256 : names) {
            const fs::path path = blob_file(folder_, sha256);
            fs::create_directories(path.parent_path());
            std::ofstream file(path, std::ios::binary);
            const std::string bytes = blobs_.get(sha256);
            if (!(file << bytes).flush()) return unwritable(path);
            sync_.wrote(bytes.size());
            progress_.show(++done_, 0);
        }
        manifest.attachments = static_cast<std::int64_t>(names.size());
        return Nothing{};
    }

    void renumber(Value& value) const {
        if (auto* position = std::get_if<std::int64_t>(&value)) *position = ordinals_.of(*position);
    }

    void add_line(TableFile& file, const Table& table, const std::vector<Value>& row) {
        std::string line = to_line(table, row);
        sync_.wrote(line.size());
        file.add(std::move(line));
        progress_.show(++done_, 0);
    }

    Outcome finish(TableFile& file, const Table& table, Manifest& manifest) const {
        auto entry = file.finish(table);
        if (!entry) return unwritable(table_file(folder_, table.name));
        manifest.tables.push_back(std::move(*entry));
        return Nothing{};
    }

    static Error unwritable(const fs::path& path) {
        return {.reason = archive_failed, .detail = path.string() + " cannot be written"};
    }

    Tx& tx_;
    BlobStore& blobs_;
    const fs::path folder_;
    Ordinals ordinals_;
    SteadySync sync_{folder_};
    Progress progress_{"Writing the archive"};
    std::int64_t done_ = 0;
};

}  // namespace

Result<ArchiveSummary> write_archive(Connection& connection,
                                     BlobStore& blobs,
                                     const fs::path& folder,
                                     const std::string& key) {
    Tx tx(connection);
    INVARIANT(connection.in_transaction());
    Manifest manifest{
        .schema = schema_number(connection), .key = key, .sort_keys = store::load_sort_keys(tx)};
    TRY_DO(ArchiveWriter(tx, blobs, folder).write(manifest));
    // Last: an archive that was broken off has none.
    std::ofstream file(manifest_file(folder), std::ios::binary);
    if (!(file << to_json(manifest) << '\n').flush()) {
        return Error{.reason = archive_failed,
                     .detail = manifest_file(folder).string() + " cannot be written"};
    }
    return summary_of(manifest);
}

}  // namespace ogniwo::app
