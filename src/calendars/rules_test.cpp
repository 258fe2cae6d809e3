#include "calendars/rules.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo::calendars {
namespace {

using people::OpenHours;
using people::Weekday;

constexpr Date on(int year, unsigned month, unsigned day) {
    return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day);
}

HourSpan span(int from, int to) {
    return {Minutes{from * 60}, Minutes{to * 60}};
}

OpenHours open(Weekday day, int from, int to) {
    return {day, Minutes{from * 60}, Minutes{to * 60}};
}

CalendarPlan office() {
    CalendarPlan plan{.zone = "Europe/Warsaw"};
    for (int day = 0; day < 5; ++day) plan.week.push_back(open(static_cast<Weekday>(day), 8, 16));
    return plan;
}

template <class T>
std::string errors_of(const Result<T>& checked) {
    if (checked) return "";
    std::string text;
    for (const FieldError& error : checked.error().fields) {
        text += error.pointer + " " + std::string(error.reason) + ";";
    }
    return text.empty() ? std::string(checked.error().reason.name) : text;
}

// "8-12 13-16", in hours.
std::string show(const std::vector<HourSpan>& hours) {
    std::string text;
    for (const HourSpan& one : hours) {
        text += (text.empty() ? "" : " ") + std::to_string(one.from.count() / 60) + "-" +
                std::to_string(one.to.count() / 60);
    }
    return text;
}

// "2@2026-05-01 3@2026-07-01"
std::string show(const std::vector<PlannedEra>& eras) {
    std::string text;
    for (const PlannedEra& era : eras) {
        text += (text.empty() ? "" : " ") + std::to_string(era.number) + "@" + to_text(era.from);
    }
    return text;
}

PlanDocument in_zone(std::string zone) {
    return {.plan = {.zone = std::move(zone)}};
}

}  // namespace

TEST_CASE("a plan is put in order, and tells all that is wrong with it") {
    CalendarPlan mixed = office();
    mixed.zone = " Europe/Warsaw ";
    mixed.week = {open(Weekday::tuesday, 12, 24),
                  open(Weekday::monday, 13, 16),
                  open(Weekday::monday, 8, 12),
                  open(Weekday::tuesday, 8, 12)};
    mixed.days = {{on(2026, 12, 31), {span(12, 14), span(8, 12)}, " Sylwester\t"},
                  {on(2026, 5, 2), {}, ""}};
    const auto tidy = checked_plan(mixed);
    REQUIRE(static_cast<bool>(tidy));
    CHECK(tidy->zone == "Europe/Warsaw");
    CHECK(tidy->week == std::vector{open(Weekday::monday, 8, 12),
                                    open(Weekday::monday, 13, 16),
                                    open(Weekday::tuesday, 8, 12),
                                    open(Weekday::tuesday, 12, 24)});
    CHECK(tidy->days[0].day == on(2026, 5, 2));
    CHECK(show(tidy->days[1].hours) == "8-12 12-14");
    CHECK(tidy->days[1].label == "Sylwester");

    const auto with = [](auto change) {
        CalendarPlan plan = office();
        change(plan);
        return errors_of(checked_plan(plan));
    };
    CHECK(with([](CalendarPlan& plan) { plan.zone = "Warszawa"; }) ==
          "/zone calendars.zone_unknown;");
    CHECK(with([](CalendarPlan& plan) { plan.week.clear(); }) == "/week calendars.hours_missing;");
    CHECK(with([](CalendarPlan& plan) { plan = {.zone = "UTC", .always = true}; }).empty());
    CHECK(with([](CalendarPlan& plan) { plan.week = {open(Weekday::monday, 16, 8)}; }) ==
          "/week/0 calendars.hours_malformed;");
    CHECK(with([](CalendarPlan& plan) { plan.week = {open(Weekday::monday, 8, 25)}; }) ==
          "/week/0 calendars.hours_malformed;");
    CHECK(with([](CalendarPlan& plan) { plan.week.push_back(open(Weekday::friday, 15, 18)); }) ==
          "/week/5 calendars.hours_overlap;");
    CHECK(with([](CalendarPlan& plan) {
              plan.days = {{on(2026, 5, 2), {span(9, 9)}, ""},
                           {on(2026, 5, 2), {span(8, 10), span(9, 11)}, ""},
                           {on(2200, 1, 1), {}, ""}};
          }) ==
          "/days/1/day calendars.day_doubled;/days/2/day calendars.day_out_of_range;"
          "/days/0/hours/0 calendars.hours_malformed;/days/1/hours/1 calendars.hours_overlap;");
    CHECK(with([](CalendarPlan& plan) {
              plan.holiday_sets = {{1}, {2}, {1}};
          }) == "/holidaySets/2 calendars.set_doubled;");
}

