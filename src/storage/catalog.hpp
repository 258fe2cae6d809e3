#pragma once

// What the database says about its own tables: for exports and imports of everything, which know
// tables by what they are and not by name.

#include <string>
#include <string_view>
#include <vector>

#include "storage/tx.hpp"

namespace ogniwo {

struct Column {
    // SQLite has no booleans of its own: there they are whole numbers.
    enum class Kind { integer, boolean, real, text, bytes };

    std::string name;
    Kind kind = Kind::integer;
};

struct Table {
    std::string name;
    std::vector<Column> columns{};         // By name.
    std::vector<std::string> key{};        // The primary key.
    std::vector<std::string> refers_to{};  // Other tables, by foreign keys.
    bool gives_ids = false;                // The key is one number, given by the database.
};

// Where a column stands among them; it must be there.
std::size_t place_of(const Table& table, std::string_view column);

// By name, in the order of bytes.
std::vector<Table> read_catalog(Tx& tx);

// The same tables, whoever is referred to before whoever refers.
std::vector<Table> in_order_of_reference(std::vector<Table> tables);

// The last id that this table has given, be its row there or not; 0 before the first.
std::int64_t last_id(Tx& tx, const Table& table);
void set_last_id(Tx& tx, const Table& table, std::int64_t id);

}  // namespace ogniwo
