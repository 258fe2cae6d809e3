#include "conditions/moments.hpp"

#include <doctest/doctest.h>

#include "conditions/text_form.hpp"

namespace ogniwo::conditions {
namespace {

// What a moment is at `now` in a zone: a date, or an instant in UTC.
std::string worked_out(const std::string& text, const std::string& now, const std::string& zone) {
    const auto moment = parse_moment(text);
    REQUIRE(static_cast<bool>(moment));
    const auto point = evaluated(*moment, {.now = *parse_time(now), .zone = zone});
    return std::visit([](const auto& value) { return to_text(value); }, point);
}

struct Case {
    std::string text;
    std::string now;
    std::string answer;
};

void check_in(const std::string& zone, const std::vector<Case>& cases) {
    for (const Case& line : cases) {
        INFO(line.text << " at " << line.now << " in " << zone);
        CHECK(worked_out(line.text, line.now, zone) == line.answer);
    }
}

TEST_CASE("days begin at midnight of the reader, not of Greenwich") {
    check_in("Europe/Warsaw",
             {
                 {"now", "2025-06-12T08:00:00Z", "2025-06-12T08:00:00Z"},
                 {"today", "2025-06-12T21:59:59Z", "2025-06-12"},
                 {"today", "2025-06-12T22:00:00Z", "2025-06-13"},
                 {"today - 1d", "2025-06-12T22:00:00Z", "2025-06-12"},
                 {"start of week", "2025-06-12T08:00:00Z", "2025-06-09"},
                 {"start of week", "2025-06-15T21:00:00Z", "2025-06-09"},
                 {"start of week", "2025-06-15T22:00:00Z", "2025-06-16"},
                 {"start of month", "2025-06-30T22:00:00Z", "2025-07-01"},
                 {"start of month - 1mo", "2025-03-31T08:00:00Z", "2025-02-01"},
                 {"start of quarter", "2025-06-12T08:00:00Z", "2025-04-01"},
                 {"start of quarter", "2025-12-31T08:00:00Z", "2025-10-01"},
                 {"start of year + 1y", "2025-06-12T08:00:00Z", "2026-01-01"},
             });
}

TEST_CASE("months and years stop at their last day") {
    check_in("UTC",
             {
                 {"2025-01-31 + 1mo", "2025-06-12T08:00:00Z", "2025-02-28"},
                 {"2024-01-31 + 1mo", "2025-06-12T08:00:00Z", "2024-02-29"},
                 {"2024-02-29 + 1y", "2025-06-12T08:00:00Z", "2025-02-28"},
                 {"2025-01-31 + 1mo + 1mo", "2025-06-12T08:00:00Z", "2025-03-28"},
                 {"2025-01-31 + 2mo", "2025-06-12T08:00:00Z", "2025-03-31"},
                 {"2025-03-31 - 13mo", "2025-06-12T08:00:00Z", "2024-02-29"},
                 {"2025-06-12T08:00:00Z - 2w", "2025-06-12T08:00:00Z", "2025-05-29T08:00:00Z"},
             });
}

TEST_CASE("a day is what the wall clock says, hours are elapsed time") {
    // Warsaw: 30 March 2025 has 23 hours, 26 October 25.
    check_in("Europe/Warsaw",
             {
                 {"now - 1d", "2025-03-30T10:00:00Z", "2025-03-29T11:00:00Z"},
                 {"now - 24h", "2025-03-30T10:00:00Z", "2025-03-29T10:00:00Z"},
                 {"now + 1d", "2025-03-30T00:30:00Z", "2025-03-30T23:30:00Z"},
                 {"now + 1d", "2025-03-30T01:10:00Z", "2025-03-31T01:10:00Z"},
                 {"now - 1d", "2025-10-26T10:00:00Z", "2025-10-25T09:00:00Z"},
                 {"now + 1d", "2025-10-26T00:30:00Z", "2025-10-27T01:30:00Z"},
                 {"now + 1d", "2025-10-26T01:30:00Z", "2025-10-27T01:30:00Z"},
                 {"now + 1d", "2025-10-26T02:30:00Z", "2025-10-27T02:30:00Z"},
                 {"now + 0d", "2025-10-26T03:30:00.000007Z", "2025-10-26T03:30:00.000007Z"},
                 {"now + 1d", "2025-03-29T01:30:00Z", "2025-03-30T01:30:00Z"},
                 {"today + 8h", "2025-03-30T10:00:00Z", "2025-03-30T06:00:00Z"},
                 {"today + 8h", "2025-10-26T10:00:00Z", "2025-10-26T07:00:00Z"},
                 {"today + 8h30min", "2025-06-12T10:00:00Z", "2025-06-12T06:30:00Z"},
                 {"today + 30h", "2025-06-12T10:00:00Z", "2025-06-13T04:00:00Z"},
                 {"today - 1h", "2025-06-12T10:00:00Z", "2025-06-11T21:00:00Z"},
             });
    // Cairo goes from 24:00 to 01:00: the day has no midnight of its own.
    check_in("Africa/Cairo",
             {
                 {"now - 1d", "2024-04-26T09:00:00Z", "2024-04-25T10:00:00Z"},
                 {"today + 8h", "2024-04-26T09:00:00Z", "2024-04-26T05:00:00Z"},
             });
    // Half an hour.
    check_in("Australia/Lord_Howe",
             {
                 {"now - 1d", "2025-04-06T02:00:00Z", "2025-04-05T01:30:00Z"},
                 {"now - 1d", "2025-10-05T02:00:00Z", "2025-10-04T02:30:00Z"},
             });
}

TEST_CASE("nothing leaves the years 1 to 9999") {
    check_in(
        "Europe/Warsaw",
        {
            {"9999-12-31 + 1d", "2025-06-12T08:00:00Z", "9999-12-31"},
            {"0001-01-01 - 100000y", "2025-06-12T08:00:00Z", "0001-01-01"},
            {"today + 100000mo", "2025-06-12T08:00:00Z", "9999-12-31"},
            {"today + 100000w", "2025-06-12T08:00:00Z", "3941-12-25"},
            {"now - 100000y", "2025-06-12T08:00:00Z", "0001-01-01T08:36:00Z"},
            {"now + 100000y", "2025-06-12T08:00:00Z", "9999-12-31T09:00:00Z"},
            {"9999-12-31T23:59:59Z + 1h", "2025-06-12T08:00:00Z", "9999-12-31T23:59:59.999999Z"},
            {"0001-01-01 - 1h", "2025-06-12T08:00:00Z", "0001-01-01T00:00:00Z"},
        });
}

TEST_CASE("a day as a stretch of instants has 23, 24 or 25 hours") {
    const auto hours = [](const std::string& day) {
        const auto stretch =
            stretch_of(*parse_moment(day), {.now = Time{}, .zone = "Europe/Warsaw"});
        return (stretch.after - stretch.first) / std::chrono::hours{1};
    };
    CHECK(hours("2025-03-30") == 23);
    CHECK(hours("2025-06-12") == 24);
    CHECK(hours("2025-10-26") == 25);
    CHECK(hours("9999-12-31") == 24);
}

}  // namespace
}  // namespace ogniwo::conditions