TEST_CASE("names, hours and days on their own are checked alike") {
    CHECK(*checked_name(" Kasa\n") == "Kasa");
    CHECK(errors_of(checked_name(" \t")) == "/name calendars.name_missing;");
    CHECK(show(*checked_hours({span(13, 16), span(8, 12)})) == "8-12 13-16");
    CHECK(errors_of(checked_hours({span(8, 12), span(11, 16)})) ==
          "/hours/1 calendars.hours_overlap;");
    CHECK(errors_of(checked_days({{on(2026, 5, 2), ""}, {on(2026, 5, 2), ""}})) ==
          "/days/1/day calendars.day_doubled;");
    CHECK(errors_of(checked_day(on(1969, 12, 31), "/day")) == "/day calendars.day_out_of_range;");
    CHECK(errors_of(checked_day(std::nullopt, "/day")).empty());
}

TEST_CASE("of a plan somebody may change one thing") {
    const CalendarPlan plan = office();
    CHECK(with_changes(plan, {}) == plan);
    CHECK(with_changes(plan, {.always = true}).always);
    CHECK(plan_of({.zone = "UTC"}, "Europe/Warsaw").zone == "UTC");
    CHECK(plan_of({}, "Europe/Warsaw").zone == "Europe/Warsaw");

    CalendarPlan saturday = with_saturday(plan, {span(9, 13), span(14, 15)});
    CHECK(saturday.week.size() == 7);
    CHECK(saturday.week.back() == open(Weekday::saturday, 14, 15));
    saturday.week.push_back(open(Weekday::sunday, 8, 9));
    CHECK(with_saturday(saturday, {}).week.size() == 6);

    CalendarPlan special = with_day(plan, {on(2026, 5, 2), {}, "Za sobotę"});
    special = with_day(special, {on(2026, 1, 2), {}, ""});
    special = with_day(special, {on(2026, 5, 2), {span(8, 12)}, "Krótko"});
    REQUIRE(special.days.size() == 2);
    CHECK(special.days[0].day == on(2026, 1, 2));
    CHECK(special.days[1].label == "Krótko");
    CHECK(without_day(without_day(special, on(2026, 5, 2)), on(2026, 1, 2)) == plan);

    const auto all = joined({{on(2026, 5, 2), "a"}, {on(2026, 5, 9), "b"}},
                            {{on(2026, 5, 1), "c"}, {on(2026, 5, 2), "d"}});
    CHECK(all == std::vector<FreeDay>{
                     {on(2026, 5, 1), "c"}, {on(2026, 5, 2), "a"}, {on(2026, 5, 9), "b"}});
}

TEST_CASE("a version replaces all before it from its day on") {
    const std::vector<PlannedEra> versions{{1, first_day, in_zone("A")},
                                           {2, on(2026, 5, 1), in_zone("B")},
                                           {3, on(2026, 9, 1), in_zone("C")}};
    CHECK(show(in_force(versions)) == "1@1970-01-01 2@2026-05-01 3@2026-09-01");
    auto more = versions;
    more.push_back({4, on(2026, 5, 1), in_zone("D")});
    CHECK(show(in_force(more)) == "1@1970-01-01 4@2026-05-01");
    CHECK(numbers_in_force(more) == std::set<int>{1, 4});
    more.push_back({5, first_day, in_zone("E")});
    CHECK(show(in_force(more)) == "5@1970-01-01");

    CHECK(show(replaced_from(versions, on(2026, 7, 1), in_zone("D"))) == "4@2026-07-01");
    CHECK(replaced_from(versions, on(2026, 9, 1), in_zone("C")).empty());
    CHECK(replaced_from(versions, on(2027, 1, 1), in_zone("C")).empty());
    CHECK(show(replaced_from(versions, on(2026, 8, 1), in_zone("C"))) == "4@2026-08-01");
}

TEST_CASE("a change of every plan leaves those that are over, and those that stay the same") {
    const std::vector<PlannedEra> versions{{1, first_day, in_zone("A")},
                                           {2, on(2026, 5, 1), in_zone("B")},
                                           {3, on(2026, 9, 1), in_zone("C")}};
    const Change day_off = [](const PlanDocument& document) {
        return PlanDocument{with_day(document.plan, {on(2026, 6, 1), {}, ""}), {}};
    };
    CHECK(show(changed_from(versions, on(2026, 7, 1), day_off)) == "4@2026-07-01 5@2026-09-01");
    CHECK(show(changed_from(versions, on(2026, 9, 1), day_off)) == "4@2026-09-01");
    CHECK(show(changed_from(versions, on(2026, 4, 30), day_off)) ==
          "4@2026-04-30 5@2026-05-01 6@2026-09-01");
    const auto added = changed_from(versions, on(2026, 7, 1), day_off);
    CHECK(added[0].document.plan.zone == "B");
    CHECK(added[1].document.plan.zone == "C");

    const auto only = [](std::string zone) -> Change {
        return [zone](const PlanDocument& document) {
            return document.plan.zone == zone ? in_zone("X") : document;
        };
    };
    CHECK(changed_from(versions, on(2026, 7, 1), only("A")).empty());
    CHECK(show(changed_from(versions, on(2026, 7, 1), only("C"))) == "4@2026-09-01");
    // What follows a change is said anew, or the change would replace it.
    CHECK(show(changed_from(versions, on(2026, 7, 1), only("B"))) == "4@2026-07-01 5@2026-09-01");
    // Plans that are the same from now on are one.
    const Change same = [](const PlanDocument&) { return in_zone("X"); };
    CHECK(show(changed_from(versions, on(2026, 7, 1), same)) == "4@2026-07-01");
}

