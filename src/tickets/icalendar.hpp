#pragma once

// Calendars as other programs read them: RFC 5545, and RFC 5546 for invitations.
//
// All times are written in UTC, which every program understands without a description of a zone.
// Lines end in CRLF and are folded at 75 octets, never inside of a character.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace ogniwo::tickets {

struct CalendarParty {
    std::string name{};
    std::string email{};
};

struct CalendarEvent {
    std::string uid{};
    int sequence = 0;
    Time stamp{};  // When this was last changed: the same event is always the same text.
    Time from{};
    Time to{};
    std::string summary{};
    std::string location{};
    std::string description{};
    bool is_cancelled = false;
    std::optional<CalendarParty> organizer{};
    std::optional<CalendarParty> attendee{};
};

// Published for reading, an invitation, or its withdrawal.
enum class CalendarMethod { publish, request, cancel };

struct Calendar {
    std::string name{};
    CalendarMethod method = CalendarMethod::publish;
    std::vector<CalendarEvent> events{};
};

std::string icalendar(const Calendar& calendar);

// Its parts.
std::string escaped_text(std::string_view text);  // Section 3.3.11
std::string folded_line(std::string_view line);   // Section 3.1, with its end.
std::string utc_text(Time time);                  // "20250612T080000Z"

}  // namespace ogniwo::tickets
