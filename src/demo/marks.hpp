#pragma once

// What the desk's people have noted on tickets of stories: tags, contents of fields, due dates, and
// what those who asked for help thought of it. Of the newest tickets only, however many there are.

#include <vector>

#include "demo/stage.hpp"

namespace ogniwo::demo {

inline constexpr std::int64_t marked_most = 400;

// A ticket of a story, with the version it was written with.
struct Told {
    tickets::TicketId ticket{};
    const Story* story = nullptr;
    std::int64_t version = 0;
};

// In the order in which they came.
Outcome add_marks(Work& work, const Calendar& calendar, const std::vector<Told>& told);

}  // namespace ogniwo::demo