TEST_CASE("a month shows the hours of its days, and why they are different") {
    PlanDocument document{.plan = with_day(office(), {on(2026, 12, 31), {span(8, 13)}, "Krótko"}),
                          .free_days = {{on(2026, 12, 7), "Dzień firmy"}}};
    std::vector<PlannedEra> eras{{1, first_day, document}};
    const CalendarMonth december = month_of(eras, 2026, 12);
    REQUIRE(december.days.size() == 31);
    const auto day = [&](unsigned number) { return december.days.at(number - 1); };
    CHECK(show(day(1).hours) == "8-16");
    CHECK(day(1).cause == DayCause::week);
    CHECK(day(5).hours.empty());
    CHECK(day(5).cause == DayCause::week);
    CHECK(day(7).cause == DayCause::holiday);
    CHECK(day(7).label == "Dzień firmy");
    CHECK(day(24).holiday == Holiday::christmas_eve);
    CHECK(!day(24).label);
    CHECK(day(25).holiday == Holiday::christmas);
    CHECK(show(day(31).hours) == "8-13");
    CHECK(day(31).cause == DayCause::special);
    CHECK(day(31).label == "Krótko");
    // 23 weekdays, without three of them, and one five hours long.
    CHECK(december.minutes == (19 * 8 + 5) * 60);

    eras.push_back({2, on(2026, 12, 21), {.plan = {.zone = "UTC", .always = true}}});
    const CalendarMonth mixed = month_of(eras, 2026, 12);
    CHECK(show(mixed.days[20].hours) == "0-24");
    CHECK(mixed.days[24].cause == DayCause::week);
    CHECK(!name_of(eras, on(2026, 12, 25)));
    CHECK(name_of(eras, on(2026, 11, 11))->holiday == Holiday::independence_day);
    CHECK(name_of(eras, on(2026, 12, 7))->label == "Dzień firmy");

    const WorkingPlan plan = working_plan(document);
    CHECK(plan.zone == "Europe/Warsaw");
    CHECK(plan.has_polish_holidays);
    CHECK(plan.holidays == std::vector{on(2026, 12, 7)});
    CHECK(plan.week[5].empty());
    CHECK(working_eras(eras)[1].version == 2);
}

TEST_CASE("a holiday on a Saturday proposes another day off, the eves shorter ones") {
    const auto show_all = [](const CalendarPlan& plan, int year) {
        std::string text;
        for (const auto& one : suggestions({{1, first_day, {.plan = plan}}}, year)) {
            text += std::string(enum_name(one.holiday)) + ":";
            for (const LabelledDay& choice : one.choices) {
                text += " " + to_text(choice.day);
                if (!choice.hours.empty()) text += " " + show(choice.hours);
            }
            if (one.taken) text += " taken " + to_text(*one.taken);
            text += ";";
        }
        return text;
    };
    CHECK(show_all(office(), 2026) ==
          "assumption: 2026-08-14 2026-08-17;christmas_eve: 2026-12-23 8-13;"
          "second_christmas: 2026-12-28;new_year: 2026-12-31 8-13;");
    CHECK(show_all(with_day(office(), {on(2026, 8, 14), {}, ""}), 2026)
              .find("2026-08-17 taken 2026-08-14;") != std::string::npos);
    CHECK(show_all(with_saturday(office(), {span(9, 13)}), 2026).starts_with("christmas_eve"));
    CHECK(show_all({.zone = "UTC", .always = true}, 2026).empty());
    CalendarPlan abroad = office();
    abroad.polish_holidays = false;
    CHECK(show_all(abroad, 2026).empty());
    // Before 2025 Christmas Eve was a working day.
    CHECK(show_all(office(), 2024) == "epiphany: 2024-01-05 2024-01-08;new_year: 2024-12-31 8-13;");
}

TEST_CASE("events say what a version holds, and labels stand beside them") {
    const PlanDocument document{
        .plan = with_day(office(), {on(2026, 12, 31), {span(8, 13)}, "Krótko"}),
        .free_days = {{on(2026, 12, 7), "Dzień firmy"}}};
    const CalendarSaved event = event_of(PlannedEra{3, on(2026, 5, 1), document});
    CHECK(event.number == 3);
    CHECK(event.days == std::vector<PlannedDay>{{on(2026, 12, 31), {span(8, 13)}}});
    CHECK(event.free_days == std::vector{on(2026, 12, 7)});
    CHECK(labels_of(document) == PlanLabels{{"Krótko"}, {"Dzień firmy"}});
}

}  // namespace ogniwo::calendars
