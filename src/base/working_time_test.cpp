#include "base/working_time.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "base/random.hpp"

namespace ogniwo {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::sys_days;

Time at(std::string_view text) {
    const auto time = parse_time(text);
    REQUIRE_MESSAGE(time.has_value(), text);
    return *time;
}

Date on(std::string_view text) {
    return *parse_date(text);
}

HourSpan span(int from_hour, int to_hour) {
    return {hours{from_hour}, hours{to_hour}};
}

WorkingPlan office() {
    WorkingPlan plan{.zone = "Europe/Warsaw", .has_polish_holidays = true};
    for (std::size_t day = 0; day < 5; ++day) plan.week[day] = {span(8, 16)};
    return plan;
}

WorkingPlan round_the_clock() {
    return {.zone = "Europe/Warsaw", .always = true};
}

WorkingTimeline timeline(WorkingPlan plan) {
    return WorkingTimeline({{.from = on("2020-01-01"), .plan = std::move(plan)}});
}

std::string after(WorkingTimeline& line, std::string_view from, Minutes work) {
    const auto end = line.after_work(at(from), work);
    return end ? to_text(*end) : "never";
}

TEST_CASE("local days at the changes of the clocks have 23 and 25 hours") {
    auto line = timeline(round_the_clock());
    const auto length = [&](std::string_view date) {
        const Date day = on(date);
        const Time from = *to_instant(day, Minutes{0}, "Europe/Warsaw");
        const Time to = *to_instant(Date{sys_days{day} + days{1}}, Minutes{0}, "Europe/Warsaw");
        return std::chrono::duration_cast<hours>(line.worked_between(from, to)).count();
    };
    CHECK(length("2026-03-29") == 23);
    CHECK(length("2026-10-25") == 25);
    CHECK(length("2027-03-28") == 23);
    CHECK(length("2027-10-31") == 25);
    CHECK(length("2028-03-26") == 23);
    CHECK(length("2028-10-29") == 25);
    CHECK(length("2026-06-15") == 24);
}

TEST_CASE("hours that never end run through the changes of the clocks") {
    auto line = timeline(round_the_clock());
    CHECK(after(line, "2026-10-24T20:00:00+02:00", hours{8}) == "2026-10-25T02:00:00Z");
    CHECK(after(line, "2026-03-28T20:00:00+01:00", hours{8}) == "2026-03-29T03:00:00Z");
    CHECK(after(line, "2026-10-25T02:30:00+02:00", hours{1}) == "2026-10-25T01:30:00Z");
    CHECK(after(line, "2016-12-31T23:00:00+00:00", hours{2}) == "2017-01-01T01:00:00Z");
}

TEST_CASE("working hours in Poland pass over weekends, holidays and the changes of the clocks") {
    struct Case {
        std::string_view from;
        int work;
        std::string_view due;
    };
    constexpr Case cases[] = {
        {"2026-12-23T15:00:00+01:00", 4, "2026-12-28T11:00:00+01:00"},
        {"2026-10-23T15:30:00+02:00", 2, "2026-10-26T09:30:00+01:00"},
        {"2026-03-27T15:30:00+01:00", 2, "2026-03-30T09:30:00+02:00"},
        {"2026-04-30T15:00:00+02:00", 8, "2026-05-04T15:00:00+02:00"},
        {"2026-11-10T14:00:00+01:00", 6, "2026-11-12T12:00:00+01:00"},
        {"2027-03-25T12:00:00+01:00", 8, "2027-03-26T12:00:00+01:00"},
        {"2026-06-03T10:00:00+02:00", 16, "2026-06-08T10:00:00+02:00"},
        // Before Christmas Eve was free.
        {"2024-12-23T15:00:00+01:00", 4, "2024-12-24T11:00:00+01:00"},
        // Exactly the last minute: at the end of the day, not next morning.
        {"2026-11-09T08:00:00+01:00", 8, "2026-11-09T16:00:00+01:00"},
        // Outside of the hours nothing runs: neither before them nor at midnight nor on Sunday.
        {"2026-11-09T06:00:00+01:00", 1, "2026-11-09T09:00:00+01:00"},
        {"2026-11-09T16:00:00+01:00", 1, "2026-11-10T09:00:00+01:00"},
        {"2026-11-08T13:00:00+01:00", 1, "2026-11-09T09:00:00+01:00"},
    };
    auto line = timeline(office());
    for (const Case& one : cases) {
        CAPTURE(one.from);
        CHECK(after(line, one.from, hours{one.work}) == to_text(at(one.due)));
    }
    // The last second of a day leaves all but a second for the next one.
    CHECK(after(line, "2026-11-09T15:59:59+01:00", hours{1}) == "2026-11-10T07:59:59Z");
}

TEST_CASE("midnight at the end of a day is that at the beginning of the next") {
    WorkingPlan night{.zone = "Europe/Warsaw"};
    night.week[0] = {span(22, 24)};
    night.week[1] = {span(0, 6)};
    auto line = timeline(night);
    CHECK(after(line, "2026-11-09T21:00:00+01:00", hours{3}) == "2026-11-10T00:00:00Z");
    CHECK(after(line, "2026-11-09T21:00:00+01:00", hours{2}) == "2026-11-09T23:00:00Z");
    const auto pieces =
        line.pieces(at("2026-11-09T20:00:00+01:00"), at("2026-11-10T07:00:00+01:00"));
    REQUIRE(pieces.size() == 3);
    CHECK(!pieces[1].rest);
    CHECK(pieces[1].from == at("2026-11-09T22:00:00+01:00"));
    CHECK(pieces[1].to == at("2026-11-10T06:00:00+01:00"));
}

TEST_CASE("one gap a day, two gaps a day and a week with a single open day") {
    WorkingPlan lunch = office();
    lunch.week[0] = {span(8, 12), span(13, 16)};
    lunch.week[1] = {span(8, 10), span(11, 13), span(14, 17)};
    auto line = timeline(lunch);
    CHECK(after(line, "2026-11-16T11:30:00+01:00", hours{1}) == "2026-11-16T12:30:00Z");
    CHECK(after(line, "2026-11-16T12:30:00+01:00", hours{1}) == "2026-11-16T13:00:00Z");
    CHECK(after(line, "2026-11-17T08:00:00+01:00", hours{5}) == "2026-11-17T14:00:00Z");

    WorkingPlan thursdays{.zone = "Europe/Warsaw"};
    thursdays.week[3] = {span(9, 11)};
    auto rare = timeline(thursdays);
    CHECK(after(rare, "2026-11-13T09:00:00+01:00", hours{3}) == "2026-11-26T09:00:00Z");
    // Of a week without hours nothing is ever due.
    auto never = timeline({.zone = "Europe/Warsaw"});
    CHECK(after(never, "2026-11-13T09:00:00+01:00", hours{1}) == "never");
    CHECK_FALSE(never.end_of_day(at("2026-11-13T09:00:00+01:00"), 0));
    CHECK_FALSE(never.next_work(at("2026-11-13T09:00:00+01:00")));
}

TEST_CASE("special days go before the week and before holidays") {
    WorkingPlan plan = office();
    plan.holidays = {on("2026-11-12")};
    plan.days = {{.day = on("2026-11-11"), .hours = {span(10, 12)}},
                 {.day = on("2026-11-13"), .hours = {}},
                 {.day = on("2026-11-14"), .hours = {span(9, 13)}}};
    auto line = timeline(plan);
    // Tuesday 15:00: an hour, two on Independence Day, four on Saturday.
    CHECK(after(line, "2026-11-10T15:00:00+01:00", hours{7}) == "2026-11-14T12:00:00Z");
    std::vector<std::pair<std::string, std::string>> rests;
    for (const auto& piece :
         line.pieces(at("2026-11-10T15:00:00+01:00"), at("2026-11-14T10:00:00+01:00"))) {
        rests.emplace_back(to_text(piece.day), piece.rest ? enum_name(*piece.rest) : "work");
    }
    const std::vector<std::pair<std::string, std::string>> expected{{"2026-11-10", "work"},
                                                                    {"2026-11-10", "outside_hours"},
                                                                    {"2026-11-11", "day_off"},
                                                                    {"2026-11-11", "work"},
                                                                    {"2026-11-11", "day_off"},
                                                                    {"2026-11-12", "holiday"},
                                                                    {"2026-11-13", "day_off"},
                                                                    {"2026-11-14", "outside_hours"},
                                                                    {"2026-11-14", "work"}};
    CHECK(rests == expected);
}

TEST_CASE("the end of the same, the next and the n-th working day") {
    struct Case {
        std::string_view from;
        int n;
        std::string_view due;
    };
    constexpr Case cases[] = {
        {"2026-11-09T10:00:00+01:00", 0, "2026-11-09T16:00:00+01:00"},
        {"2026-11-09T07:00:00+01:00", 0, "2026-11-09T16:00:00+01:00"},
        {"2026-11-09T15:59:59+01:00", 0, "2026-11-09T16:00:00+01:00"},
        {"2026-11-09T16:00:00+01:00", 0, "2026-11-10T16:00:00+01:00"},
        {"2026-11-10T10:00:00+01:00", 1, "2026-11-12T16:00:00+01:00"},
        {"2026-11-07T10:00:00+01:00", 0, "2026-11-09T16:00:00+01:00"},
        {"2026-11-06T10:00:00+01:00", 3, "2026-11-12T16:00:00+01:00"},
    };
    auto line = timeline(office());
    for (const Case& one : cases) {
        CAPTURE(one.from);
        CAPTURE(one.n);
        CHECK(line.end_of_day(at(one.from), one.n) == at(one.due));
    }
    // "Reported by noon: today."
    constexpr hours noon{12};
    CHECK(line.end_of_day(at("2026-11-09T12:00:00+01:00"), 0, noon) ==
          at("2026-11-09T16:00:00+01:00"));
    CHECK(line.end_of_day(at("2026-11-09T12:00:01+01:00"), 0, noon) ==
          at("2026-11-10T16:00:00+01:00"));
    CHECK(line.end_of_day(at("2026-11-10T12:00:01+01:00"), 0, noon) ==
          at("2026-11-12T16:00:00+01:00"));
    auto ever = timeline(round_the_clock());
    CHECK(ever.end_of_day(at("2026-11-08T12:00:00+01:00"), 1) == at("2026-11-10T00:00:00+01:00"));
}

TEST_CASE("so many working days later is the same time of a day on which somebody works") {
    struct Case {
        std::string_view from;
        int n;
        std::string_view due;
    };
    constexpr Case cases[] = {
        {"2026-11-09T10:00:00+01:00", 1, "2026-11-10T10:00:00+01:00"},
        {"2026-11-09T10:00:00+01:00", 2, "2026-11-12T10:00:00+01:00"},
        {"2026-11-06T15:00:00+01:00", 1, "2026-11-09T15:00:00+01:00"},
        // Never at night: with the next hours.
        {"2026-11-09T22:00:00+01:00", 1, "2026-11-12T08:00:00+01:00"},
        {"2026-11-09T05:00:00+01:00", 1, "2026-11-10T08:00:00+01:00"},
        {"2026-11-07T10:00:00+01:00", 1, "2026-11-09T10:00:00+01:00"},
    };
    auto line = timeline(office());
    for (const Case& one : cases) {
        CAPTURE(one.from);
        CHECK(line.after_days(at(one.from), one.n) == at(one.due));
    }
    // By the clock on the wall, also where it changes in between.
    auto ever = timeline(round_the_clock());
    CHECK(ever.after_days(at("2026-10-24T10:00:00+02:00"), 1) == at("2026-10-25T10:00:00+01:00"));
    CHECK(ever.after_days(at("2026-10-25T10:00:00+01:00"), 1) == at("2026-10-26T10:00:00+01:00"));
    CHECK(ever.after_days(at("2026-03-29T10:00:00+02:00"), 1) == at("2026-03-30T10:00:00+02:00"));
    CHECK(ever.after_days(at("2026-03-28T10:00:30+01:00"), 1) == at("2026-03-29T10:00:30+02:00"));
    auto never = timeline({.zone = "Europe/Warsaw"});
    CHECK_FALSE(never.after_days(at("2026-11-09T10:00:00+01:00"), 1));
}

TEST_CASE("each plan holds from its day until the next one's, and later versions replace") {
    WorkingPlan early = office();
    WorkingPlan late = office();
    late.week[0] = {span(10, 18)};
    WorkingTimeline line({{.from = on("2026-01-01"), .version = 1, .plan = early},
                          {.from = on("2026-11-16"), .version = 2, .plan = round_the_clock()},
                          {.from = on("2026-11-16"), .version = 3, .plan = late}});
    CHECK(line.after_work(at("2026-11-13T15:00:00+01:00"), hours{2}) ==
          at("2026-11-16T11:00:00+01:00"));
    const auto pieces =
        line.pieces(at("2026-11-13T15:00:00+01:00"), at("2026-11-16T11:00:00+01:00"));
    REQUIRE(pieces.size() == 4);
    CHECK(pieces[1].version == 1);
    CHECK(pieces[1].to == at("2026-11-16T00:00:00+01:00"));
    CHECK(pieces[2].version == 3);
}

TEST_CASE("far years and years long ago are read as the others") {
    auto line = timeline(office());
    CHECK(after(line, "2049-06-14T15:00:00+02:00", hours{2}) == "2049-06-15T07:00:00Z");
    CHECK(after(line, "1999-06-14T15:00:00+02:00", hours{2}) == "1999-06-15T07:00:00Z");
    CHECK(line.worked_between(at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z")) ==
          hours{253 * 8});
}

TEST_CASE("the clock of a zone says what the zone says") {
    SeededRandom random(7);
    for (const std::string_view zone :
         {"Europe/Warsaw", "America/New_York", "Asia/Kathmandu", "UTC"}) {
        ZoneClock clock(zone);
        for (int i = 0; i < 20'000; ++i) {
            const Time near = at("2026-03-27T00:00:00Z") + Minutes{random.below(60 * 24 * 5)};
            const Time far =
                at("1950-01-01T00:00:00Z") + Minutes{random.below(60 * 24 * 366 * 120)};
            const Time moment = random.below(2) == 0 ? near : far;
            const auto date = local_date(moment, zone);
            REQUIRE(clock.local_date(moment) == *date);
            const Minutes within{random.below(1441)};
            REQUIRE(clock.to_instant(*date, within) == *to_instant(*date, within, zone));
        }
    }
}

// --- A model that knows nothing but the minutes of a day and the law about summer time

// Whether Warsaw has summer time, by directive 2000/84/EC: from the last Sunday of March to that of
// October, at 01:00 UTC.
bool is_summer(Time moment) {
    const Date date{std::chrono::floor<days>(moment)};
    const auto last_sunday = [&](std::chrono::month month) {
        return Time{sys_days{date.year() / month / std::chrono::Sunday[std::chrono::last]}} +
               hours{1};
    };
    return last_sunday(std::chrono::March) <= moment && moment < last_sunday(std::chrono::October);
}

// Minute by minute from a midnight of UTC: what the clock on a wall in Warsaw shows.
struct WallMinute {
    Date date{};
    Minutes within{};
};
WallMinute on_the_wall(Time moment) {
    const Time local = moment + (is_summer(moment) ? hours{2} : hours{1});
    const auto day = std::chrono::floor<days>(local);
    return {Date{day}, std::chrono::floor<Minutes>(local - day)};
}

class Naive {
public:
    Naive(const WorkingPlan& plan, Time from, Time to) : from_(from) {
        // The first minute that shows each time, so that an hour that comes twice opens once.
        std::map<std::pair<Date, Minutes>, Time> first;
        const Time start = from - hours{60};
        const Time end = to + hours{60};
        for (Time moment = start; moment < end; moment += Minutes{1}) {
            const WallMinute shown = on_the_wall(moment);
            first.emplace(std::pair{shown.date, shown.within}, moment);
        }
        const auto moment_of = [&](Date date, Minutes within) {
            if (within == Minutes{1440}) {
                return first.at({Date{sys_days{date} + days{1}}, Minutes{0}});
            }
            const auto found = first.find({date, within});
            // Skipped: an hour later.
            return found != first.end() ? found->second : first.at({date, within + hours{1}});
        };
        open_.assign(static_cast<std::size_t>((to - from) / Minutes{1}), false);
        for (sys_days day = std::chrono::floor<days>(from); day <= std::chrono::ceil<days>(to);
             day += days{1}) {
            for (const HourSpan& hours_of_day : hours_of(plan, Date{day})) {
                const Time opens = moment_of(Date{day}, hours_of_day.from);
                const Time closes = moment_of(Date{day}, hours_of_day.to);
                for (Time moment = std::max(opens, from); moment < std::min(closes, to);
                     moment += Minutes{1}) {
                    open_[static_cast<std::size_t>((moment - from) / Minutes{1})] = true;
                }
            }
        }
    }

    bool is_open(Time moment) const {
        return open_[static_cast<std::size_t>((moment - from_) / Minutes{1})];
    }

private:
    static std::vector<HourSpan> hours_of(const WorkingPlan& plan, Date date) {
        for (const SpecialDay& day : plan.days) {
            if (day.day == date) return day.hours;
        }
        const bool is_free = std::ranges::find(plan.holidays, date) != plan.holidays.end() ||
                             (plan.has_polish_holidays && polish_holiday(date));
        if (plan.always) return {{Minutes{0}, Minutes{1440}}};
        if (is_free) return {};
        return plan.week[std::chrono::weekday{sys_days{date}}.iso_encoding() - 1];
    }

    Time from_;
    std::vector<bool> open_{};
};

std::vector<HourSpan> any_hours(Random& random) {
    std::vector<HourSpan> hours_of_day;
    Minutes at{0};
    for (int i = 0; i < 3; ++i) {
        const Minutes from = at + Minutes{random.below(2) * random.below(600)};
        const Minutes to = from + Minutes{1 + random.below(500)};
        if (to > Minutes{1440}) break;
        hours_of_day.push_back({from, to});
        at = to;
    }
    return hours_of_day;
}

TEST_CASE("any calendar counts the minutes that a minute-by-minute model counts") {
    SeededRandom random(20261127);
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        // Around the changes of the clocks as often as not.
        const Time centre = random.below(2) == 0
                                ? at("2026-03-29T01:00:00Z") + days{random.below(2) * 210}
                                : at("2025-12-20T00:00:00Z") + days{random.below(400)};
        const Time from = centre - Minutes{random.below(4 * 1440)};
        const Time to = from + Minutes{1 + random.below(9 * 1440)};
        WorkingPlan plan{.zone = "Europe/Warsaw", .has_polish_holidays = random.below(2) == 0};
        for (auto& day : plan.week) day = any_hours(random);
        const sys_days first = std::chrono::floor<days>(from);
        for (int i = 0; i < 3; ++i) {
            const Date special{first + days{i * 3 + static_cast<int>(random.below(3))}};
            if (random.below(2) == 0) plan.days.push_back({special, any_hours(random)});
            if (random.below(4) == 0) plan.holidays.push_back(special);
        }
        const Naive naive(plan, from, to);
        auto line = timeline(plan);
        std::int64_t minutes = 0;
        for (Time moment = from; moment < to; moment += Minutes{1}) {
            if (naive.is_open(moment)) ++minutes;
            REQUIRE(line.works_at(moment) == naive.is_open(moment));
        }
        REQUIRE(line.worked_between(from, to) == Minutes{minutes});
        // The pieces are the same, and lie beside each other.
        Time edge = from;
        Microseconds worked{};
        for (const WorkingPiece& piece : line.pieces(from, to)) {
            REQUIRE(piece.from == edge);
            REQUIRE(piece.from < piece.to);
            REQUIRE(naive.is_open(piece.from) == !piece.rest);
            if (!piece.rest) worked += piece.to - piece.from;
            edge = piece.to;
        }
        REQUIRE(edge == to);
        REQUIRE(worked == Minutes{minutes});
        if (minutes == 0) continue;
        // So much work ends where the model has counted it.
        const std::int64_t wanted =
            1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(minutes)));
        std::int64_t counted = 0;
        Time end = from;
        for (; counted < wanted; end += Minutes{1}) counted += naive.is_open(end) ? 1 : 0;
        REQUIRE(line.after_work(from, Minutes{wanted}) == end);
    }
}

}  // namespace
}  // namespace ogniwo
