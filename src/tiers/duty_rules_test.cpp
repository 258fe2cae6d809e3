#include "tiers/duty_rules.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo::tiers {
namespace {

using people::Weekday;

constexpr std::string_view warsaw = "Europe/Warsaw";

Time at(const char* text) {
    return *parse_time(text);
}

Date day(const char* text) {
    return *parse_date(text);
}

WeekSpan span(Weekday weekday, int from_hour, int to_hour) {
    return {weekday, Minutes{from_hour * 60}, Minutes{to_hour * 60}};
}

std::vector<WeekSpan> every_day(int from_hour, int to_hour) {
    std::vector<WeekSpan> spans;
    for (int weekday = 0; weekday < 7; ++weekday) {
        spans.push_back(span(static_cast<Weekday>(weekday), from_hour, to_hour));
    }
    return spans;
}

std::string shown(const std::optional<Stretch>& stretch) {
    return stretch ? to_text(stretch->from) + " " + to_text(stretch->to) : "nothing";
}

DutyPlan works(std::int64_t person, std::vector<WeekSpan> spans) {
    return {.person = {person},
            .has_shifts = true,
            .patterns = {{.valid_from = day("2025-01-01"), .spans = std::move(spans)}}};
}

Absence absence(const char* from, const char* to, std::int64_t cover = 0) {
    Absence one{.kind = AbsenceKind::holiday,
                .state = AbsenceState::approved,
                .starts_at = at(from),
                .ends_at = at(to)};
    if (cover != 0) one.cover = PersonId{cover};
    return one;
}

// "1 until ..., 3 for 2 until ...; absent 2 (3)"
std::string shown(const TierDuty& duty) {
    std::string text;
    for (const OnDuty& one : duty.working) {
        text += std::to_string(one.person.value);
        if (one.covers) text += " for " + std::to_string(one.covers->value);
        text += one.until ? " until " + to_text(*one.until) + "\n" : " always\n";
    }
    for (const AbsentNow& one : duty.absent) {
        text += "absent " + std::to_string(one.person.value);
        if (one.cover) text += " (" + std::to_string(one.cover->value) + ")";
        text += "\n";
    }
    return text;
}

TEST_CASE("a span of every week is read off the clock of the zone, whatever the clocks do") {
    struct Row {
        const char* what;
        WeekSpan span;
        const char* moment;
        const char* stretch;
    };
    const Row rows[] = {
        {"a day in summer",
         span(Weekday::thursday, 8, 16),
         "2025-06-12T08:00:00Z",
         "2025-06-12T06:00:00Z 2025-06-12T14:00:00Z"},
        {"its first moment",
         span(Weekday::thursday, 8, 16),
         "2025-06-12T06:00:00Z",
         "2025-06-12T06:00:00Z 2025-06-12T14:00:00Z"},
        {"its end", span(Weekday::thursday, 8, 16), "2025-06-12T14:00:00Z", "nothing"},
        {"another day", span(Weekday::friday, 8, 16), "2025-06-12T08:00:00Z", "nothing"},
        {"until midnight",
         span(Weekday::thursday, 16, 24),
         "2025-06-12T21:59:00Z",
         "2025-06-12T14:00:00Z 2025-06-12T22:00:00Z"},
        {"until midnight, written as zero",
         span(Weekday::thursday, 16, 0),
         "2025-06-12T21:59:00Z",
         "2025-06-12T14:00:00Z 2025-06-12T22:00:00Z"},
        {"over midnight, before it",
         span(Weekday::thursday, 22, 6),
         "2025-06-12T21:00:00Z",
         "2025-06-12T20:00:00Z 2025-06-13T04:00:00Z"},
        {"over midnight, after it",
         span(Weekday::thursday, 22, 6),
         "2025-06-13T03:59:00Z",
         "2025-06-12T20:00:00Z 2025-06-13T04:00:00Z"},
        {"from Sunday to Monday",
         span(Weekday::sunday, 22, 6),
         "2025-06-16T00:00:00Z",
         "2025-06-15T20:00:00Z 2025-06-16T04:00:00Z"},
        {"a whole day and night",
         span(Weekday::thursday, 7, 7),
         "2025-06-13T04:00:00Z",
         "2025-06-12T05:00:00Z 2025-06-13T05:00:00Z"},
        {"the night in spring has seven hours",
         span(Weekday::saturday, 22, 6),
         "2025-03-30T01:00:00Z",
         "2025-03-29T21:00:00Z 2025-03-30T04:00:00Z"},
        {"the night in autumn has nine",
         span(Weekday::saturday, 22, 6),
         "2025-10-26T01:00:00Z",
         "2025-10-25T20:00:00Z 2025-10-26T05:00:00Z"},
        {"an hour that spring skips begins after it",
         {Weekday::sunday, Minutes{150}, Minutes{240}},
         "2025-03-30T01:30:00Z",
         "2025-03-30T01:30:00Z 2025-03-30T02:00:00Z"},
        {"nothing is left of what spring skips whole",
         span(Weekday::sunday, 2, 3),
         "2025-03-30T01:00:00Z",
         "nothing"},
        {"an hour that autumn has twice is its first one",
         {Weekday::sunday, Minutes{120}, Minutes{150}},
         "2025-10-26T00:10:00Z",
         "2025-10-26T00:00:00Z 2025-10-26T00:30:00Z"},
        {"and what goes on beyond it lasts an hour longer",
         span(Weekday::sunday, 1, 4),
         "2025-10-26T02:00:00Z",
         "2025-10-25T23:00:00Z 2025-10-26T03:00:00Z"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Time moment = at(row.moment);
        const auto stretches = weekly({row.span}, {moment, moment + horizon}, warsaw);
        CHECK(shown(stretch_at(stretches, moment)) == row.stretch);
    }
}

TEST_CASE("what touches is one stretch, and what has no end within a week has none") {
    const Time noon = at("2025-06-12T10:00:00Z");
    const Opening early_and_late =
        opening_at({span(Weekday::thursday, 6, 14), span(Weekday::thursday, 14, 22)}, noon, warsaw);
    CHECK(early_and_late.is_open);
    CHECK(early_and_late.changes_at == at("2025-06-12T20:00:00Z"));
    const Opening always = opening_at(every_day(0, 24), noon, warsaw);
    CHECK(always.is_open);
    CHECK_FALSE(always.changes_at);
    CHECK(opening_at({}, noon, warsaw).is_open);
    const Opening closed = opening_at(every_day(20, 22), noon, warsaw);
    CHECK_FALSE(closed.is_open);
    CHECK(closed.changes_at == at("2025-06-12T18:00:00Z"));
}

TEST_CASE("a later pattern takes over on its day, a single shift takes the place of a day") {
    DutyPlan plan = works(1, every_day(8, 16));
    plan.patterns.push_back({.valid_from = day("2025-06-13"), .spans = every_day(12, 20)});
    plan.patterns.push_back({.valid_from = day("2025-06-20")});
    plan.shifts = {
        {.starts_at = at("2025-06-14T18:00:00Z"), .ends_at = at("2025-06-15T02:00:00Z")}};
    const auto on = [&](const char* moment) {
        return shown(
            stretch_at(planned(plan, {at(moment), at(moment) + horizon}, warsaw), at(moment)));
    };
    CHECK(on("2025-06-12T08:00:00Z") == "2025-06-12T06:00:00Z 2025-06-12T14:00:00Z");
    CHECK(on("2025-06-13T08:00:00Z") == "nothing");
    CHECK(on("2025-06-13T17:00:00Z") == "2025-06-13T10:00:00Z 2025-06-13T18:00:00Z");
    CHECK(on("2025-06-14T12:00:00Z") == "nothing");
    CHECK(on("2025-06-15T01:00:00Z") == "2025-06-14T18:00:00Z 2025-06-15T02:00:00Z");
    CHECK(on("2025-06-15T12:00:00Z") == "2025-06-15T10:00:00Z 2025-06-15T18:00:00Z");
    CHECK(on("2025-06-20T12:00:00Z") == "nothing");
    CHECK(on("2024-12-31T12:00:00Z") == "nothing");
}

TEST_CASE("planned work is the shifts within the window less approved absences") {
    DutyPlan plan = works(1, every_day(8, 16));
    const Stretch two_days{at("2025-06-02T00:00:00+02:00"), at("2025-06-04T00:00:00+02:00")};
    CHECK(work_of(plan, two_days, warsaw) == std::chrono::hours{16});
    const Stretch morning{at("2025-06-02T00:00:00+02:00"), at("2025-06-02T10:00:00+02:00")};
    CHECK(work_of(plan, morning, warsaw) == std::chrono::hours{2});
    plan.absences = {absence("2025-06-02T14:00:00+02:00", "2025-06-03T09:00:00+02:00"),
                     absence("2025-06-02T15:00:00+02:00", "2025-06-02T17:00:00+02:00")};
    CHECK(work_of(plan, two_days, warsaw) == std::chrono::hours{13});
    plan.absences[0].state = AbsenceState::wished;
    CHECK(work_of(plan, two_days, warsaw) == std::chrono::hours{15});
}

TEST_CASE("who works in a tier, who is absent, and who stands in") {
    const Time noon = at("2025-06-12T10:00:00Z");
    TierPlan plan{.members = {works(1, every_day(8, 16)), works(2, every_day(10, 18)), {{3}}}};
    CHECK(shown(duty_at(plan, noon, warsaw)) ==
          "1 until 2025-06-12T14:00:00Z\n2 until 2025-06-12T16:00:00Z\n");

    // An absence that begins later ends the work; one that is a wish does not.
    plan.members[0].absences = {absence("2025-06-12T12:00:00Z", "2025-06-12T13:00:00Z")};
    plan.members[1].absences = {absence("2025-06-12T09:00:00Z", "2025-06-12T13:00:00Z")};
    plan.members[1].absences[0].state = AbsenceState::wished;
    CHECK(shown(duty_at(plan, noon, warsaw)) ==
          "1 until 2025-06-12T12:00:00Z\n2 until 2025-06-12T16:00:00Z\n");

    // Somebody from outside stands in, as long as the absence and the shift last.
    plan.members[1].absences = {absence("2025-06-12T00:00:00Z", "2025-06-12T15:00:00Z", 9)};
    plan.covers = {{.person = {9}}};
    CHECK(shown(duty_at(plan, noon, warsaw)) ==
          "1 until 2025-06-12T12:00:00Z\n9 for 2 until 2025-06-12T15:00:00Z\nabsent 2 (9)\n");
    CHECK(shown(duty_at(plan, at("2025-06-12T06:30:00Z"), warsaw)) ==
          "1 until 2025-06-12T12:00:00Z\nabsent 2 (9)\n");

    // Whoever works anyway works once; whoever is absent covers nobody.
    plan.members[1].absences[0].cover = PersonId{1};
    CHECK(shown(duty_at(plan, noon, warsaw)) ==
          "1 for 2 until 2025-06-12T12:00:00Z\nabsent 2 (1)\n");
    plan.members[0].absences[0].starts_at = noon;
    CHECK(shown(duty_at(plan, noon, warsaw)) == "absent 1\nabsent 2 (1)\n");
}

TEST_CASE("where nobody has shifts all members are on duty while the hours run") {
    const Time noon = at("2025-06-12T10:00:00Z");
    TierPlan plan{.members = {{{1}}, {{2}}}};
    plan.members[1].absences = {absence("2025-06-11T22:00:00Z", "2025-06-12T22:00:00Z")};
    CHECK(shown(duty_at(plan, noon, warsaw)) == "1 always\nabsent 2\n");
    plan.hours = every_day(8, 16);
    CHECK(shown(duty_at(plan, noon, warsaw)) == "1 until 2025-06-12T14:00:00Z\nabsent 2\n");
    CHECK(shown(duty_at(plan, at("2025-06-12T16:00:00Z"), warsaw)) == "absent 2\n");
}

TEST_CASE("being away ends by itself") {
    Technician one{.availability = Availability::away};
    CHECK(availability_at(one, at("2025-06-12T10:00:00Z")) == Availability::away);
    one.away_until = at("2025-06-12T10:00:00Z");
    CHECK(availability_at(one, at("2025-06-12T09:59:59Z")) == Availability::away);
    CHECK(availability_at(one, at("2025-06-12T10:00:00Z")) == Availability::on);
}

TEST_CASE("spans of a week may not overlap, not even over Sunday's midnight") {
    struct Row {
        const char* what;
        std::vector<WeekSpan> spans;
        std::string_view reason;
    };
    const Row rows[] = {
        {"apart", {span(Weekday::monday, 8, 12), span(Weekday::monday, 13, 17)}, ""},
        {"touching", {span(Weekday::monday, 8, 12), span(Weekday::monday, 12, 17)}, ""},
        {"every night", every_day(22, 6), ""},
        {"round the clock", every_day(0, 24), ""},
        {"the same",
         {span(Weekday::monday, 8, 12), span(Weekday::monday, 8, 12)},
         spans_overlap.name},
        {"one within another",
         {span(Weekday::monday, 8, 16), span(Weekday::monday, 9, 10)},
         spans_overlap.name},
        {"the night runs into the morning",
         {span(Weekday::monday, 22, 6), span(Weekday::tuesday, 5, 8)},
         spans_overlap.name},
        {"Sunday's night runs into Monday",
         {span(Weekday::monday, 5, 8), span(Weekday::sunday, 22, 6)},
         spans_overlap.name},
        {"no time of day", {{Weekday::monday, Minutes{1440}, Minutes{60}}}, span_malformed.name},
        {"before midnight", {{Weekday::monday, Minutes{-1}, Minutes{60}}}, span_malformed.name},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Outcome checked = check_spans(row.spans, "/spans");
        CHECK(static_cast<bool>(checked) == row.reason.empty());
        if (!checked) CHECK(checked.error().fields.at(0).reason == row.reason);
    }
}

TEST_CASE("an absence is whole days or moments, and has an end after its beginning") {
    struct Row {
        const char* what;
        EnterAbsence wish;
        std::string told;
    };
    const Row rows[] = {
        {"one day in the spring change",
         {.from = day("2025-03-30"), .to = day("2025-03-30")},
         "2025-03-29T23:00:00Z 2025-03-30T22:00:00Z"},
        {"days in the autumn change",
         {.from = day("2025-10-25"), .to = day("2025-10-26")},
         "2025-10-24T22:00:00Z 2025-10-26T23:00:00Z"},
        {"hours",
         {.starts_at = at("2025-06-12T08:00:00Z"), .ends_at = at("2025-06-12T10:00:00Z")},
         "2025-06-12T08:00:00Z 2025-06-12T10:00:00Z"},
        {"nothing", {}, "/from tiers.days_or_times"},
        {"half of it", {.from = day("2025-03-30")}, "/from tiers.days_or_times"},
        {"both",
         {.from = day("2025-03-30"),
          .to = day("2025-03-30"),
          .starts_at = at("2025-06-12T08:00:00Z")},
         "/from tiers.days_or_times"},
        {"backwards",
         {.from = day("2025-03-30"), .to = day("2025-03-29")},
         "/to tiers.ends_before_start"},
        {"a moment",
         {.starts_at = at("2025-06-12T08:00:00Z"), .ends_at = at("2025-06-12T08:00:00Z")},
         "/endsAt tiers.ends_before_start"},
        {"years", {.from = day("2025-03-30"), .to = day("2027-03-29")}, "/to tiers.too_long"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const auto time = absence_time(row.wish, warsaw);
        if (time) {
            CHECK(shown(time->stretch) == row.told);
        } else {
            const FieldError& field = time.error().fields.at(0);
            CHECK(field.pointer + " " + std::string(field.reason) == row.told);
        }
    }
}

}  // namespace
}  // namespace ogniwo::tiers
