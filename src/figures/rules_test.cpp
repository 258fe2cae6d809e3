#include "figures/rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::figures {
namespace {

using std::chrono::hours;

Date on(const char* text) {
    return *parse_date(text);
}

// Monday to Friday, eight to four, with Polish holidays.
std::vector<WorkingEra> office() {
    WorkingPlan plan{.zone = "Europe/Warsaw", .has_polish_holidays = true};
    for (std::size_t day = 0; day < 5; ++day) plan.week[day] = {{hours{8}, hours{16}}};
    return {{.from = on("2000-01-01"), .plan = plan}};
}

WorkDays november() {
    return {office(), on("2026-10-31"), on("2026-11-30")};
}

TEST_CASE("working days are those that the calendar has hours on") {
    const WorkDays days = november();
    CHECK(days.between(on("2026-11-16"), on("2026-11-16")) == 0);
    CHECK(days.between(on("2026-11-16"), on("2026-11-17")) == 1);
    CHECK(days.between(on("2026-11-13"), on("2026-11-16")) == 1);  // Over a weekend.
    CHECK(days.between(on("2026-11-10"), on("2026-11-12")) == 1);  // Over Independence Day.
    CHECK(days.between(on("2026-11-17"), on("2026-11-16")) == 0);
    CHECK(days.between(on("2026-10-31"), on("2026-11-30")) == 20);
}

TEST_CASE("a calendar that is never closed has a working day every day, from its day on") {
    auto eras = office();
    eras.push_back({.from = on("2026-11-16"),
                    .version = 2,
                    .plan = {.zone = "Europe/Warsaw", .always = true}});
    const WorkDays days(eras, on("2026-11-01"), on("2026-11-30"));
    CHECK(days.between(on("2026-11-13"), on("2026-11-15")) == 0);
    CHECK(days.between(on("2026-11-20"), on("2026-11-22")) == 2);
}

TEST_CASE("working time from Friday, three o'clock, to Monday, nine, is two hours") {
    WorkingTimeline time(office());
    const auto worked = time.worked_between(*parse_time("2026-11-13T15:00:00+01:00"),
                                            *parse_time("2026-11-16T09:00:00+01:00"));
    CHECK(worked == hours{2});
}

TEST_CASE("first contact is one message at most, at the first tier, and stays resolved") {
    struct Case {
        ResolvedRow row;
        int first;
    };
    const Date monday = on("2026-11-16");
    const Case cases[] = {
        {{.resolved_on = monday, .answers = 1}, 1},
        {{.resolved_on = monday, .answers = 0}, 1},
        {{.resolved_on = monday, .answers = 2}, 0},
        {{.resolved_on = monday, .answers = 1, .stayed = false}, 0},
        // Reopened on the fifth working day after it, and on the sixth.
        {{.resolved_on = monday, .reopened_on = on("2026-11-23"), .answers = 1}, 0},
        {{.resolved_on = monday, .reopened_on = on("2026-11-24"), .answers = 1}, 1},
        {{.resolved_on = monday, .reopened_on = monday, .answers = 1}, 0},
    };
    for (const Case& one : cases) {
        CHECK(quality_of({one.row}, november())[0].numerator == one.first);
    }
}

TEST_CASE("net leaves out what had a visit; the first tier counts however long it took") {
    const Date monday = on("2026-11-16");
    const std::vector<ResolvedRow> rows{
        {.resolved_on = monday, .answers = 1},
        {.resolved_on = monday, .answers = 1, .had_visit = true},
        {.resolved_on = monday, .answers = 4},
        {.resolved_on = monday, .reopened_on = monday, .answers = 3, .stayed = false},
        {.resolved_on = monday, .answers = 2, .stayed = false},  // Handed back, and resolved there.
    };
    const auto figures = quality_of(rows, november());
    CHECK(figures[0].value == 0.4);  // 2 / 5
    CHECK(figures[1].numerator == 1);
    CHECK(figures[1].denominator == 4);
    CHECK(figures[2].value == 0.6);  // 3 / 5
    CHECK(figures[3].value == 0.2);
    for (const Figure& figure : quality_of({}, november())) CHECK_FALSE(figure.value);
}

TEST_CASE("a spread is the mean, the middle one and the one that nine of ten do not exceed") {
    std::vector<Microseconds> times;
    for (int minute = 10; minute >= 1; --minute) times.emplace_back(Minutes{minute});
    const Figure figure = spread_of(FigureName::mtta, times);
    CHECK(figure.value == 5.5);
    CHECK(figure.median == 5);
    CHECK(figure.p90 == 9);
    CHECK(figure.count == 10);
    CHECK(spread_of(FigureName::mtta, {Minutes{7}}).p90 == 7);
    CHECK_FALSE(spread_of(FigureName::mtta, {}).value);
}

TEST_CASE("backlog days are what is open through what is resolved a day") {
    const auto backlog = backlog_of({0, 1, 2, 4, 8, 40}, 30, 10);
    CHECK(backlog.items[0].value == 6);
    CHECK(backlog.items[1].median == 2);
    CHECK(backlog.items[1].p90 == 40);
    CHECK(backlog.items[2].value == 2);  // 6 / (30 / 10)
    const std::int64_t expected[] = {2, 1, 1, 1, 0, 1};
    REQUIRE(backlog.ages.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) CHECK(backlog.ages[i].tickets == expected[i]);
    CHECK_FALSE(backlog_of({1}, 0, 10).items[2].value);
    CHECK_FALSE(backlog_of({}, 0, 0).items[1].value);
}

TEST_CASE("chances of a tier and what is resolved there add up to one") {
    const auto moves = moves_of({{1, 2, 25}, {1, {}, 75}, {2, 1, 2}, {2, 3, 4}, {2, {}, 14}});
    REQUIRE(moves.size() == 3);
    CHECK(moves[0].probability == 0.25);
    CHECK(moves[1].probability == 0.1);
    CHECK(moves[2].probability == 0.2);
    CHECK(moves[2].left == 20);
}

TEST_CASE("a part of a month is that part of one") {
    CHECK(months_between(on("2026-01-01"), on("2026-12-31")) == doctest::Approx(12));
    CHECK(months_between(on("2026-11-16"), on("2026-11-30")) == doctest::Approx(0.5));
    const auto before = period_before(on("2026-11-01"), on("2026-11-30"));
    CHECK(before == std::pair{on("2026-10-02"), on("2026-10-31")});
}

TEST_CASE("tickets of a user are of a month, and so is what was prevented") {
    // 10,000 tickets of 8,000 users in one month are 1.25 (HDI, metric of the month).
    const auto figures =
        volume_of({.created = 10'000, .created_before = 12'000, .users = 8'000, .months = 1});
    CHECK(figures[0].value == 1.25);
    CHECK(figures[1].value == doctest::Approx(2'000));
    CHECK_FALSE(volume_of({.created = 1, .users = 0, .months = 1})[0].value);
    CHECK_FALSE(volume_of({.created = 1, .users = 5, .months = 1})[1].value);
}

MonthCost cost(int tier, std::int64_t whole, Currency currency = Currency::pln) {
    return {.tier = tier, .month = on("2026-10-01"), .cost = {whole * 100, currency}};
}

TEST_CASE("a ticket costs what its tier cost through what it handled") {
    const auto costs = costs_of({{cost(1, 20'000), 600},
                                 {cost(1, 20'000), 400},
                                 {cost(2, 30'000), 0},
                                 {cost(2, 10'000, Currency::eur), 3}});
    REQUIRE(costs.size() == 3);
    CHECK(costs[0].months == 2);
    CHECK(costs[0].per_ticket->minor == 40'00);
    CHECK_FALSE(costs[1].per_ticket);
    CHECK(costs[2].per_ticket->minor == 3'333'33);
}

TEST_CASE("what was resolved lower than before has saved the difference") {
    const auto costs = costs_of({{cost(1, 1'000), 50}, {cost(2, 5'000), 50}});  // 20 and 100.
    // Before, half of them at each tier; now three of four at the first: 100 * (60 - 40).
    const auto shift = shift_left_of(costs, {{1, 75}, {2, 25}}, {{1, 5}, {2, 5}});
    REQUIRE(shift);
    CHECK(shift->saving.minor == 2'000'00);
    CHECK(shift->base_tickets == 10);
    CHECK_FALSE(shift_left_of(costs, {{3, 1}}, {{1, 1}}));
    CHECK_FALSE(shift_left_of(costs, {{1, 1}}, {}));
    CHECK_FALSE(shift_left_of(costs_of({{cost(1, 1'000), 50}}), {{1, 1}}, {{1, 1}}));
    const auto mixed = costs_of({{cost(1, 1), 1}, {cost(2, 1, Currency::eur), 1}});
    CHECK_FALSE(shift_left_of(mixed, {{1, 1}}, {{1, 1}}));
}

TEST_CASE("months count as a whole, and none in part") {
    CHECK(whole_months(on("2026-10-02"), on("2026-12-31")) ==
          std::vector{on("2026-11-01"), on("2026-12-01")});
    CHECK(whole_months(on("2026-10-02"), on("2026-10-31")).empty());
}

}  // namespace
}  // namespace ogniwo::figures
