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
}  // namespace ogniwo::people::store
