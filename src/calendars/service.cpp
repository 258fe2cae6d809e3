#include "calendars/service.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "calendars/saving.hpp"
#include "people/service.hpp"

namespace ogniwo::calendars {
namespace {

using people::OpenHours;
using people::Weekday;
using store::StoredCalendar;
using store::StoredVersion;
using store::Which;

// --- Answers

Calendar to_answer(StoredCalendar stored, StoredVersion newest) {
    return {.id = stored.id,
            .version = stored.version,
            .name = std::move(stored.name),
            .is_default = stored.is_default,
            .number = newest.number,
            .holds_from = newest.from,
            .plan = std::move(newest.document.plan),
            .retired_at = stored.retired_at};
}

void add_set_names(Tx& tx, std::vector<Calendar>& calendars) {
    const auto sets = store::list_sets(tx, Which::all);
    for (Calendar& calendar : calendars) {
        for (const HolidaySetId set : calendar.plan.holiday_sets) {
            const auto found = std::ranges::find(sets, set, &store::StoredSet::id);
            INVARIANT(found != sets.end());
            calendar.sets.push_back({.set = set, .name = found->name});
        }
    }
}

Calendar answer(Tx& tx, StoredCalendar stored) {
    const CalendarId id = stored.id;
    std::vector<Calendar> one;
    one.push_back(to_answer(std::move(stored), store::load_newest_version(tx, id)));
    add_set_names(tx, one);
    return std::move(one.front());
}

// After a change.
Calendar answer(Tx& tx, CalendarId calendar) {
    return answer(tx, *store::find_calendar(tx, calendar));
}

// --- Changes

Result<StoredCalendar> load_to_change(Work& work, CalendarId id) {
    store::claim_root(work.tx);
    auto calendar = store::find_calendar(work.tx, id);
    if (!calendar) return missing;
    if (calendar->retired_at) return is_retired;
    return *std::move(calendar);
}

// What stays as it was is not asked about: sets are retired.
Outcome sets_are_there(Tx& tx, const CalendarPlan& before, const CalendarPlan& plan) {
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < plan.holiday_sets.size(); ++i) {
        const HolidaySetId set = plan.holiday_sets[i];
        if (std::ranges::find(before.holiday_sets, set) != before.holiday_sets.end()) continue;
        const auto found = store::find_set(tx, set);
        if (found && !found->retired_at) continue;
        errors.push_back({"/holidaySets/" + std::to_string(i), set_unknown.name, {}});
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

Outcome rename(Work& work, const StoredCalendar& calendar, const std::string& name) {
    if (name == calendar.name) return Nothing{};
    const auto bearer = store::find_called(work.tx, name);
    if (bearer && *bearer != calendar.id) return taken();
    store::update_name(work.tx, calendar.id, name);
    work.record(CalendarRenamed{},
                about(calendar.id, store::raise_version(work.tx, calendar.id)),
                {{"name", name}});
    return Nothing{};
}

// In place of all that holds from that day on.
Outcome replace_plan(Work& work,
                     CalendarId calendar,
                     const CalendarPlan& plan,
                     const std::optional<Date>& holds_from) {
    const auto versions = versions_of(work.tx, calendar);
    if (!holds_from && plan == versions.back().document.plan) return Nothing{};
    TRY(const PlanDocument document, resolved(work.tx, plan));
    const Date from = holds_from.value_or(today_of(work, plan));
    const auto added = replaced_from(versions, from, document);
    if (added.empty()) return Nothing{};
    TRY_DO(may_change_from(work.tx, from));
    save_versions(work, calendar, added);
    return Nothing{};
}

// In each plan that holds then or later.
Outcome change_plans(Work& work,
                     CalendarId calendar,
                     Date from,
                     const std::function<CalendarPlan(CalendarPlan)>& change) {
    const auto versions = versions_of(work.tx, calendar);
    const auto added = changed_from(versions, from, [&](const PlanDocument& document) {
        return PlanDocument{change(document.plan), document.free_days};
    });
    for (const PlannedEra& era : added) TRY_DO(checked_plan(era.document.plan));
    if (added.empty()) return Nothing{};
    TRY_DO(may_change_from(work.tx, added.front().from));
    save_versions(work, calendar, added);
    return Nothing{};
}

Result<CalendarPlan> newest_clocked_plan(Work& work, CalendarId calendar) {
    CalendarPlan plan = store::load_newest_version(work.tx, calendar).document.plan;
    if (plan.always) return always_works;
    return plan;
}

void choose_default(Work& work, CalendarId calendar) {
    const auto former = store::find_default(work.tx);
    const auto tell = [&](CalendarId id, bool is_default) {
        store::update_default(work.tx, id, is_default);
        work.record(DefaultChosen{.is_default = is_default},
                    about(id, store::raise_version(work.tx, id)));
    };
    if (former) tell(*former, false);
    tell(calendar, true);
    store::insert_default(work.tx, calendar, work.now);
}

CalendarId insert(Work& work, const std::string& name, PlanDocument document) {
    const CalendarId calendar = store::insert_calendar(work.tx, name);
    save_versions(work, calendar, {{.from = first_day, .document = std::move(document)}}, name);
    return calendar;
}

CalendarPlan office_hours(std::string zone) {
    CalendarPlan plan{.zone = std::move(zone)};
    for (const Weekday day : {Weekday::monday,
                              Weekday::tuesday,
                              Weekday::wednesday,
                              Weekday::thursday,
                              Weekday::friday}) {
        plan.week.push_back({.day = day, .from = Minutes{8 * 60}, .to = Minutes{16 * 60}});
    }
    return plan;
}

}  // namespace

Result<CalendarList> list_calendars(const View& view, const ListCalendars& wish) {
    const Which which = wish.retired.value_or(false) ? Which::retired : Which::in_use;
    auto newest = store::list_newest_versions(view.tx, which);
    CalendarList list;
    for (StoredCalendar& calendar : store::list_calendars(view.tx, which)) {
        StoredVersion version = std::move(newest.at(calendar.id));
        list.items.push_back(to_answer(std::move(calendar), std::move(version)));
    }
    add_set_names(view.tx, list.items);
    return list;
}

Result<Calendar> show_calendar(const View& view, const OfCalendar& wish) {
    auto calendar = find_calendar(view.tx, wish.calendar);
    if (!calendar) return missing;
    return *std::move(calendar);
}

Result<CalendarVersionList> list_calendar_versions(const View& view, const OfCalendar& wish) {
    if (!store::find_calendar(view.tx, wish.calendar)) return missing;
    auto versions = store::list_versions(view.tx, wish.calendar);
    const auto holding = numbers_in_force({versions.begin(), versions.end()});
    CalendarVersionList list;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        if (list.items.size() == static_cast<std::size_t>(versions_shown)) break;
        list.items.push_back({.number = version->number,
                              .holds_from = version->from,
                              .recorded_at = version->recorded_at,
                              .is_replaced = !holding.contains(version->number),
                              .plan = std::move(version->document.plan),
                              .free_days = static_cast<int>(version->document.free_days.size())});
    }
    return list;
}

Result<Calendar> add_calendar(Work& work, const AddCalendar& wish) {
    store::claim_root(work.tx);
    TRY(const std::string name, checked_name(wish.name));
    TRY(CalendarPlan plan, checked_plan(plan_of(wish, people::company_zone(work.tx))));
    if (store::find_called(work.tx, name)) return taken();
    TRY_DO(sets_are_there(work.tx, {}, plan));
    if (store::list_calendars(work.tx, Which::in_use).size() >= calendars_most) {
        return calendars_too_many;
    }
    TRY(PlanDocument document, resolved(work.tx, std::move(plan)));
    return answer(work.tx, insert(work, name, std::move(document)));
}

Result<Calendar> edit_calendar(Work& work, const EditCalendar& wish) {
    TRY(const StoredCalendar calendar, load_to_change(work, wish.calendar));
    if (calendar.version != wish.version) return stale;
    const CalendarPlan before = store::load_newest_version(work.tx, calendar.id).document.plan;
    TRY(const CalendarPlan plan, checked_plan(with_changes(before, wish)));
    TRY_DO(checked_day(wish.holds_from, "/holdsFrom"));
    TRY(const std::string name, checked_name(wish.name.value_or(calendar.name)));
    TRY_DO(rename(work, calendar, name));
    TRY_DO(sets_are_there(work.tx, before, plan));
    TRY_DO(replace_plan(work, calendar.id, plan, wish.holds_from));
    return answer(work.tx, calendar.id);
}

Result<Calendar> make_default(Work& work, const OfCalendar& wish) {
    TRY(const StoredCalendar calendar, load_to_change(work, wish.calendar));
    if (!calendar.is_default) {
        choose_default(work, calendar.id);
        tell_changed(work, calendar.id);
    }
    return answer(work.tx, calendar.id);
}

Result<Calendar> retire_calendar(Work& work, const OfCalendar& wish) {
    TRY(const StoredCalendar calendar, load_to_change(work, wish.calendar));
    if (calendar.is_default) return is_default_one;
    store::update_retired(work.tx, calendar.id, work.now);
    work.record(CalendarRetired{}, about(calendar.id, store::raise_version(work.tx, calendar.id)));
    return answer(work.tx, calendar.id);
}

Result<Calendar> put_calendar_back(Work& work, const OfCalendar& wish) {
    store::claim_root(work.tx);
    const auto calendar = store::find_calendar(work.tx, wish.calendar);
    if (!calendar) return missing;
    if (!calendar->retired_at) return is_in_use;
    if (store::find_called(work.tx, calendar->name)) return name_taken;
    store::update_retired(work.tx, calendar->id, std::nullopt);
    work.record(CalendarPutBack{},
                about(calendar->id, store::raise_version(work.tx, calendar->id)));
    return answer(work.tx, calendar->id);
}

Result<Calendar> add_special_day(Work& work, const AddSpecialDay& wish) {
    TRY(const StoredCalendar calendar, load_to_change(work, wish.calendar));
    TRY_DO(checked_day(wish.day, "/day"));
    TRY(std::vector<HourSpan> hours, checked_hours(wish.hours));
    TRY(const CalendarPlan plan, newest_clocked_plan(work, calendar.id));
    const LabelledDay day{wish.day, std::move(hours), tidy_label(wish.label)};
    if (with_day(plan, day).days.size() > special_days_most) {
        return Error{.reason = days_too_many,
                     .shown = {{"most", std::to_string(special_days_most)}}};
    }
    TRY_DO(change_plans(
        work, calendar.id, std::min(wish.day, today_of(work, plan)), [&](const CalendarPlan& one) {
            return with_day(one, day);
        }));
    return answer(work.tx, calendar.id);
}

Result<Calendar> remove_special_day(Work& work, const RemoveSpecialDay& wish) {
    TRY(const StoredCalendar calendar, load_to_change(work, wish.calendar));
    const auto versions = versions_of(work.tx, calendar.id);
    const CalendarPlan& newest = versions.back().document.plan;
    const Date from = std::min(wish.day, today_of(work, newest));
    const auto without = [&](const CalendarPlan& plan) { return without_day(plan, wish.day); };
    const auto changed = changed_from(versions, from, [&](const PlanDocument& document) {
        return PlanDocument{without(document.plan), document.free_days};
    });
    if (changed.empty()) return day_not_special;
    TRY_DO(change_plans(work, calendar.id, from, without));
    return answer(work.tx, calendar.id);
}

Result<Calendar> set_saturday_hours(Work& work, const SetSaturdayHours& wish) {
    TRY(const StoredCalendar calendar, load_to_change(work, wish.calendar));
    TRY(const std::vector<HourSpan> hours, checked_hours(wish.hours));
    TRY_DO(checked_day(wish.holds_from, "/holdsFrom"));
    TRY(const CalendarPlan plan, newest_clocked_plan(work, calendar.id));
    TRY_DO(change_plans(work,
                        calendar.id,
                        wish.holds_from.value_or(today_of(work, plan)),
                        [&](const CalendarPlan& one) { return with_saturday(one, hours); }));
    return answer(work.tx, calendar.id);
}

void set_up(Work& work) {
    if (store::find_default(work.tx)) return;
    store::claim_root(work.tx);
    const bool is_polish = people::company_language(work.tx) == people::Language::pl;
    const std::string zone = people::company_zone(work.tx);
    choose_default(work,
                   insert(work,
                          is_polish ? "Poniedziałek–piątek 8–16" : "Monday to Friday 8–16",
                          {.plan = office_hours(zone)}));
    insert(work, "24/7", {.plan = {.zone = zone, .always = true}});
}

CalendarId default_calendar(Tx& tx) {
    const auto found = store::find_default(tx);
    INVARIANT(found.has_value());
    return *found;
}

std::vector<ChosenDefault> list_defaults(Tx& tx) {
    auto defaults = store::list_defaults(tx);
    INVARIANT(!defaults.empty());
    return defaults;
}

std::optional<Calendar> find_calendar(Tx& tx, CalendarId calendar) {
    auto found = store::find_calendar(tx, calendar);
    if (!found) return std::nullopt;
    return answer(tx, *std::move(found));
}

std::map<CalendarId, std::string> calendar_names(Tx& tx, const std::vector<CalendarId>& calendars) {
    std::map<CalendarId, std::string> names;
    for (StoredCalendar& one : store::list_calendars(tx, Which::all)) {
        if (std::ranges::find(calendars, one.id) == calendars.end()) continue;
        names[one.id] = std::move(one.name);
    }
    return names;
}

std::vector<WorkingEra> eras_of(Tx& tx, CalendarId calendar, std::optional<Time> known_at) {
    std::vector<PlannedEra> known;
    for (StoredVersion& version : store::list_versions(tx, calendar)) {
        const bool is_known = !known_at || version.recorded_at <= *known_at;
        if (is_known || known.empty()) known.push_back(std::move(version));
    }
    return working_eras(known);
}

std::vector<KnownPlan> plans_of(Tx& tx, CalendarId calendar) {
    std::vector<KnownPlan> plans;
    for (StoredVersion& version : store::list_versions(tx, calendar)) {
        const Time recorded_at = version.recorded_at;
        plans.push_back(
            {.era = working_eras({std::move(version)}).front(), .recorded_at = recorded_at});
    }
    return plans;
}

std::map<Date, DayName> named_days(Tx& tx, CalendarId calendar, Date first, Date last) {
    const auto eras = in_force(versions_of(tx, calendar));
    std::map<Date, DayName> named;
    for (std::chrono::sys_days day{first}; day <= std::chrono::sys_days{last};
         day += std::chrono::days{1}) {
        if (auto name = name_of(eras, Date{day})) named[Date{day}] = *std::move(name);
    }
    return named;
}

}  // namespace ogniwo::calendars
