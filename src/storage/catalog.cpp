#include "storage/catalog.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ogniwo {
namespace {

const Sql columns_sqlite{"catalog.columns_sqlite",
                         R"sql(
    SELECT m.name AS owner, c.name AS name, lower(c.type) AS type, c.pk AS key_place,
           m.sql LIKE '%AUTOINCREMENT%' AND c.pk = 1 AS gives_ids
      FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
     WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
     ORDER BY m.name, c.name
)sql",
                         Dialect::sqlite};

const Sql columns_postgres{"catalog.columns_postgres",
                           R"sql(
    SELECT CAST(t.relname AS text) AS owner, CAST(a.attname AS text) AS name,
           format_type(a.atttypid, NULL) AS type,
           COALESCE(array_position(CAST(k.indkey AS smallint[]), a.attnum) + 1, 0) AS key_place,
           a.attidentity <> '' AS gives_ids
      FROM pg_class AS t
      JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_index AS k ON k.indrelid = t.oid AND k.indisprimary
     WHERE t.relkind = 'r' AND t.relnamespace = CAST(current_schema() AS regnamespace)
     ORDER BY t.relname COLLATE "C", a.attname COLLATE "C"
)sql",
                           Dialect::postgres};

const Sql references_sqlite{"catalog.references_sqlite",
                            R"sql(
    SELECT DISTINCT m.name AS owner, f."table" AS referred
      FROM sqlite_master AS m JOIN pragma_foreign_key_list(m.name) AS f
     WHERE m.type = 'table'
     ORDER BY m.name, f."table"
)sql",
                            Dialect::sqlite};

const Sql references_postgres{"catalog.references_postgres",
                              R"sql(
    SELECT DISTINCT CAST(t.relname AS text) AS owner, CAST(r.relname AS text) AS referred
      FROM pg_constraint AS k
      JOIN pg_class AS t ON t.oid = k.conrelid
      JOIN pg_class AS r ON r.oid = k.confrelid
     WHERE k.contype = 'f' AND k.connamespace = CAST(current_schema() AS regnamespace)
)sql",
                              Dialect::postgres};

const Sql last_id_sqlite{"catalog.last_id_sqlite",
                         R"sql(
    SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = $1
)sql",
                         Dialect::sqlite};

const Sql last_id_postgres{"catalog.last_id_postgres",
                           R"sql(
    SELECT COALESCE(pg_sequence_last_value(CAST(pg_get_serial_sequence(
        CAST($1 AS text), CAST($2 AS text)) AS regclass)), 0)
)sql",
                           Dialect::postgres};

const Sql forget_last_id_sqlite{"catalog.forget_last_id_sqlite",
                                R"sql(
    DELETE FROM sqlite_sequence WHERE name = $1
)sql",
                                Dialect::sqlite};

const Sql set_last_id_sqlite{"catalog.set_last_id_sqlite",
                             R"sql(
    INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2)
)sql",
                             Dialect::sqlite};

const Sql set_last_id_postgres{"catalog.set_last_id_postgres",
                               R"sql(
    SELECT setval(CAST(pg_get_serial_sequence(CAST($1 AS text), CAST($2 AS text)) AS regclass),
                  greatest($3, 1), $3 > 0)
)sql",
                               Dialect::postgres};

Column::Kind kind_of(const std::string& type) {
    constexpr std::array<std::pair<std::string_view, Column::Kind>, 8> kinds{{
        {"integer", Column::Kind::integer},
        {"bigint", Column::Kind::integer},
        {"boolean", Column::Kind::boolean},
        {"real", Column::Kind::real},
        {"double precision", Column::Kind::real},
        {"text", Column::Kind::text},
        {"blob", Column::Kind::bytes},
        {"bytea", Column::Kind::bytes},
    }};
    const auto* found = std::ranges::find(
        kinds, std::string_view(type), [](const auto& kind) { return kind.first; });
    INVARIANT(found != kinds.end());
    return found->second;
}

struct ColumnRow {
    std::string owner;
    Column column;
    int key_place;
    bool gives_ids;
};

ColumnRow read_column(const Row& row) {
    return {.owner = row.get<std::string>("owner"),
            .column = {.name = row.get<std::string>("name"),
                       .kind = kind_of(row.get<std::string>("type"))},
            .key_place = row.get<int>("key_place"),
            .gives_ids = row.get<bool>("gives_ids")};
}

void add_references(Tx& tx, std::vector<Table>& tables) {
    const auto pairs = tx.all(
        [](const Row& row) {
            return std::pair(row.get<std::string>("owner"), row.get<std::string>("referred"));
        },
        tx.dialect() == Dialect::sqlite ? references_sqlite : references_postgres);
    for (const auto& [owner, referred] : pairs) {
        const auto table = std::ranges::find(tables, owner, &Table::name);
        if (table != tables.end() && owner != referred) table->refers_to.push_back(referred);
    }
}

}  // namespace

std::size_t place_of(const Table& table, std::string_view column) {
    const auto found = std::ranges::find(table.columns, column, &Column::name);
    INVARIANT(found != table.columns.end());
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::vector<Table> read_catalog(Tx& tx) {
    std::vector<Table> tables;
    const Sql& sql = tx.dialect() == Dialect::sqlite ? columns_sqlite : columns_postgres;
    for (ColumnRow& row : tx.all(read_column, sql)) {
        if (tables.empty() || tables.back().name != row.owner)
            tables.push_back({.name = row.owner});
        Table& table = tables.back();
        if (row.key_place > 0) {
            table.key.resize(std::max(table.key.size(), static_cast<std::size_t>(row.key_place)));
            table.key[static_cast<std::size_t>(row.key_place - 1)] = row.column.name;
        }
        table.gives_ids = table.gives_ids || row.gives_ids;
        table.columns.push_back(std::move(row.column));
    }
    add_references(tx, tables);
    return tables;
}

std::vector<Table> in_order_of_reference(std::vector<Table> tables) {
    std::vector<Table> ordered;
    const auto is_placed = [&](const std::string& name) {
        return std::ranges::find(ordered, name, &Table::name) != ordered.end() ||
               std::ranges::find(tables, name, &Table::name) == tables.end();
    };
    while (!tables.empty()) {
        const auto next = std::ranges::find_if(tables, [&](const Table& table) {
            return std::ranges::all_of(table.refers_to, is_placed);
        });
        INVARIANT(next != tables.end());  // No schema of ours refers in a circle.
        ordered.push_back(std::move(*next));
        tables.erase(next);
    }
    return ordered;
}

std::int64_t last_id(Tx& tx, const Table& table) {
    if (tx.dialect() == Dialect::sqlite) return tx.one<std::int64_t>(last_id_sqlite, table.name);
    return tx.one<std::int64_t>(last_id_postgres, table.name, table.key.front());
}

void set_last_id(Tx& tx, const Table& table, std::int64_t id) {
    if (tx.dialect() == Dialect::postgres) {
        (void)tx.one<std::int64_t>(set_last_id_postgres, table.name, table.key.front(), id);
        return;
    }
    tx.run(forget_last_id_sqlite, table.name);
    if (id > 0) tx.run(set_last_id_sqlite, table.name, id);
}

}  // namespace ogniwo
