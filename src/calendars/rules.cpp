#include "calendars/rules.hpp"

#include <algorithm>
#include <map>

#include "base/check.hpp"
#include "base/text.hpp"

namespace ogniwo::calendars {
namespace {

using people::OpenHours;
using people::Weekday;
using std::chrono::days;
using std::chrono::sys_days;

constexpr Minutes day_end{24 * 60};
constexpr Minutes shortened_by{3 * 60};  // What a suggestion takes off the end of a day.

template <class T>
void take(T& value, const std::optional<T>& wanted) {
    if (wanted) value = *wanted;
}

bool is_in_range(Date day) {
    return day.ok() && int{day.year()} >= first_year && int{day.year()} <= last_year;
}

bool is_span(Minutes from, Minutes to) {
    return from >= Minutes{0} && from < to && to <= day_end;
}

std::string place(const std::string& pointer, std::size_t index) {
    return pointer + "/" + std::to_string(index);
}

// Finds all that is wrong, each at its pointer.
class Check {
public:
    void hours(std::vector<HourSpan>& hours, const std::string& pointer) {
        for (std::size_t i = 0; i < hours.size(); ++i) {
            if (!is_span(hours[i].from, hours[i].to)) add(place(pointer, i), hours_malformed);
            const bool is_free = std::none_of(
                hours.begin(), hours.begin() + std::ptrdiff_t(i), [&](const HourSpan& other) {
                    return other.from < hours[i].to && hours[i].from < other.to;
                });
            if (!is_free) add(place(pointer, i), hours_overlap);
        }
        std::ranges::sort(hours, {}, &HourSpan::from);
    }

    void week(std::vector<OpenHours>& week) {
        for (std::size_t i = 0; i < week.size(); ++i) {
            const OpenHours& span = week[i];
            if (!is_span(span.from, span.to)) add(place("/week", i), hours_malformed);
            const bool is_free = std::none_of(
                week.begin(), week.begin() + std::ptrdiff_t(i), [&](const OpenHours& other) {
                    return other.day == span.day && other.from < span.to && span.from < other.to;
                });
            if (!is_free) add(place("/week", i), hours_overlap);
        }
        std::ranges::sort(
            week, {}, [](const OpenHours& span) { return std::pair(span.day, span.from); });
    }

    template <class ADay>
    void days(std::vector<ADay>& days) {
        std::set<Date> seen;
        for (std::size_t i = 0; i < days.size(); ++i) {
            days[i].label = tidy_label(days[i].label);
            if (!is_in_range(days[i].day)) add(place("/days", i) + "/day", day_out_of_range);
            if (!seen.insert(days[i].day).second) add(place("/days", i) + "/day", day_doubled);
        }
    }

    void add(std::string pointer, const Reason& reason) {
        errors_.push_back({std::move(pointer), reason.name, {}});
    }

    template <class T>
    Result<T> answer(T value) {
        if (errors_.empty()) return value;
        return Error{.reason = invalid_fields, .fields = std::move(errors_)};
    }

private:
    std::vector<FieldError> errors_;
};

const LabelledDay* special_on(const CalendarPlan& plan, Date day) {
    const auto found = std::ranges::lower_bound(plan.days, day, {}, &LabelledDay::day);
    return found != plan.days.end() && found->day == day ? &*found : nullptr;
}

const PlannedEra& era_on(const std::vector<PlannedEra>& eras, Date day) {
    INVARIANT(!eras.empty());
    const PlannedEra* holding = &eras.front();
    for (const PlannedEra& era : eras) {
        if (era.from <= day) holding = &era;
    }
    return *holding;
}

std::optional<DayName> name_in(const PlanDocument& document, Date day) {
    if (document.plan.always) return std::nullopt;
    if (const LabelledDay* special = special_on(document.plan, day)) {
        return DayName{.label = special->label};
    }
    const auto free = std::ranges::lower_bound(document.free_days, day, {}, &FreeDay::day);
    const bool is_free = free != document.free_days.end() && free->day == day;
    const auto holiday = document.plan.polish_holidays ? polish_holiday(day) : std::nullopt;
    if (!holiday && !is_free) return std::nullopt;
    return DayName{.holiday = holiday, .label = holiday ? "" : free->label};
}

PreviewedDay previewed(const PlanDocument& document, const WorkingPlan& plan, Date day) {
    PreviewedDay shown{.day = day, .hours = *hours_on(plan, day).hours};
    const auto name = name_in(document, day);
    if (!name) return shown;
    const bool is_special = special_on(document.plan, day) != nullptr;
    shown.cause = is_special ? DayCause::special : DayCause::holiday;
    shown.holiday = name->holiday;
    if (!name->holiday) shown.label = name->label;
    return shown;
}

// As suggestions see the calendar: without the days that were made special already.
class Usual {
public:
    explicit Usual(const std::vector<PlannedEra>& eras) : eras_(eras) {}

