#include "tickets/time_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::tickets {
namespace {

const Time noon = *parse_time("2026-11-27T11:00:00Z");

Date day(const char* text) {
    return *parse_date(text);
}

// "2026-11-27", or the fields that are wrong with their reasons.
std::string planned(const WorkedTime& work, BookingDay booking = {}) {
    booking.now = noon;
    booking.today = day("2026-11-27");
    if (work.started_at) booking.start_day = local_date(*work.started_at, "Europe/Warsaw");
    const auto plan = plan_day(work, booking, "/work");
    if (plan) return to_text(*plan);
    std::string wrong;
    for (const FieldError& field : plan.error().fields) {
        wrong += field.pointer + " " + std::string(field.reason) + "\n";
    }
    return wrong;
}

TEST_CASE("on which day work may be booked") {
    CHECK(planned({.minutes = 30}) == "2026-11-27");
    CHECK(planned({.minutes = 30, .worked_on = day("2026-11-26")}) == "2026-11-26");
    CHECK(planned({.minutes = 30, .worked_on = day("2026-10-27")}) == "2026-10-27");
    CHECK(planned({.minutes = 30, .worked_on = day("2026-10-26")}) ==
          "/work/workedOn tickets.time_too_old\n");
    CHECK(planned({.minutes = 30, .worked_on = day("2026-11-28")}) ==
          "/work/workedOn tickets.time_in_future\n");
    // What is corrected may be older, and then so may what takes its place.
    CHECK(planned({.minutes = 30, .worked_on = day("2026-09-01")},
                  {.corrected = day("2026-09-01")}) == "2026-09-01");
    CHECK(planned({.minutes = 30, .worked_on = day("2026-08-31")},
                  {.corrected = day("2026-09-01")}) == "/work/workedOn tickets.time_too_old\n");
}

TEST_CASE("a start lies on its day, and its end not in the future") {
    const auto started = [](const char* text) { return *parse_time(text); };
    CHECK(planned({.minutes = 60, .started_at = started("2026-11-27T10:00:00Z")}) == "2026-11-27");
    // The last minute of a stopwatch is rounded up.
    CHECK(planned({.minutes = 61, .started_at = started("2026-11-27T10:00:00Z")}) == "2026-11-27");
    CHECK(planned({.minutes = 62, .started_at = started("2026-11-27T10:00:00Z")}) ==
          "/work/startedAt tickets.time_in_future\n");
    // Half past midnight in Warsaw is the day before in UTC.
    CHECK(planned({.minutes = 10, .started_at = started("2026-11-25T23:30:00Z")}) == "2026-11-26");
    CHECK(planned({.minutes = 10,
                   .worked_on = day("2026-11-25"),
                   .started_at = started("2026-11-25T23:30:00Z")}) ==
          "/work/startedAt tickets.start_not_that_day\n");
}

TimeEntry entry(std::int64_t id, const char* from, int minutes) {
    return {.id = {id},
            .ticket = {3},
            .customer = {4},
            .person = {5},
            .booked_by = PersonId{5},
            .work_type = {2},
            .started_at = parse_time("2026-11-27T" + std::string(from) + ":00Z"),
            .minutes = minutes,
            .customer_text = "a",
            .internal_text = "b",
            .by_stopwatch = true};
}

TEST_CASE(
    "a reversal is the same work with the minutes negated, and only what stands is reversed") {
    const TimeEntry wrong = entry(7, "08:00", 90);
    const TimeEntry back = reversal_of(wrong, {9}, noon);
    CHECK(back.minutes == -90);
    CHECK(back.reverses == TimeEntryId{7});
    CHECK(back.person == PersonId{5});
    CHECK(back.booked_by == PersonId{9});
    CHECK(back.booked_at == noon);
    CHECK(back.work_type == wrong.work_type);
    CHECK(back.worked_on == wrong.worked_on);
    CHECK(back.billable == wrong.billable);
    CHECK_FALSE(back.customer_text);
    CHECK_FALSE(back.internal_text);

    CHECK(static_cast<bool>(may_reverse(wrong)));
    CHECK(may_reverse(back).error().reason == reversal_stands);
    TimeEntry reversed = wrong;
    reversed.reversed_by = {8};
    CHECK(may_reverse(reversed).error().reason == time_reversed);
    CHECK(stands(wrong));
    CHECK_FALSE(stands(back));
    CHECK_FALSE(stands(reversed));
}

TEST_CASE("gaps lie between entries that stand and have a start") {
    TimeEntry reversed = entry(4, "10:00", 60);
    reversed.reversed_by = {5};
    TimeEntry timeless = entry(6, "11:00", 60);
    timeless.started_at.reset();
    const auto gaps = gaps_of({entry(1, "12:00", 30),
                               entry(2, "08:00", 60),
                               entry(3, "08:30", 60),
                               reversed,
                               timeless,
                               entry(7, "12:40", 20)});
    REQUIRE(gaps.size() == 1);
    CHECK(to_text(gaps[0].from) == "2026-11-27T09:30:00Z");
    CHECK(to_text(gaps[0].to) == "2026-11-27T12:00:00Z");
    CHECK(gaps[0].minutes == 150);
    CHECK(gaps_of({}).empty());
    CHECK(gaps_of({entry(1, "08:00", 45), entry(2, "09:00", 5)}).size() == 1);
}

TEST_CASE("days from one to another") {
    const auto days = days_between(day("2026-02-27"), day("2026-03-01"), 31);
    REQUIRE(static_cast<bool>(days));
    CHECK(*days == std::vector{day("2026-02-27"), day("2026-02-28"), day("2026-03-01")});
    CHECK(days_between(day("2026-03-01"), day("2026-03-31"), 31)->size() == 31);
    CHECK(days_between(day("2026-03-01"), day("2026-04-01"), 31).error().fields[0].reason ==
          days_too_many.name);
    CHECK_FALSE(days_between(day("2026-03-02"), day("2026-03-01"), 31));
}

}  // namespace
}  // namespace ogniwo::tickets
