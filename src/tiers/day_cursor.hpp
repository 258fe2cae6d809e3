#pragma once

// Where a page of a list by days begins: opaque text outside of the house.

#include <optional>
#include <string>
#include <string_view>

#include "base/describe.hpp"
#include "base/encoding.hpp"
#include "base/json.hpp"
#include "base/time.hpp"

namespace ogniwo::tiers {

inline constexpr Date first_day = std::chrono::year{1} / 1 / 1;

struct DayCursor {
    Date day = first_day;
    std::int64_t id = 0;
};
inline void describe(Fields& fields, DayCursor& cursor) {
    fields("day", cursor.day);
    fields("id", cursor.id);
}

inline std::string day_cursor_text(const DayCursor& cursor) {
    return to_base64url(to_json(cursor));
}

// Nothing for any text that we did not write.
inline std::optional<DayCursor> parse_day_cursor(std::string_view text) {
    const auto json = from_base64url(text);
    if (!json) return std::nullopt;
    auto read = from_json<DayCursor>(*json);
    if (!read) return std::nullopt;
    return *std::move(read);
}

}  // namespace ogniwo::tiers
