#include "base/icalendar_reader.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo {
namespace {

constexpr Date first = std::chrono::year{2025} / 1 / 1;
constexpr Date last = std::chrono::year{2030} / 12 / 31;

// "2026-12-24 Wigilia / 2026-12-25", or the reason with what is shown.
std::string read(const std::string& file, IcalendarLimits limits = {.first = first, .last = last}) {
    const auto days = read_icalendar_days(file, limits);
    std::string text;
    if (!days) {
        text = days.error().reason.name;
        for (const auto& [name, value] : days.error().shown) text += " " + name + "=" + value;
        return text;
    }
    for (const IcalendarDay& day : *days) {
        text += (text.empty() ? "" : " / ") + to_text(day.day);
        if (!day.label.empty()) text += " " + day.label;
    }
    return text;
}

// The lines of one event, from line 3 of the file on.
std::string event(const std::string& lines) {
    return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + lines + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

struct Case {
    std::string lines;
    std::string days;
};

}  // namespace

TEST_CASE("events of whole days are read, one day or several, with their words") {
    for (const Case& entry : {
             Case{"DTSTART;VALUE=DATE:20261224\r\nSUMMARY:Wigilia", "2026-12-24 Wigilia"},
             Case{"DTSTART:20261224", "2026-12-24"},
             Case{"DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261225", "2026-12-24"},
             Case{"DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261226\nSUMMARY:Ferie",
                  "2026-12-24 Ferie / 2026-12-25 Ferie"},
             // Some programs end where they begin, or write midnights.
             Case{"DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261224", "2026-12-24"},
             Case{"DTSTART;TZID=\"a:b\":20261224T000000\nDTEND:20261226T000000",
                  "2026-12-24 / 2026-12-25"},
             Case{"DTSTART:20261224\nDURATION:P2D", "2026-12-24 / 2026-12-25"},
             Case{"dtstart:20261224\nsummary:Dwa\\, trzy\\n\\; cztery\\\\",
                  "2026-12-24 Dwa, trzy ; cztery\\"},
             // Folded, with more than a reader of days wants.
             Case{"DTSTART:20261224\r\nSUMMARY;LANGUAGE=pl:Wi\r\n gilia\r\nUID:1\r\n"
                  "BEGIN:VALARM\r\nDTSTART:1\r\nEND:VALARM",
                  "2026-12-24 Wigilia"},
             Case{"DTSTART:20261224\nSTATUS:CANCELLED", "icalendar_empty"},
         }) {
        CHECK(read(event(entry.lines)) == entry.days);
    }
}

TEST_CASE("what comes back every year is read up to the end, and not on other repetitions") {
    for (const Case& entry : {
             Case{"DTSTART:20280501\nRRULE:FREQ=YEARLY", "2028-05-01 / 2029-05-01 / 2030-05-01"},
             Case{"DTSTART:19900501\nRRULE:FREQ=YEARLY;UNTIL=20260501T000000Z",
                  "2025-05-01 / 2026-05-01"},
             Case{"DTSTART:20240501\nRRULE:FREQ=YEARLY;COUNT=3", "2025-05-01 / 2026-05-01"},
             Case{"DTSTART:20250501\nRRULE:FREQ=YEARLY;INTERVAL=3;BYMONTH=5;BYMONTHDAY=1;WKST=MO",
                  "2025-05-01 / 2028-05-01"},
             Case{"DTSTART:20240229\nRRULE:FREQ=YEARLY", "2028-02-29"},
             Case{"DTSTART:20280501\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20280501,20300501",
                  "2029-05-01"},
             Case{"DTSTART:20291230\nDTEND:20300102\nRRULE:FREQ=YEARLY",
                  "2029-12-30 / 2029-12-31 / 2030-01-01 / 2030-12-30 / 2030-12-31"},
             Case{"DTSTART:20260501\nRRULE:FREQ=WEEKLY", "icalendar_repeats line=4"},
             Case{"DTSTART:20260501\nRRULE:FREQ=YEARLY;BYDAY=1MO", "icalendar_repeats line=4"},
             Case{"DTSTART:20260501\nRRULE:FREQ=YEARLY;BYMONTH=6", "icalendar_repeats line=4"},
             Case{"DTSTART:20260501\nRDATE:20260601", "icalendar_repeats line=4"},
             Case{"DTSTART:20260501\nRRULE:COUNT=2", "icalendar_repeats line=4"},
             Case{"DTSTART:20260501\nRRULE:FREQ=YEARLY;INTERVAL=0", "icalendar_broken line=4"},
         }) {
        CHECK(read(event(entry.lines)) == entry.days);
    }
}

TEST_CASE("what cannot be read is refused with its line") {
    CHECK(read("") == "icalendar_missing");
    CHECK(read("PK\x03\x04") == "icalendar_missing");
    CHECK(read("BEGIN:VCARD\nEND:VCARD") == "icalendar_missing");
    CHECK(read("VERSION:2.0") == "icalendar_missing");
    CHECK(read("BEGIN:VCALENDAR\nEND:VCALENDAR") == "icalendar_empty");
    CHECK(read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR") == "icalendar_broken line=3");
    CHECK(read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260501") == "icalendar_broken line=3");
    CHECK(read("BEGIN:VCALENDAR\nEND:VCALENDAR\nX:1") == "icalendar_broken line=3");
    for (const Case& entry : {
             Case{"SUMMARY:Nie ma dnia", "icalendar_broken line=4"},
             Case{"DTSTART:20260231", "icalendar_broken line=3"},
             Case{"DTSTART:2026", "icalendar_broken line=3"},
             Case{"DTSTART:20260501\nnothing", "icalendar_broken line=4"},
             Case{"DTSTART:20260501\nDTEND:20260430", "icalendar_broken line=4"},
             Case{"DTSTART:20260501\nDURATION:P0D", "icalendar_broken line=4"},
             Case{"DTSTART:20260501\nSUMMARY:\u202ewspak", "icalendar_broken line=4"},
             Case{"DTSTART:20260501T080000Z", "icalendar_not_whole_days line=3"},
             Case{"DTSTART:20260501T000000", "icalendar_not_whole_days line=3"},
             Case{"DTSTART:20260501\nDURATION:PT8H", "icalendar_not_whole_days line=4"},
         }) {
        CHECK(read(event(entry.lines)) == entry.days);
    }
}

TEST_CASE("a calendar file has an end, and so have its words") {
    const IcalendarLimits small{
        .first = first, .last = last, .most_bytes = 200, .most_days = 2, .most_label = 6};
    CHECK(read(std::string(201, 'x'), small) == "icalendar_too_large most=200");
    CHECK(read(event("DTSTART:20280501\nRRULE:FREQ=YEARLY"), small) ==
          "icalendar_too_many_days most=2");
    // Days that are said again are no more days, but they are work.
    std::string yearly;
    for (int i = 0; i < 40; ++i) {
        yearly += "BEGIN:VEVENT\nDTSTART:20250101\nDTEND:20260101\nRRULE:FREQ=YEARLY\nEND:VEVENT\n";
    }
    CHECK(read("BEGIN:VCALENDAR\n" + yearly + "END:VCALENDAR\n") ==
          "icalendar_too_many_days most=5000");
    CHECK(read(event("DTSTART:20250101\nDTEND:20370101")) == "icalendar_broken line=3");
    CHECK(read(event("DTSTART:20260501\nSUMMARY:Święto pracy"), small) == "2026-05-01 Święt…");
    // Of two events on one day the first one counts; older encodings are read, too.
    CHECK(read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260502\nSUMMARY:Maj\xf3wka\nEND:VEVENT\n"
               "BEGIN:VEVENT\nDTSTART:20260501\nDTEND:20260503\nSUMMARY:B\nEND:VEVENT\n"
               "END:VCALENDAR\n") == "2026-05-01 B / 2026-05-02 Majówka");
}

}  // namespace ogniwo
