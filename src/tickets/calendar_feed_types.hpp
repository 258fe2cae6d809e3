#pragma once

// A technician's calendar under a secret address, for the program on their phone: their
// appointments and the hours when they are on call, and of customers no more than the company
// allows.

#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "storage/work.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::tickets {

inline constexpr std::chrono::hours feed_back{24 * 28};
inline constexpr std::chrono::hours feed_ahead{24 * 84};
inline constexpr int feed_most = 500;

struct CalendarFeed {
    bool active = false;
    std::optional<Time> made_at{};
};
void describe(Fields& fields, CalendarFeed& feed);

// Shown once.
struct CalendarFeedAddress {
    std::string url{};
    Time made_at{};
};
void describe(Fields& fields, CalendarFeedAddress& address);

struct ReadCalendarFeed {
    std::string token{};
};
void describe(Fields& fields, ReadCalendarFeed& wish);

// About a person's calendar (`calendar`).
struct CalendarFeedChanged {
    static constexpr std::string_view name = "tickets.calendar_feed_changed";
    static constexpr int schema = 1;

    bool active = false;
};
void describe(Fields& fields, CalendarFeedChanged& event);

}  // namespace ogniwo::tickets
