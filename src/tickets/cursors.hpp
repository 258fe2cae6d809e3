#pragma once

// Where pages end: what lies inside the cursors of this slice (base/cursor.hpp).

#include <optional>
#include <string>

#include "base/cursor.hpp"
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

inline constexpr int page_size_default = 50;

// A list that was read one longer than wanted: cut to the page, true when there is more.
template <class Item>
bool cut_page(std::vector<Item>& items, int limit) {
    if (items.size() <= static_cast<std::size_t>(limit)) return false;
    items.resize(static_cast<std::size_t>(limit));
    return true;
}

}  // namespace ogniwo::tickets
