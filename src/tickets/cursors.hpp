#pragma once

// Where pages end, as it travels inside opaque cursors.

#include <optional>
#include <string>

#include "base/encoding.hpp"
#include "base/json.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

struct TicketCursor {
    std::int64_t updated_at = 0;  // Microseconds; in the order of due dates when it is due.
    TicketId ticket{};
};
void describe(Fields& fields, TicketCursor& cursor);

// A message, an event or a ticket after which the next page begins.
struct ThreadCursor {
    std::int64_t after = 0;
};
void describe(Fields& fields, ThreadCursor& cursor);

// The last ticket of a page in the order of a field; one of the two, as the field has it.
struct FieldCursor {
    std::optional<std::int64_t> number{};
    std::optional<std::string> word{};
    TicketId ticket{};
};
void describe(Fields& fields, FieldCursor& cursor);

// The last entry of a page of days.
struct TimeCursor {
    Date day{};
    TimeEntryId entry{};
};
void describe(Fields& fields, TimeCursor& cursor);

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
    return std::optional<Place>(std::move(*place));
}

inline constexpr int page_size_default = 50;

// A list that was read one longer than wanted: cut to the page, true when there is more.
template <class Item>
bool cut_page(std::vector<Item>& items, int limit) {
    if (items.size() <= static_cast<std::size_t>(limit)) return false;
    items.resize(static_cast<std::size_t>(limit));
    return true;
}

}  // namespace ogniwo::tickets
