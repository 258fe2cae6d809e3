#pragma once

// Addresses and opening hours as canonical JSON in a column. What cannot be read back is a Bug:
// only this file writes them.

#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "people/directory_types.hpp"
#include "storage/tx.hpp"

namespace ogniwo::people::store {

template <class T>
T read_stored(const std::string& text) {
    Result<T> value = from_json<T>(text);
    INVARIANT(value);
    return *std::move(value);
}

inline std::optional<std::string> stored(const std::optional<PostalAddress>& address) {
    if (!address) return std::nullopt;
    return to_json(*address);
}

inline std::optional<PostalAddress> read_address(const Row& row, std::string_view column) {
    const auto text = row.get<std::optional<std::string>>(column);
    if (!text) return std::nullopt;
    return read_stored<PostalAddress>(*text);
}

inline std::vector<OpenHours> read_hours(const Row& row) {
    return read_stored<std::vector<OpenHours>>(row.get<std::string>("hours"));
}

// Ids as the parameter of "= ANY(CAST($1 AS bigint[]))" or of json_each($1).
template <class Tag>
std::string id_list(const std::vector<Id<Tag>>& ids, Dialect dialect) {
    std::string list(1, dialect == Dialect::sqlite ? '[' : '{');
    for (const auto id : ids) {
        if (list.size() > 1) list += ',';
        list += std::to_string(id.value);
    }
    return list + (dialect == Dialect::sqlite ? ']' : '}');
}

}  // namespace ogniwo::people::store
