#include "base/time.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo {
namespace {

constexpr std::string_view warsaw = "Europe/Warsaw";

Time at(std::string_view text) {
    const auto time = parse_time(text);
    REQUIRE_MESSAGE(time.has_value(), text);
    return *time;
}

std::string instant(std::string_view date, int hour, int minute) {
    const auto day = parse_date(date);
    REQUIRE(day.has_value());
    const auto found = to_instant(*day, std::chrono::hours{hour} + Minutes{minute}, warsaw);
    REQUIRE(found.has_value());
    return to_text(*found);
}

TEST_CASE("an instant is written in UTC, with microseconds only where there are any") {
    struct Case {
        std::int64_t micros;
        std::string text;
    };
    for (const auto& [micros, text] : {
             Case{0, "1970-01-01T00:00:00Z"},
             Case{1, "1970-01-01T00:00:00.000001Z"},
             Case{-1, "1969-12-31T23:59:59.999999Z"},
             Case{1'749'715'200'000'000, "2025-06-12T08:00:00Z"},
             Case{1'749'715'200'500'000, "2025-06-12T08:00:00.500000Z"},
             Case{951'782'400'000'000, "2000-02-29T00:00:00Z"},
             Case{2'147'483'648'000'000, "2038-01-19T03:14:08Z"},
             Case{4'107'542'399'000'000, "2100-02-28T23:59:59Z"},
             Case{-62'135'596'800'000'000, "0001-01-01T00:00:00Z"},
             Case{253'402'300'799'999'999, "9999-12-31T23:59:59.999999Z"},
         }) {
        CHECK(to_text(from_micros(micros)) == text);
        CHECK(to_micros(at(text)) == micros);
    }
}

TEST_CASE("any offset and up to six decimals are read") {
    struct Case {
        std::string text;
        std::string utc;
    };
    for (const auto& [text, utc] : {
             Case{"2025-06-12T10:00:00+02:00", "2025-06-12T08:00:00Z"},
             Case{"2025-06-12T00:30:00+02:00", "2025-06-11T22:30:00Z"},
             Case{"2025-06-11T22:30:00-09:30", "2025-06-12T08:00:00Z"},
             Case{"2025-06-12T08:00:00-00:00", "2025-06-12T08:00:00Z"},
             Case{"2025-06-12T08:00:00.5Z", "2025-06-12T08:00:00.500000Z"},
             Case{"2025-06-12T08:00:00.000Z", "2025-06-12T08:00:00Z"},
             Case{"2025-06-12T08:00:00.000120+00:00", "2025-06-12T08:00:00.000120Z"},
         }) {
        CHECK(to_text(at(text)) == utc);
    }
}

TEST_CASE("what is no instant is nothing") {
    for (const std::string text : {"",
                                   "2025-06-12",
                                   "2025-06-12T08:00:00",
                                   "2025-06-12T08:00Z",
                                   "2025-06-12 08:00:00Z",
                                   "2025-06-12T08:00:00z",
                                   "2025-06-12T08:00:00Z ",
                                   " 2025-06-12T08:00:00Z",
                                   "2025-06-12T24:00:00Z",
                                   "2025-06-12T08:60:00Z",
                                   "2025-06-30T23:59:60Z",
                                   "2025-02-29T00:00:00Z",
                                   "2025-13-01T00:00:00Z",
                                   "2025-00-01T00:00:00Z",
                                   "2025-01-00T00:00:00Z",
                                   "0000-01-01T00:00:00Z",
                                   "0001-01-01T00:00:00+00:01",
                                   "9999-12-31T23:59:59-00:01",
                                   "10000-01-01T00:00:00Z",
                                   "2025-06-12T08:00:00.Z",
                                   "2025-06-12T08:00:00.1234567Z",
                                   "2025-06-12T08:00:00+0200",
                                   "2025-06-12T08:00:00+24:00",
                                   "2025-06-12T08:00:00+02:60",
                                   "2025-06-12T08:00:00+02",
                                   "-025-06-12T08:00:00Z",
                                   "2025-+6-12T08:00:00Z"}) {
        CHECK_MESSAGE(!parse_time(text).has_value(), text);
    }
}

TEST_CASE("a date is written and read as ISO 8601") {
    for (const std::string text : {"2025-06-12", "2024-02-29", "0001-01-01", "9999-12-31"}) {
        const auto date = parse_date(text);
        REQUIRE_MESSAGE(date.has_value(), text);
        CHECK(to_text(*date) == text);
    }
    for (const std::string text : {"2025-02-29",
                                   "2100-02-29",
                                   "2025-6-12",
                                   "2025-06-12 ",
                                   "20250612",
                                   "0000-01-01",
                                   "2025-06-12T08:00:00Z",
                                   ""}) {
        CHECK_MESSAGE(!parse_date(text).has_value(), text);
    }
}

TEST_CASE("a working day in Warsaw starts at another instant in summer and in winter") {
    CHECK(instant("2026-12-23", 15, 0) == "2026-12-23T14:00:00Z");
    CHECK(instant("2026-06-03", 10, 0) == "2026-06-03T08:00:00Z");
    CHECK(instant("2026-06-03", 24, 0) == "2026-06-03T22:00:00Z");
}

TEST_CASE("a local time that spring skips means the later instant") {
    CHECK(instant("2026-03-29", 1, 59) == "2026-03-29T00:59:00Z");
    CHECK(instant("2026-03-29", 2, 0) == "2026-03-29T01:00:00Z");
    CHECK(instant("2026-03-29", 2, 30) == "2026-03-29T01:30:00Z");
    CHECK(instant("2026-03-29", 3, 0) == "2026-03-29T01:00:00Z");
}

TEST_CASE("a local time that autumn repeats means the earlier instant") {
    CHECK(instant("2026-10-25", 2, 0) == "2026-10-25T00:00:00Z");
    CHECK(instant("2026-10-25", 2, 30) == "2026-10-25T00:30:00Z");
    CHECK(instant("2026-10-25", 3, 0) == "2026-10-25T02:00:00Z");
}

TEST_CASE("the days on which clocks change are 23 and 25 hours long") {
    struct Case {
        std::string date;
        int hours;
    };
    for (const Case& entry : {Case{"2026-03-28", 24},
                              Case{"2026-03-29", 23},
                              Case{"2026-10-25", 25},
                              Case{"2027-03-28", 23},
                              Case{"2027-10-31", 25},
                              Case{"2028-03-26", 23},
                              Case{"2028-10-29", 25},
                              Case{"2028-02-29", 24}}) {
        const Date day = *parse_date(entry.date);
        const Date next{std::chrono::sys_days{day} + std::chrono::days{1}};
        const auto start = to_instant(day, Minutes{0}, warsaw);
        const auto end = to_instant(next, Minutes{0}, warsaw);
        CHECK_MESSAGE(*end - *start == std::chrono::hours{entry.hours}, entry.date);
    }
}

TEST_CASE("eight hours on a clock that never stops cross a change of the clocks exactly") {
    struct Case {
        std::string start;
        int hours;
        std::string end;
    };
    for (const auto& [start, hours, end] :
         {Case{"2026-10-24T20:00:00+02:00", 8, "2026-10-25T03:00:00+01:00"},
          Case{"2026-03-28T20:00:00+01:00", 8, "2026-03-29T05:00:00+02:00"},
          Case{"2026-10-25T02:30:00+02:00", 1, "2026-10-25T02:30:00+01:00"}}) {
        CHECK(to_text(at(start) + std::chrono::hours{hours}) == to_text(at(end)));
    }
}

TEST_CASE("summer time goes on after 2037, where the zone files end") {
    CHECK(instant("2037-07-01", 12, 0) == "2037-07-01T10:00:00Z");
    CHECK(instant("2040-07-01", 12, 0) == "2040-07-01T10:00:00Z");
    CHECK(instant("2040-02-29", 12, 0) == "2040-02-29T11:00:00Z");
    CHECK(instant("2040-03-24", 12, 0) == "2040-03-24T11:00:00Z");  // The last Sunday is the 25th.
    CHECK(instant("2040-03-25", 12, 0) == "2040-03-25T10:00:00Z");
    CHECK(instant("2100-10-30", 12, 0) == "2100-10-30T10:00:00Z");
    CHECK(instant("2100-10-31", 12, 0) == "2100-10-31T11:00:00Z");
    CHECK(to_text(*local_date(at("2045-07-31T22:30:00Z"), warsaw)) == "2045-08-01");
    CHECK(to_text(*local_date(at("2045-12-31T23:30:00Z"), warsaw)) == "2046-01-01");
}

TEST_CASE("the date on the wall depends on the zone") {
    const auto date = [](const char* time, std::string_view zone) {
        return to_text(*local_date(at(time), zone));
    };
    CHECK(date("2026-06-30T21:59:59.999999Z", warsaw) == "2026-06-30");
    CHECK(date("2026-06-30T22:00:00Z", warsaw) == "2026-07-01");
    CHECK(date("2026-12-31T22:59:59Z", warsaw) == "2026-12-31");
    CHECK(date("2026-12-31T23:00:00Z", warsaw) == "2027-01-01");
    CHECK(date("2026-12-31T23:00:00Z", "America/New_York") == "2026-12-31");
    CHECK(date("1969-12-31T23:30:00Z", "Etc/UTC") == "1969-12-31");
}

TEST_CASE("a zone that nobody knows gives nothing") {
    for (const std::string zone :
         {"", "Warsaw", "Europe/Warszawa", "europe/warsaw", "../etc/passwd"}) {
        CHECK_FALSE(is_zone(zone));
        CHECK_FALSE(to_instant(*parse_date("2026-01-01"), Minutes{0}, zone).has_value());
        CHECK_FALSE(local_date(from_micros(0), zone).has_value());
    }
    for (const std::string zone :
         {"Europe/Warsaw", "Europe/London", "Etc/UTC", "America/New_York"}) {
        CHECK_MESSAGE(is_zone(zone), zone);
    }
}

TEST_CASE("a date that no calendar has gives no instant") {
    const Date wrong{std::chrono::year{2025}, std::chrono::month{2}, std::chrono::day{30}};
    CHECK_FALSE(to_instant(wrong, Minutes{0}, warsaw).has_value());
}

}  // namespace
}  // namespace ogniwo
