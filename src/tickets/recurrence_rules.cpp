#include "tickets/recurrence_rules.hpp"

#include <algorithm>

#include "base/holidays.hpp"

namespace ogniwo::tickets {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;

constexpr auto looked_ahead = days{3'660};
// No run of days off is as long, so a day that moves does not go further.
constexpr auto moves_at_most = days{10};

Date plus(Date day, days span) {
    return Date(sys_days(day) + span);
}

unsigned number_of(people::Weekday day) {
    return static_cast<unsigned>(day) + 1;  // ISO: Monday is 1.
}

unsigned weekday_of(Date day) {
    return std::chrono::weekday(sys_days(day)).iso_encoding();
}

int months_between(Date from, Date day) {
    return (int(day.year()) - int(from.year())) * 12 +
           (int(unsigned(day.month())) - int(unsigned(from.month())));
}

unsigned last_of(Date day) {
    return unsigned((day.year() / day.month() / std::chrono::last).day());
}

bool is_that_day(Date day, int wanted) {
    return unsigned(day.day()) == std::min(unsigned(wanted), last_of(day));
}

bool is_nth_weekday(Date day, int nth) {
    const unsigned number = unsigned(day.day());
    return nth < 0 ? number + 7 > last_of(day) : (number + 6) / 7 == unsigned(nth);
}

// Monday of the week.
sys_days week_of(Date day) {
    return sys_days(day) - days{weekday_of(day) - 1};
}

bool has_weekday(const RecurrenceRule& rule, Date day) {
    return std::ranges::any_of(
        rule.weekdays, [&](people::Weekday one) { return number_of(one) == weekday_of(day); });
}

bool is_planned(const RecurrenceRule& rule, Date day) {
    switch (rule.pace) {
        case Pace::days:
            return (sys_days(day) - sys_days(rule.from)).count() % rule.every == 0;
        case Pace::weeks:
            return has_weekday(rule, day) &&
                   (week_of(day) - week_of(rule.from)).count() / 7 % rule.every == 0;
        case Pace::months:
            return months_between(rule.from, day) % rule.every == 0 && is_that_day(day, *rule.day);
        case Pace::month_weekdays:
            return months_between(rule.from, day) % rule.every == 0 && has_weekday(rule, day) &&
                   is_nth_weekday(day, *rule.nth);
        case Pace::years:
            return (int(day.year()) - int(rule.from.year())) % rule.every == 0 &&
                   unsigned(day.month()) == unsigned(*rule.month) && is_that_day(day, *rule.day);
    }
    return false;
}

std::optional<Date> moved(const RecurrenceRule& rule, Date day) {
    if (!is_day_off(day) || rule.day_off == DayOff::stays) return day;
    if (rule.day_off == DayOff::skips) return std::nullopt;
    const days step{rule.day_off == DayOff::next_working_day ? 1 : -1};
    Date other = day;
    while (is_day_off(other)) other = plus(other, step);
    // Nothing comes before its beginning, nor after its end.
    if (sys_days(other) < sys_days(rule.from)) return std::nullopt;
    return other;
}

bool is_over(const RecurrenceRule& rule, Date day) {
    return rule.until && sys_days(day) > sys_days(*rule.until);
}

}  // namespace

bool is_day_off(Date day) {
    return weekday_of(day) > 5 || polish_holiday(day).has_value();
}

Outcome check_rule(const RecurrenceRule& rule) {
    std::vector<FieldError> errors;
    const auto needs = [&](bool there, const char* pointer) {
        if (!there) errors.push_back({pointer, "required", {}});
    };
    switch (rule.pace) {
        case Pace::days:
            break;
        case Pace::weeks:
            needs(!rule.weekdays.empty(), "/rule/weekdays");
            break;
        case Pace::months:
            needs(rule.day.has_value(), "/rule/day");
            break;
        case Pace::month_weekdays:
            needs(rule.weekdays.size() == 1, "/rule/weekdays");
            needs(rule.nth && *rule.nth != 0, "/rule/nth");
            break;
        case Pace::years:
            needs(rule.month.has_value(), "/rule/month");
            needs(rule.day.has_value(), "/rule/day");
            break;
    }
    if (!errors.empty()) return Error{.reason = rule_incomplete, .fields = std::move(errors)};
    if (rule.until && sys_days(*rule.until) < sys_days(rule.from)) return rule_without_days;
    if (!next_day(rule, plus(rule.from, days{-1}))) return rule_without_days;
    return Nothing{};
}

std::vector<RecurrenceDay> days_of(const RecurrenceRule& rule, Date from, std::size_t most) {
    std::vector<RecurrenceDay> found;
    const Date first = std::max(sys_days(from), sys_days(rule.from));
    for (Date day = first; found.size() < most && !is_over(rule, day) &&
                           sys_days(day) - sys_days(first) <= looked_ahead;
         day = plus(day, days{1})) {
        if (!is_planned(rule, day)) continue;
        found.push_back({.planned = day, .day = moved(rule, day), .is_day_off = is_day_off(day)});
    }
    return found;
}

std::optional<Date> next_day(const RecurrenceRule& rule, Date after) {
    // What was planned a little earlier may have moved past `after`, what comes a little later may
    // have moved before the first.
    const Date start = plus(after, -moves_at_most);
    const Date first = std::max(sys_days(start), sys_days(rule.from));
    std::optional<Date> best;
    for (Date day = first; !is_over(rule, day) && sys_days(day) - sys_days(first) <= looked_ahead &&
                           (!best || sys_days(day) <= sys_days(*best) + moves_at_most);
         day = plus(day, days{1})) {
        if (!is_planned(rule, day)) continue;
        const auto comes = moved(rule, day);
        if (!comes || sys_days(*comes) <= sys_days(after)) continue;
        if (!best || sys_days(*comes) < sys_days(*best)) best = comes;
    }
    return best;
}

}  // namespace ogniwo::tickets
