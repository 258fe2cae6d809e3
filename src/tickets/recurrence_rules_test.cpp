#include "tickets/recurrence_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::tickets {
namespace {

using enum people::Weekday;

Date on(const char* text) {
    return *parse_date(text);
}

// The next few days, one after the other, as they are asked for.
std::string comes(const RecurrenceRule& rule, const char* after, int count = 3) {
    std::string text;
    std::optional<Date> day = on(after);
    for (int i = 0; i < count; ++i) {
        day = next_day(rule, *day);
        if (!day) return text + "-";
        text += to_text(*day) + (i + 1 < count ? " " : "");
    }
    return text;
}

TEST_CASE("which days a rule means") {
    struct Row {
        const char* what;
        RecurrenceRule rule;
        const char* after;
        const char* days;
    };
    const Date start = on("2025-01-01");
    const Row rows[] = {
        {"every third day, wherever it falls",
         {.pace = Pace::days, .every = 3, .day_off = DayOff::stays, .from = start},
         "2025-01-01",
         "2025-01-04 2025-01-07 2025-01-10"},
        {"Tuesdays and Fridays of every second week",
         {.pace = Pace::weeks, .every = 2, .weekdays = {tuesday, friday}, .from = start},
         "2025-01-02",
         "2025-01-03 2025-01-14 2025-01-17"},
        {"the second Monday, not on a holiday: 11 November 2024 was skipped",
         {.pace = Pace::month_weekdays,
          .weekdays = {monday},
          .nth = 2,
          .day_off = DayOff::skips,
          .from = on("2024-10-01")},
         "2024-10-01",
         "2024-10-14 2024-12-09 2025-01-13"},
        {"the same, moved to the next working day",
         {.pace = Pace::month_weekdays, .weekdays = {monday}, .nth = 2, .from = on("2024-10-01")},
         "2024-10-14",
         "2024-11-12 2024-12-09 2025-01-13"},
        {"the last Friday of a month",
         {.pace = Pace::month_weekdays, .weekdays = {friday}, .nth = -1, .from = start},
         "2025-01-01",
         "2025-01-31 2025-02-28 2025-03-28"},
        {"the last day of each month, or the working day before",
         {.pace = Pace::months, .day = 31, .day_off = DayOff::previous_working_day, .from = start},
         "2025-01-30",
         "2025-01-31 2025-02-28 2025-03-31"},
        {"the first of May and the third: a working day after both",
         {.pace = Pace::days,
          .every = 2,
          .day_off = DayOff::next_working_day,
          .from = on("2025-05-01"),
          .until = on("2025-05-03")},
         "2025-04-30",
         "2025-05-02 2025-05-05 -"},
        {"24 December is a day off since 2025",
         {.pace = Pace::years,
          .day = 24,
          .month = 12,
          .day_off = DayOff::previous_working_day,
          .from = on("2024-01-01")},
         "2024-01-01",
         "2024-12-24 2025-12-23 2026-12-23"},
        {"Easter Monday moves to Tuesday",
         {.pace = Pace::weeks, .weekdays = {monday}, .from = on("2025-04-14")},
         "2025-04-14",
         "2025-04-22 2025-04-28 2025-05-05"},
        {"29 February: in other years the 28th",
         {.pace = Pace::years, .day = 29, .month = 2, .day_off = DayOff::stays, .from = start},
         "2026-12-31",
         "2027-02-28 2028-02-29 2029-02-28"},
        {"every quarter, and over at its end",
         {.pace = Pace::months, .every = 3, .day = 15, .from = start, .until = on("2025-08-01")},
         "2025-01-01",
         "2025-01-15 2025-04-15 2025-07-15"},
        {"not before its beginning",
         {.pace = Pace::months, .day = 1, .from = on("2025-06-10")},
         "2025-01-01",
         "2025-07-01 2025-08-01 2025-09-01"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(comes(row.rule, row.after) == row.days);
    }
}

TEST_CASE("what becomes of each planned day") {
    const RecurrenceRule rule{.pace = Pace::months,
                              .day = 1,
                              .day_off = DayOff::next_working_day,
                              .from = on("2025-10-01"),
                              .until = on("2025-12-31")};
    const auto days = days_of(rule, on("2025-01-01"), 10);
    REQUIRE(days.size() == 3);
    CHECK(days[0].day == on("2025-10-01"));
    CHECK_FALSE(days[0].is_day_off);
    CHECK(days[1].planned == on("2025-11-01"));  // All Saints, a Saturday.
    CHECK(days[1].is_day_off);
    CHECK(days[1].day == on("2025-11-03"));
    CHECK(days[2].day == on("2025-12-01"));
}

TEST_CASE("a rule that is not whole") {
    struct Row {
        RecurrenceRule rule;
        std::string_view refused;
    };
    const Date start = on("2025-01-01");
    const Row rows[] = {
        {{.pace = Pace::weeks, .from = start}, rule_incomplete.name},
        {{.pace = Pace::months, .from = start}, rule_incomplete.name},
        {{.pace = Pace::month_weekdays, .weekdays = {monday, friday}, .nth = 1, .from = start},
         rule_incomplete.name},
        {{.pace = Pace::month_weekdays, .weekdays = {monday}, .nth = 0, .from = start},
         rule_incomplete.name},
        {{.pace = Pace::years, .day = 1, .from = start}, rule_incomplete.name},
        {{.pace = Pace::days, .from = start, .until = on("2024-12-31")}, rule_without_days.name},
        // New Year's Day alone, and days off are skipped.
        {{.pace = Pace::days, .day_off = DayOff::skips, .from = start, .until = start},
         rule_without_days.name},
        {{.pace = Pace::days, .from = start}, ""},
        {{.pace = Pace::month_weekdays, .weekdays = {monday}, .nth = -1, .from = start}, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(&row - rows);
        const Outcome outcome = check_rule(row.rule);
        CHECK((outcome ? std::string_view() : outcome.error().reason.name) == row.refused);
    }
}

}  // namespace
}  // namespace ogniwo::tickets
