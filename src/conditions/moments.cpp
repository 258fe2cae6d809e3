#include "conditions/moments.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace ogniwo::conditions {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::int64_t first_year = 1, last_year = 9999;
constexpr Date first_day{std::chrono::year{1}, std::chrono::January, std::chrono::day{1}};
constexpr Date last_day{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};
constexpr Minutes whole_day{24 * 60};

Date within_years(sys_days day) {
    return Date{std::clamp(day, sys_days{first_day}, sys_days{last_day})};
}

Time within_years(Time time) {
    const Time end = sys_days{last_day} + days{1};
    return std::clamp(time, Time{sys_days{first_day}}, end - Microseconds{1});
}

Date plus_months(Date date, std::int64_t count) {
    const std::int64_t months = int{date.year()} * 12LL + unsigned{date.month()} - 1 + count;
    if (months < first_year * 12) return first_day;
    if (months >= (last_year + 1) * 12) return last_day;
    const std::chrono::year_month month{std::chrono::year{static_cast<int>(months / 12)},
                                        std::chrono::month{static_cast<unsigned>(months % 12 + 1)}};
    const auto last = (month / std::chrono::last).day();
    return month / std::min(date.day(), last);
}

bool is_clock_unit(Unit unit) {
    return unit == Unit::minutes || unit == Unit::hours;
}

Minutes elapsed(const Step& step) {
    return Minutes{step.unit == Unit::hours ? step.count * 60 : step.count};
}

Date plus_calendar(Date date, const Step& step) {
    switch (step.unit) {
        case Unit::days:
            return within_years(sys_days{date} + days{step.count});
        case Unit::weeks:
            return within_years(sys_days{date} + days{7 * step.count});
        case Unit::months:
            return plus_months(date, step.count);
        case Unit::years:
            return plus_months(date, 12 * step.count);
        case Unit::minutes:
        case Unit::hours:
            break;
    }
    INVARIANT(!is_clock_unit(step.unit));
    return date;
}

Time instant_at(Date date, Minutes since_midnight, const Context& context) {
    const auto instant = to_instant(date, since_midnight, context.zone);
    INVARIANT(instant.has_value());  // The context brings a zone that exists.
    return *instant;
}

Date day_of(Time time, const Context& context) {
    const auto date = local_date(time, context.zone);
    INVARIANT(date.has_value());
    return within_years(sys_days{*date});
}

// What the clock on the wall showed. Where the clocks changed that day there are two candidates,
// counted from the midnight before and from the one after; the later reading wins, because it is
// the only one in the hour that comes twice.
Microseconds wall_clock(Time time, Date date, const Context& context) {
    const Microseconds from_midnight = time - instant_at(date, Minutes{0}, context);
    const Microseconds to_midnight = instant_at(date, whole_day, context) - time;
    const auto shows = [&](Microseconds reading) {
        const auto minutes = std::chrono::floor<Minutes>(reading);
        return instant_at(date, minutes, context) + (reading - minutes) == time;
    };
    const Microseconds from_behind = whole_day - to_midnight;
    return shows(from_behind) || !shows(from_midnight) ? from_behind : from_midnight;
}

Time plus_step(Time time, const Step& step, const Context& context) {
    if (is_clock_unit(step.unit)) return within_years(time + elapsed(step));
    const Date date = day_of(time, context);
    const Microseconds wall = wall_clock(time, date, context);
    const auto minutes = std::chrono::floor<Minutes>(wall);
    return within_years(instant_at(plus_calendar(date, step), minutes, context) + (wall - minutes));
}

Date monday_of(Date date) {
    const std::chrono::weekday weekday{sys_days{date}};
    return within_years(sys_days{date} - (weekday - std::chrono::Monday));
}

Date anchored_day(const Moment& moment, const Context& context) {
    const Date today = day_of(context.now, context);
    const std::chrono::day first{1};
    switch (moment.anchor) {
        case Anchor::day:
            return moment.day;
        case Anchor::start_of_week:
            return monday_of(today);
        case Anchor::start_of_month:
            return today.year() / today.month() / first;
        case Anchor::start_of_quarter: {
            const unsigned month = (unsigned{today.month()} - 1) / 3 * 3 + 1;
            return today.year() / std::chrono::month{month} / first;
        }
        case Anchor::start_of_year:
            return today.year() / std::chrono::January / first;
        case Anchor::today:
        case Anchor::now:
        case Anchor::instant:
            break;
    }
    return today;
}

std::variant<Date, Time> from_day(const Moment& moment, const Context& context) {
    Date date = anchored_day(moment, context);
    Minutes clock{0};
    for (const Step& step : moment.steps) {
        if (is_clock_unit(step.unit)) {
            clock += elapsed(step);
        } else {
            date = plus_calendar(date, step);
        }
    }
    if (is_day(moment)) return date;
    const auto carried = std::chrono::floor<days>(clock);
    // Past the border for a moment: the date may be, the instant may not.
    const Date carried_to{sys_days{date} + carried};
    return within_years(instant_at(carried_to, clock - carried, context));
}

}  // namespace

bool is_day(const Moment& moment) {
    return moment.anchor != Anchor::now && moment.anchor != Anchor::instant &&
           std::ranges::none_of(moment.steps, is_clock_unit, &Step::unit);
}

std::variant<Date, Time> evaluated(const Moment& moment, const Context& context) {
    if (moment.anchor != Anchor::now && moment.anchor != Anchor::instant) {
        return from_day(moment, context);
    }
    Time time = moment.anchor == Anchor::now ? context.now : moment.instant;
    for (const Step& step : moment.steps) time = plus_step(time, step, context);
    return time;
}

Stretch stretch_of(const Moment& moment, const Context& context) {
    const auto point = evaluated(moment, context);
    if (const auto* time = std::get_if<Time>(&point)) return {*time, *time + Microseconds{1}};
    const Date date = std::get<Date>(point);
    return {instant_at(date, Minutes{0}, context),
            instant_at(Date{sys_days{date} + days{1}}, Minutes{0}, context)};
}

}  // namespace ogniwo::conditions
