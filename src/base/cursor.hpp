#pragma once

// Where a page ends, as it travels to the client and back: any described struct as opaque text.
//
// Clients keep it and never look inside, so what is in it may change from one version to the next.
// Nothing that the client may not see belongs there: it is written down, not sealed.

#include <optional>
#include <string>
#include <utility>

#include "base/encoding.hpp"
#include "base/json.hpp"
#include "base/result.hpp"

namespace ogniwo {

inline constexpr Reason invalid_cursor{Refusal::invalid, "invalid_cursor"};

template <class Place>
std::string cursor_text(const Place& place) {
    return to_base64url(to_json(place));
}

// Nothing for no cursor; a refusal for any text we did not write.
template <class Place>
Result<std::optional<Place>> read_cursor(const std::optional<std::string>& cursor) {
    if (!cursor) return std::optional<Place>();
    const auto json = from_base64url(*cursor);
    if (!json) return invalid_cursor;
    auto place = from_json<Place>(*json);
    if (!place) return invalid_cursor;
    return std::optional<Place>(*std::move(place));
}

}  // namespace ogniwo
