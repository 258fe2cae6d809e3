#include "demo/calendars.hpp"

#include "base/check.hpp"
#include "calendars/service.hpp"
#include "people/service.hpp"

namespace ogniwo::demo {
namespace {

constexpr HourSpan lessons{Minutes{7 * 60}, Minutes{15 * 60}};
constexpr HourSpan morning{Minutes{9 * 60}, Minutes{13 * 60}};
constexpr HourSpan afternoon{Minutes{14 * 60}, Minutes{18 * 60}};

// The same hours from Monday to Friday.
std::vector<people::OpenHours> on_weekdays(const std::vector<HourSpan>& hours) {
    constexpr int working = 5;
    std::vector<people::OpenHours> week;
    for (int day = 0; day < working; ++day) {
        for (const HourSpan& span : hours) {
            week.push_back({static_cast<people::Weekday>(day), span.from, span.to});
        }
    }
    return week;
}

// As schools in Greater Poland have them: the last days of a year and a week of winter.
std::vector<calendars::FreeDay> school_days(std::chrono::year year) {
    std::vector<calendars::FreeDay> days;
    for (const int day : {23, 28, 29, 30, 31}) {
        days.push_back({year / 12 / day, "Zimowa przerwa świąteczna"});
    }
    for (const int day : {1, 2, 3, 4, 5}) {
        days.push_back({(year + std::chrono::years{1}) / 2 / day, "Ferie zimowe"});
    }
    return days;
}

}  // namespace

Outcome add_calendars(Work& work) {
    const auto today = local_date(work.now, people::company_zone(work.tx));
    INVARIANT(today.has_value());
    TRY(const auto school,
        calendars::add_holiday_set(work,
                                   {.name = "Rok szkolny", .days = school_days(today->year())}));
    TRY_DO(calendars::add_calendar(work,
                                   {.name = "Szkoły",
                                    .week = on_weekdays({lessons}),
                                    .holiday_sets = std::vector{school.id}}));
    TRY(const auto shop,
        calendars::add_calendar(
            work, {.name = "Sklepy, także w soboty", .week = on_weekdays({morning, afternoon})}));
    TRY_DO(calendars::set_saturday_hours(work, {.calendar = shop.id, .hours = {morning}}));
    return done(calendars::add_special_day(work,
                                           {.calendar = shop.id,
                                            .day = today->year() / 12 / 31,
                                            .hours = {morning},
                                            .label = "Sylwester, krótszy dzień"}));
}

}  // namespace ogniwo::demo
