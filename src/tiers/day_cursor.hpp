#pragma once

// Where a page of a list by days begins, as it travels inside the opaque cursor.

#include "base/cursor.hpp"
#include "base/describe.hpp"
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

}  // namespace ogniwo::tiers
