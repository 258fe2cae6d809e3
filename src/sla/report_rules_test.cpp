#include "sla/report_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::sla {
namespace {

constexpr std::string_view zone = "Europe/Warsaw";

Date on(const char* text) {
    return *parse_date(text);
}
Time at(const char* text) {
    return *parse_time(text);
}

TEST_CASE("attainment is what was met of what was met or missed") {
    CHECK(attainment_of(3, 1) == 0.75);
    CHECK(attainment_of(0, 4) == 0.0);
    CHECK_FALSE(attainment_of(0, 0));
}

TEST_CASE("a report is about whole days of our company's calendar") {
    const auto span = span_of({.from = on("2026-03-29"), .to = on("2026-03-29")}, zone);
    REQUIRE(span);
    // The day on which the clocks change has 23 hours.
    CHECK(span->from == at("2026-03-28T23:00:00Z"));
    CHECK(span->to == at("2026-03-29T22:00:00Z"));
    CHECK_FALSE(span_of({.from = on("2026-03-29"), .to = on("2026-03-28")}, zone));
    CHECK_FALSE(span_of({.from = on("2020-01-01"), .to = on("2026-03-28")}, zone));
}

TEST_CASE("months of a report are cut to its days") {
    const auto months = months_of({.from = on("2026-01-15"), .to = on("2026-03-02")}, zone);
    REQUIRE(months.size() == 3);
    CHECK(months[0].first == on("2026-01-01"));
    CHECK(months[0].from == at("2026-01-14T23:00:00Z"));
    CHECK(months[0].to == months[1].from);
    CHECK(months[1].to == at("2026-02-28T23:00:00Z"));
    CHECK(months[2].to == at("2026-03-02T23:00:00Z"));
}

TEST_CASE("a month is closed once, after it is over") {
    const Time now = at("2026-04-01T00:00:00+02:00");
    struct Case {
        CloseMonth wish;
        std::optional<Date> last;
        std::string_view refused;
    };
    const Case cases[] = {
        {{2026, 3}, std::nullopt, ""},
        {{2026, 4}, std::nullopt, "sla.month_not_over"},
        {{2026, 3}, on("2026-03-01"), "sla.month_closed_already"},
        {{2026, 2}, on("2026-03-01"), "sla.month_closed_already"},
        {{2026, 3}, on("2026-02-01"), ""},
    };
    for (const Case& one : cases) {
        const auto month = month_to_close(one.wish, one.last, now, zone);
        CHECK((month ? "" : month.error().reason.name) == one.refused);
    }
    CHECK_FALSE(month_to_close({2026, 3}, std::nullopt, now - Microseconds{1}, zone));
    CHECK(last_day_of(on("2028-02-01")) == on("2028-02-29"));
}

}  // namespace
}  // namespace ogniwo::sla