    std::vector<HourSpan> hours(Date day) const {
        PlanDocument document = era_on(eras_, day).document;
        document.plan.days.clear();
        return *hours_on(working_plan(document), day).hours;
    }
    bool is_special(Date day) const {
        return special_on(era_on(eras_, day).document.plan, day) != nullptr;
    }
    bool has_polish_holidays(Date day) const {
        const CalendarPlan& plan = era_on(eras_, day).document.plan;
        return plan.polish_holidays && !plan.always;
    }
    // On that weekday of an ordinary week.
    bool works_on_saturdays(Date day) const {
        return std::ranges::any_of(
            era_on(eras_, day).document.plan.week,
            [](const OpenHours& span) { return span.day == Weekday::saturday; });
    }

private:
    const std::vector<PlannedEra>& eras_;
};

// The Friday before it and the Monday after it, where somebody works then.
std::optional<DaySuggestion> in_lieu_of(const Usual& usual, Date saturday, Holiday holiday) {
    DaySuggestion suggestion{.holiday = holiday, .holiday_on = saturday};
    for (const days away : {days{-1}, days{2}}) {
        const Date day{sys_days{saturday} + away};
        if (!usual.hours(day).empty()) suggestion.choices.push_back({.day = day});
        if (usual.is_special(day)) suggestion.taken = day;
    }
    if (suggestion.choices.empty()) return std::nullopt;
    return suggestion;
}

std::vector<HourSpan> shortened(std::vector<HourSpan> hours) {
    const Minutes end = hours.back().to - shortened_by;
    std::erase_if(hours, [&](const HourSpan& span) { return span.from >= end; });
    if (!hours.empty()) hours.back().to = std::min(hours.back().to, end);
    return hours;
}

std::optional<DaySuggestion> shortened_before(const Usual& usual, Date day, Holiday holiday) {
    const Date next{sys_days{day} + days{1}};
    const auto hours = usual.hours(day);
    if (hours.empty() || polish_holiday(next) != holiday) return std::nullopt;
    DaySuggestion suggestion{.kind = SuggestionKind::shortened,
                             .holiday = holiday,
                             .holiday_on = next,
                             .choices = {{.day = day, .hours = shortened(hours)}}};
    if (suggestion.choices.front().hours.empty()) return std::nullopt;
    if (usual.is_special(day)) suggestion.taken = day;
    return suggestion;
}

}  // namespace

Result<CalendarPlan> checked_plan(CalendarPlan plan) {
    Check check;
    plan.zone = std::string(trim(plan.zone));
    if (!is_zone(plan.zone)) check.add("/zone", zone_unknown);
    check.week(plan.week);
    if (!plan.always && plan.week.empty()) check.add("/week", hours_missing);
    check.days(plan.days);
    for (std::size_t i = 0; i < plan.days.size(); ++i) {
        check.hours(plan.days[i].hours, place("/days", i) + "/hours");
    }
    std::ranges::sort(plan.days, {}, &LabelledDay::day);
    for (std::size_t i = 0; i < plan.holiday_sets.size(); ++i) {
        const auto begin = plan.holiday_sets.begin();
        const auto here = begin + std::ptrdiff_t(i);
        if (std::find(begin, here, *here) != here) {
            check.add(place("/holidaySets", i), set_doubled);
        }
    }
    return check.answer(std::move(plan));
}

Result<std::string> checked_name(const std::string& name) {
    std::string tidy = nfc(trim(name));
    if (!tidy.empty()) return tidy;
    return Error{.reason = invalid_fields, .fields = {{"/name", name_missing.name, {}}}};
}

Result<std::vector<HourSpan>> checked_hours(std::vector<HourSpan> hours) {
    Check check;
    check.hours(hours, "/hours");
    return check.answer(std::move(hours));
}

Result<std::vector<FreeDay>> checked_days(std::vector<FreeDay> days) {
    Check check;
    check.days(days);
    std::ranges::sort(days, {}, &FreeDay::day);
    return check.answer(std::move(days));
}

std::string tidy_label(const std::string& label) {
    return nfc(trim(label));
}

Outcome checked_day(const std::optional<Date>& day, const char* pointer) {
    if (!day || is_in_range(*day)) return Nothing{};
    return Error{.reason = invalid_fields, .fields = {{pointer, day_out_of_range.name, {}}}};
}

CalendarPlan plan_of(const AddCalendar& wish, const std::string& companys_zone) {
    return {.zone = wish.zone.value_or(companys_zone),
            .always = wish.always.value_or(false),
            .week = wish.week.value_or(std::vector<OpenHours>{}),
            .polish_holidays = wish.polish_holidays.value_or(true),
            .holiday_sets = wish.holiday_sets.value_or(std::vector<HolidaySetId>{}),
            .days = wish.days.value_or(std::vector<LabelledDay>{})};
}

CalendarPlan with_changes(CalendarPlan plan, const EditCalendar& wish) {
    take(plan.zone, wish.zone);
    take(plan.always, wish.always);
    take(plan.week, wish.week);
    take(plan.polish_holidays, wish.polish_holidays);
    take(plan.holiday_sets, wish.holiday_sets);
    take(plan.days, wish.days);
    return plan;
}

CalendarPlan with_day(CalendarPlan plan, const LabelledDay& day) {
    plan = without_day(std::move(plan), day.day);
    plan.days.insert(std::ranges::upper_bound(plan.days, day.day, {}, &LabelledDay::day), day);
    return plan;
}

CalendarPlan without_day(CalendarPlan plan, Date day) {
    std::erase_if(plan.days, [&](const LabelledDay& one) { return one.day == day; });
    return plan;
}

CalendarPlan with_saturday(CalendarPlan plan, const std::vector<HourSpan>& hours) {
    std::erase_if(plan.week, [](const OpenHours& span) { return span.day == Weekday::saturday; });
    for (const HourSpan& span : hours) {
        plan.week.push_back({.day = Weekday::saturday, .from = span.from, .to = span.to});
    }
    std::ranges::stable_sort(plan.week, {}, &OpenHours::day);
    return plan;
}

std::vector<FreeDay> joined(const std::vector<FreeDay>& days, const std::vector<FreeDay>& more) {
    std::vector<FreeDay> all = days;
    all.insert(all.end(), more.begin(), more.end());
    std::ranges::stable_sort(all, {}, &FreeDay::day);
    const auto doubled = std::ranges::unique(all, {}, &FreeDay::day);
    all.erase(doubled.begin(), doubled.end());
    return all;
}

std::vector<PlannedEra> in_force(const std::vector<PlannedEra>& versions) {
    std::vector<PlannedEra> eras;
    for (const PlannedEra& version : versions) {
        while (!eras.empty() && eras.back().from >= version.from) eras.pop_back();
        eras.push_back(version);
    }
    return eras;
}

std::set<int> numbers_in_force(const std::vector<PlannedEra>& versions) {
    std::set<int> numbers;
    for (const PlannedEra& era : in_force(versions)) numbers.insert(era.number);
    return numbers;
}

std::vector<PlannedEra> changed_from(const std::vector<PlannedEra>& versions,
                                     Date from,
                                     const Change& change) {
    INVARIANT(!versions.empty());
    const auto eras = in_force(versions);
    int number = versions.back().number;
    std::vector<PlannedEra> added;
    for (std::size_t i = 0; i < eras.size(); ++i) {
        const bool is_over = i + 1 < eras.size() && eras[i + 1].from <= from;
        if (is_over) continue;
        PlanDocument document = change(eras[i].document);
        // What comes before the first change stays as it is; after it everything is said anew.
        if (added.empty() && document == eras[i].document) continue;
        if (!added.empty() && added.back().document == document) continue;
        added.push_back({++number, std::max(from, eras[i].from), std::move(document)});
    }
    return added;
}

std::vector<PlannedEra> replaced_from(const std::vector<PlannedEra>& versions,
                                      Date from,
                                      const PlanDocument& document) {
    INVARIANT(!versions.empty());
    const auto eras = in_force(versions);
    const bool is_so_already = std::ranges::all_of(eras, [&](const PlannedEra& era) {
        const bool is_over = &era != &eras.back() && (&era + 1)->from <= from;
        return is_over || era.document == document;
    });
    if (is_so_already) return {};
    return {{versions.back().number + 1, from, document}};
}

WorkingPlan working_plan(const PlanDocument& document) {
    const CalendarPlan& plan = document.plan;
    WorkingPlan working{
        .zone = plan.zone, .always = plan.always, .has_polish_holidays = plan.polish_holidays};
    for (const OpenHours& span : plan.week) {
        working.week[static_cast<std::size_t>(span.day)].push_back({span.from, span.to});
    }
    for (const FreeDay& free : document.free_days) working.holidays.push_back(free.day);
    for (const LabelledDay& day : plan.days) working.days.push_back({day.day, day.hours});
    return working;
}

std::vector<WorkingEra> working_eras(const std::vector<PlannedEra>& versions) {
    std::vector<WorkingEra> eras;
    for (const PlannedEra& version : versions) {
        eras.push_back({.from = version.from,
                        .version = version.number,
                        .plan = working_plan(version.document)});
    }
    return eras;
}

std::optional<DayName> name_of(const std::vector<PlannedEra>& in_force, Date day) {
    return name_in(era_on(in_force, day).document, day);
}

CalendarMonth month_of(const std::vector<PlannedEra>& in_force, int year, int month) {
    const auto named = std::chrono::year{year} / month;
    std::map<int, WorkingPlan> plans;
    for (const PlannedEra& era : in_force) plans[era.number] = working_plan(era.document);
    CalendarMonth shown;
    for (sys_days day = sys_days{named / 1}; day <= sys_days{named / std::chrono::last};
         day += days{1}) {
        const PlannedEra& era = era_on(in_force, Date{day});
        shown.days.push_back(previewed(era.document, plans.at(era.number), Date{day}));
        for (const HourSpan& span : shown.days.back().hours) {
            shown.minutes += (span.to - span.from).count();
        }
    }
    return shown;
}

std::vector<DaySuggestion> suggestions(const std::vector<PlannedEra>& in_force, int year) {
    const Usual usual(in_force);
    const std::chrono::year y{year};
    std::vector<DaySuggestion> all;
    const auto add = [&](std::optional<DaySuggestion> suggestion) {
        if (suggestion) all.push_back(*std::move(suggestion));
    };
    for (sys_days at = sys_days{y / 1 / 1}; at <= sys_days{y / 12 / 31}; at += days{1}) {
        const Date day{at};
        if (!usual.has_polish_holidays(day)) continue;
        const auto holiday = polish_holiday(day);
        if (holiday && std::chrono::weekday{at} == std::chrono::Saturday &&
            !usual.works_on_saturdays(day)) {
            add(in_lieu_of(usual, day, *holiday));
        }
        if (day == y / 12 / 23) add(shortened_before(usual, day, Holiday::christmas_eve));
        if (day == y / 12 / 31) add(shortened_before(usual, day, Holiday::new_year));
    }
    return all;
}

CalendarSaved event_of(const PlannedEra& era) {
    const CalendarPlan& plan = era.document.plan;
    CalendarSaved event{.number = era.number,
                        .holds_from = era.from,
                        .zone = plan.zone,
                        .always = plan.always,
                        .week = plan.week,
                        .polish_holidays = plan.polish_holidays,
                        .holiday_sets = plan.holiday_sets};
    for (const LabelledDay& day : plan.days) event.days.push_back({day.day, day.hours});
    for (const FreeDay& free : era.document.free_days) event.free_days.push_back(free.day);
    return event;
}

PlanLabels labels_of(const PlanDocument& document) {
    PlanLabels labels{.free_days = labels_of(document.free_days)};
    for (const LabelledDay& day : document.plan.days) labels.days.push_back(day.label);
    return labels;
}

HolidaysSaved event_of(const std::vector<FreeDay>& days) {
    HolidaysSaved event;
    for (const FreeDay& free : days) event.days.push_back(free.day);
    return event;
}

std::vector<std::string> labels_of(const std::vector<FreeDay>& days) {
    std::vector<std::string> labels;
    for (const FreeDay& free : days) labels.push_back(free.label);
    return labels;
}

}  // namespace ogniwo::calendars
