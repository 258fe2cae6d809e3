#include "tickets/icalendar.hpp"

#include <algorithm>

namespace ogniwo::tickets {
namespace {

constexpr std::size_t line_most = 75;

bool is_inside_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Section 3.2: neither quotes nor control characters may stand in a parameter.
std::string quoted_parameter(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c != '"' && static_cast<unsigned char>(c) >= 0x20) quoted += c;
    }
    return quoted + "\"";
}

std::string party(std::string_view property, const CalendarParty& one) {
    return std::string(property) + ";CN=" + quoted_parameter(one.name) + ":mailto:" + one.email;
}

class Writing {
public:
    void line(std::string_view text) { text_ += folded_line(text); }
    void line(std::string_view property, std::string_view value) {
        if (!value.empty()) line(std::string(property) + ":" + escaped_text(value));
    }

    void event(const CalendarEvent& event, CalendarMethod method) {
        line("BEGIN:VEVENT");
        line("UID:" + event.uid);
        line("SEQUENCE:" + std::to_string(event.sequence));
        line("DTSTAMP:" + utc_text(event.stamp));
        line("LAST-MODIFIED:" + utc_text(event.stamp));
        line("DTSTART:" + utc_text(event.from));
        line("DTEND:" + utc_text(event.to));
        line("SUMMARY", event.summary);
        line("LOCATION", event.location);
        line("DESCRIPTION", event.description);
        line(event.is_cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        if (event.organizer) line(party("ORGANIZER", *event.organizer));
        if (event.attendee) {
            line(party(method == CalendarMethod::request
                           ? "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED"
                           : "ATTENDEE",
                       *event.attendee));
        }
        line("END:VEVENT");
    }

    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

}  // namespace

std::string escaped_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '\n') {
            escaped += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string folded_line(std::string_view line) {
    std::string folded;
    std::size_t room = line_most;
    while (line.size() > room) {
        std::size_t end = room;
        while (end > 1 && is_inside_character(line[end])) --end;
        folded.append(line.substr(0, end)).append("\r\n ");
        line.remove_prefix(end);
        room = line_most - 1;  // The space at the beginning counts.
    }
    return folded.append(line).append("\r\n");
}

std::string utc_text(Time time) {
    std::string text = to_text(std::chrono::floor<std::chrono::seconds>(time));
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

std::string icalendar(const Calendar& calendar) {
    Writing writing;
    writing.line("BEGIN:VCALENDAR");
    writing.line("VERSION:2.0");
    writing.line("PRODID:-//Ogniwo//Ogniwo//PL");
    writing.line("CALSCALE:GREGORIAN");
    if (calendar.method == CalendarMethod::request) writing.line("METHOD:REQUEST");
    if (calendar.method == CalendarMethod::cancel) writing.line("METHOD:CANCEL");
    writing.line("X-WR-CALNAME", calendar.name);
    for (const CalendarEvent& event : calendar.events) writing.event(event, calendar.method);
    writing.line("END:VCALENDAR");
    return writing.take();
}

}  // namespace ogniwo::tickets
