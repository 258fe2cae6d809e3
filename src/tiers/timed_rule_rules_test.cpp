#include "tiers/timed_rule_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::tiers {
namespace {

using people::Weekday;

constexpr std::string_view warsaw = "Europe/Warsaw";

Time at(const char* text) {
    return *parse_time(text);
}

std::vector<WeekSpan> office() {
    std::vector<WeekSpan> spans;
    for (int day = 0; day < 5; ++day) {
        spans.push_back({static_cast<Weekday>(day), Minutes{8 * 60}, Minutes{16 * 60}});
    }
    return spans;
}

TEST_CASE("minutes of a tier's hours") {
    struct Row {
        const char* what;
        const char* since;
        int minutes;
        std::vector<WeekSpan> hours;
        const char* due;
    };
    const Row rows[] = {
        {"no hours run always", "2025-06-12T22:00:00+02:00", 90, {}, "2025-06-12T23:30:00+02:00"},
        {"within a day", "2025-06-12T10:00:00+02:00", 90, office(), "2025-06-12T11:30:00+02:00"},
        {"to the very end", "2025-06-12T15:00:00+02:00", 60, office(), "2025-06-12T16:00:00+02:00"},
        {"the rest of it tomorrow",
         "2025-06-12T15:30:00+02:00",
         60,
         office(),
         "2025-06-13T08:30:00+02:00"},
        {"before they begin",
         "2025-06-12T05:00:00+02:00",
         1,
         office(),
         "2025-06-12T08:01:00+02:00"},
        {"over a weekend", "2025-06-13T15:30:00+02:00", 60, office(), "2025-06-16T08:30:00+02:00"},
        {"three weeks", "2025-06-12T08:00:00+02:00", 7'200, office(), "2025-07-02T16:00:00+02:00"},
        {"a night when the clocks go forward",
         "2025-03-29T22:00:00+01:00",
         300,
         {{Weekday::saturday, Minutes{22 * 60}, Minutes{6 * 60}}},
         "2025-03-30T04:00:00+02:00"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const auto due = after_minutes({at(row.since)}, row.minutes, row.hours, warsaw);
        REQUIRE(due);
        CHECK(to_text(*due) == to_text(at(row.due)));
    }
    // A minute a week: a thousand of them are further away than anybody looks.
    const std::vector<WeekSpan> rare{{Weekday::monday, Minutes{0}, Minutes{1}}};
    CHECK_FALSE(after_minutes({at("2025-06-12T08:00:00Z")}, 1'000, rare, warsaw));
}

TEST_CASE("minutes that do not count") {
    const auto due = [](const char* since,
                        int minutes,
                        const std::vector<WeekSpan>& hours,
                        const std::vector<std::pair<const char*, const char*>>& pauses) {
        Counting counting{.since = at(since)};
        for (const auto& [from, to] : pauses) counting.pauses.push_back({at(from), at(to)});
        const auto found = after_minutes(counting, minutes, hours, warsaw);
        REQUIRE(found);
        return to_text(*found);
    };
    struct Row {
        const char* what;
        const char* since;
        int minutes;
        std::vector<WeekSpan> hours;
        std::vector<std::pair<const char*, const char*>> pauses;
        const char* due;
    };
    const Row rows[] = {
        {"a pause in between",
         "2025-06-12T08:00:00Z",
         60,
         {},
         {{"2025-06-12T08:30:00Z", "2025-06-12T10:00:00Z"}},
         "2025-06-12T10:30:00Z"},
        {"one after another",
         "2025-06-12T08:00:00Z",
         60,
         {},
         {{"2025-06-12T08:10:00Z", "2025-06-12T08:20:00Z"},
          {"2025-06-12T08:20:00Z", "2025-06-12T09:00:00Z"}},
         "2025-06-12T09:50:00Z"},
        {"before it began, and after it was over",
         "2025-06-12T08:00:00Z",
         60,
         {},
         {{"2025-06-12T06:00:00Z", "2025-06-12T08:15:00Z"},
          {"2025-06-12T09:15:00Z", "2025-06-12T11:00:00Z"}},
         "2025-06-12T09:15:00Z"},
        {"two weeks",
         "2025-06-12T08:00:00Z",
         60,
         {},
         {{"2025-06-12T08:30:00Z", "2025-06-26T08:30:00Z"}},
         "2025-06-26T09:00:00Z"},
        {"a year and a half",
         "2025-06-12T08:00:00Z",
         60,
         {},
         {{"2025-06-12T08:30:00Z", "2026-12-12T08:30:00Z"}},
         "2026-12-12T09:00:00Z"},
        {"a year and a half of office hours",
         "2025-06-12T15:30:00+02:00",
         60,
         office(),
         {{"2025-06-12T16:00:00+02:00", "2026-12-12T08:30:00Z"}},
         "2026-12-14T07:30:00Z"},
        {"over a night that does not count anyway",
         "2025-06-12T15:30:00+02:00",
         60,
         office(),
         {{"2025-06-12T15:45:00+02:00", "2025-06-13T09:00:00+02:00"}},
         "2025-06-13T07:45:00Z"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(due(row.since, row.minutes, row.hours, row.pauses) == row.due);
    }
}

TEST_CASE("a rule is due after its minutes, and never before it was made as it is") {
    TimedRule rule{.minutes = 60, .changed_at = at("2025-06-12T08:00:00Z")};
    const Time since = at("2025-06-12T07:30:00Z");
    CHECK(due_of(rule, {since}, {}, warsaw) == at("2025-06-12T08:30:00Z"));
    rule.changed_at = at("2025-06-12T10:00:00Z");
    CHECK(due_of(rule, {since}, {}, warsaw) == at("2025-06-12T10:00:00Z"));
    // Its own clock decides whether the hours count.
    rule.changed_at = {};
    const auto evening = at("2025-06-12T20:00:00+02:00");
    CHECK(due_of(rule, {evening}, office(), warsaw) == at("2025-06-12T21:00:00+02:00"));
    rule.clock = TimedClock::tier_hours;
    CHECK(due_of(rule, {evening}, office(), warsaw) == at("2025-06-13T09:00:00+02:00"));
}

TEST_CASE("a rule has a reason only to escalate, and stands there once") {
    const TimedRule warns{.id = {1}};
    CHECK(check_timed_rule(warns, {}));
    CHECK(check_timed_rule(warns, {warns}));
    CHECK(check_timed_rule({.id = {2}}, {warns}).error().reason == timed_rule_doubled);
    CHECK(check_timed_rule({.id = {2}, .minutes = 61}, {warns}));
    CHECK(check_timed_rule({.id = {2}, .action = TimedAction::inform}, {warns}));
    CHECK(check_timed_rule({.action = TimedAction::escalate, .reason = "vendor"}, {warns}));
    const auto refused = check_timed_rule({.action = TimedAction::inform, .reason = "vendor"}, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fields[0].reason == reason_superfluous.name);
}

}  // namespace
}  // namespace ogniwo::tiers
