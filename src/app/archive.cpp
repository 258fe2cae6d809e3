#include "app/archive.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <set>

#include "app/copying.hpp"
#include "base/crypto.hpp"
#include "base/describe.hpp"
#include "base/encoding.hpp"
#include "base/json.hpp"
#include "base/json_tree.hpp"
#include "storage/secrets.hpp"

namespace ogniwo::app {
namespace {

// Of one running server, or made anew from the rest.
const std::set<std::string_view> left_out_tables{
    "backup_run",       // What one machine has done about itself.
    "blob",             // Named by the attachments; the bytes lie beside the tables.
    "blob_chunk",       //
    "follower",         // Begins at the end.
    "follower_parked",  //
    "idempotency",      //
    "installation",     // The new one has its own.
    "migration",        // The manifest's schema.
    "person_session",   //
    "person_tries",     //
};

void write_value(std::string& out, const Value& value) {
    struct Write {
        std::string& out;
        void operator()(Null) const { out += "null"; }
        void operator()(bool v) const { out += v ? '1' : '0'; }
        void operator()(std::int64_t v) const { out += std::to_string(v); }
        void operator()(double v) const {
            std::array<char, 32> text{};
            out.append(text.data(), std::to_chars(text.data(), text.data() + text.size(), v).ptr);
        }
        void operator()(const std::string& v) const { write_json_text(out, v); }
        void operator()(const Blob& v) const { write_json_text(out, to_base64(v.bytes)); }
    };
    std::visit(Write{out}, value);
}

std::optional<Value> read_value(JsonTree::Node node, Column::Kind kind) {
    using Json = JsonTree::Kind;
    if (node.kind() == Json::null) return Null{};
    switch (kind) {
        case Column::Kind::integer:
            if (node.kind() != Json::integer) return std::nullopt;
            return node.integer();
        case Column::Kind::boolean:
            if (node.kind() != Json::integer || (node.integer() != 0 && node.integer() != 1)) {
                return std::nullopt;
            }
            return node.integer() == 1;
        case Column::Kind::real:
            if (node.kind() != Json::integer && node.kind() != Json::number) return std::nullopt;
            return node.number();
        case Column::Kind::text:
            if (node.kind() != Json::text) return std::nullopt;
            return std::string(node.text());
        case Column::Kind::bytes: {
            if (node.kind() != Json::text) return std::nullopt;
            auto bytes = from_base64(node.text());
            if (!bytes) return std::nullopt;
            return Blob{std::move(*bytes)};
        }
    }
    return std::nullopt;
}

}  // namespace

Error broken_archive(std::string why) {
    return {.reason = archive_broken, .detail = std::move(why)};
}

void describe(Fields& fields, ArchivedTable& table) {
    fields("lastId", table.last_id);
    fields("name", table.name).at_most(100);
    fields("rows", table.rows);
    fields("sha256", table.sha256).at_most(64);
}

void describe(Fields& fields, Manifest& manifest) {
    constexpr int tables_most = 1'000;
    fields("attachments", manifest.attachments);
    fields("format", manifest.format);
    fields("key", manifest.key).at_most(64);
    fields("schema", manifest.schema);
    fields("sortKeys", manifest.sort_keys).at_most(100);
    fields("tables", manifest.tables).at_most(tables_most);
}

std::int64_t Manifest::rows() const {
    return std::accumulate(
        tables.begin(), tables.end(), std::int64_t{0}, [](std::int64_t sum, const auto& table) {
            return sum + table.rows;
        });
}

ArchiveSummary summary_of(const Manifest& manifest) {
    return {.tables = static_cast<std::int64_t>(manifest.tables.size()),
            .rows = manifest.rows(),
            .attachments = manifest.attachments,
            .sha256 = sha256_hex(to_json(manifest) + "\n")};
}

const std::vector<LeftOut>& left_out_columns() {
    static const std::vector<LeftOut> columns{
        {"job", "token", std::string{}},
        {"job", "lease_until", std::int64_t{0}},
        // One generation that ends with the import; a position alone says the order in it.
        {"journal", "generation", std::int64_t{1}},
        {"journal", "xid", std::int64_t{0}},
    };
    return columns;
}

std::vector<Table> archived_tables(std::vector<Table> catalog) {
    std::erase_if(catalog, [](const Table& table) { return left_out_tables.contains(table.name); });
    for (const LeftOut& out : left_out_columns()) {
        const auto table = std::ranges::find(catalog, out.table, &Table::name);
        if (table == catalog.end()) continue;
        std::erase_if(table->columns,
                      [&](const Column& column) { return column.name == out.column; });
    }
    return catalog;
}

std::string to_line(const Table& table, const std::vector<Value>& row) {
    INVARIANT(row.size() == table.columns.size());
    std::string line = "{";
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) line += ',';
        write_json_text(line, table.columns[i].name);
        line += ':';
        write_value(line, row[i]);
    }
    return line + "}";
}

Result<std::vector<Value>> from_line(const Table& table, std::string_view line) {
    TRY(const JsonTree tree, JsonTree::parse(line));
    const JsonTree::Node root = tree.root();
    if (root.kind() != JsonTree::Kind::object) return broken_archive("a row is a JSON object");
    std::vector<Value> row;
    row.reserve(table.columns.size());
    for (auto node = root.first(); node != root.end(); node = node.next()) {
        if (row.size() == table.columns.size() || node.name() != table.columns[row.size()].name) {
            return broken_archive("the members of a row are the columns of its table, by name; \"" +
                                  std::string(node.name()) + "\" does not belong here");
        }
        auto value = read_value(node, table.columns[row.size()].kind);
        if (!value) {
            return broken_archive("\"" + std::string(node.name()) + "\" is of another kind");
        }
        row.push_back(std::move(*value));
    }
    if (row.size() < table.columns.size()) {
        return broken_archive("\"" + table.columns[row.size()].name + "\" is missing");
    }
    return row;
}

std::filesystem::path table_file(const std::filesystem::path& archive, const std::string& table) {
    return archive / (table + ".jsonl");
}

std::filesystem::path blob_file(const std::filesystem::path& archive, const std::string& sha256) {
    return archive / "blobs" / sha256.substr(0, 2) / sha256;
}

std::filesystem::path manifest_file(const std::filesystem::path& archive) {
    return archive / "archive.json";
}

std::string key_fingerprint(const Vault& vault) {
    constexpr std::size_t digits = 16;
    return to_hex(vault.mac("archive.key", "")).substr(0, digits);
}

Result<Manifest> read_manifest(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(manifest_file(folder))) {
        return broken_archive(folder.string() + " holds no archive: there is no archive.json");
    }
    auto manifest = from_json<Manifest>(read_all(manifest_file(folder)));
    if (!manifest) return broken_archive("archive.json cannot be read");
    if (manifest->format != archive_format) {
        return broken_archive("the archive has format " + std::to_string(manifest->format) +
                              ", this program reads format " + std::to_string(archive_format));
    }
    return manifest;
}

}  // namespace ogniwo::app
