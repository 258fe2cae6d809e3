// Holiday sets: named lists of days off. A set that changes changes every calendar that uses it.

#include <algorithm>

#include "base/check.hpp"
#include "base/encoding.hpp"
#include "base/icalendar_reader.hpp"
#include "base/json.hpp"
#include "calendars/saving.hpp"
#include "calendars/service.hpp"
#include "people/service.hpp"

namespace ogniwo::calendars {
namespace {

using store::StoredSet;
using store::Which;

constexpr int years_ahead = 10;

// --- Answers

bool uses(const CalendarPlan& plan, HolidaySetId set) {
    return std::ranges::find(plan.holiday_sets, set) != plan.holiday_sets.end();
}

// Names of the calendars in use, by the sets of their newest plans.
std::map<HolidaySetId, std::vector<std::string>> users(Tx& tx) {
    const auto newest = store::list_newest_versions(tx, Which::in_use);
    std::map<HolidaySetId, std::vector<std::string>> names;
    for (const store::StoredCalendar& calendar : store::list_calendars(tx, Which::in_use)) {
        for (const HolidaySetId set : newest.at(calendar.id).document.plan.holiday_sets) {
            names[set].push_back(calendar.name);
        }
    }
    return names;
}

HolidaySet to_answer(StoredSet stored, std::vector<std::string> calendars) {
    return {.id = stored.id,
            .version = stored.version,
            .name = std::move(stored.name),
            .total = stored.total,
            .calendars = std::move(calendars),
            .retired_at = stored.retired_at};
}

HolidaySet answer(Tx& tx, StoredSet stored) {
    auto calendars = std::move(users(tx)[stored.id]);
    HolidaySet set = to_answer(std::move(stored), std::move(calendars));
    set.days = store::load_days(tx, set.id);
    return set;
}

HolidaySet answer(Tx& tx, HolidaySetId set) {
    return answer(tx, *store::find_set(tx, set));
}

// --- Changes

About about(HolidaySetId set, std::int64_t version) {
    return {.kind = set_kind, .id = set.value, .version = version};
}

Outcome few_enough(const std::vector<FreeDay>& days) {
    if (days.size() <= days_most) return Nothing{};
    return Error{.reason = days_too_many, .shown = {{"most", std::to_string(days_most)}}};
}

Result<StoredSet> load_to_change(Work& work, HolidaySetId id) {
    store::claim_root(work.tx);
    auto set = store::find_set(work.tx, id);
    if (!set) return missing;
    if (set->retired_at) return set_is_retired;
    return *std::move(set);
}

// A set before and after a change of its days.
struct OtherDays {
    HolidaySetId set{};
    std::vector<FreeDay> before{};
    std::vector<FreeDay> after{};
};

bool has_day(const std::vector<FreeDay>& days, Date day) {
    return std::ranges::find(days, day, &FreeDay::day) != days.end();
}

// Only what the change is about: days of the plan's other sets stay as this version has them, since
// they may have been changed from another day on.
Result<PlanDocument> with_other_days(Tx& tx, PlanDocument document, const OtherDays& change) {
    std::vector<FreeDay> of_others;
    for (const HolidaySetId other : document.plan.holiday_sets) {
        if (other != change.set) of_others = joined(of_others, store::load_days(tx, other));
    }
    std::erase_if(document.free_days, [&](const FreeDay& one) {
        return has_day(change.before, one.day) && !has_day(of_others, one.day);
    });
    document.free_days = joined(document.free_days, change.after);
    TRY_DO(few_enough(document.free_days));
    return document;
}

// Also in calendars that are retired: what counts by them goes on doing so.
Outcome change_calendars(Work& work,
                         const OtherDays& change,
                         const std::optional<Date>& holds_from) {
    for (const store::StoredCalendar& calendar : store::list_calendars(work.tx, Which::all)) {
        const auto versions = versions_of(work.tx, calendar.id);
        const Date from = holds_from.value_or(today_of(work, versions.back().document.plan));
        Outcome fits = Nothing{};
        const auto added = changed_from(versions, from, [&](const PlanDocument& document) {
            if (!uses(document.plan, change.set)) return document;
            auto anew = with_other_days(work.tx, document, change);
            if (anew) return *std::move(anew);
            fits = std::move(anew).error();
            return document;
        });
        TRY_DO(std::move(fits));
        if (added.empty()) continue;
        TRY_DO(may_change_from(work.tx, added.front().from));
        save_versions(work, calendar.id, added);
    }
    return Nothing{};
}

struct SetChange {
    std::string name{};
    std::vector<FreeDay> days{};
    std::optional<Date> holds_from{};
};

Result<HolidaySet> save(Work& work, const StoredSet& set, SetChange change) {
    TRY_DO(few_enough(change.days));
    const auto before = store::load_days(work.tx, set.id);
    const bool has_other_days = before != change.days;
    std::vector<EventText> texts;
    if (change.name != set.name) texts.push_back({"name", change.name});
    if (has_other_days) texts.push_back({"labels", to_json(labels_of(change.days))});
    if (!texts.empty()) {
        store::update_set(work.tx, set.id, change.name, change.days);
        work.record(event_of(change.days),
                    about(set.id, store::raise_version(work.tx, set.id)),
                    std::move(texts));
    }
    // The same days may have to hold from an earlier day on.
    if (has_other_days || change.holds_from) {
        TRY_DO(change_calendars(work, {set.id, before, change.days}, change.holds_from));
    }
    return answer(work.tx, set.id);
}

// --- Files

Result<std::vector<FreeDay>> read_file(const View& view, const std::string& content) {
    const auto bytes = from_base64(content);
    if (!bytes) return Error{.reason = invalid_fields, .fields = {{"/content", "not_base64", {}}}};
    const auto today = local_date(view.now, people::company_zone(view.tx));
    INVARIANT(today.has_value());
    const std::chrono::year year = today->year();
    TRY(auto read,
        read_icalendar_days(*bytes,
                            {.first = (year - std::chrono::years{1}) / 1 / 1,
                             .last = (year + std::chrono::years{years_ahead}) / 12 / 31,
                             .most_days = days_most}));
    std::vector<FreeDay> days;
    for (IcalendarDay& day : read) days.push_back({day.day, std::move(day.label)});
    return days;
}

}  // namespace

Result<HolidaySetList> list_holiday_sets(const View& view, const ListHolidaySets& wish) {
    auto calendars = users(view.tx);
    HolidaySetList list;
    for (StoredSet& set :
         store::list_sets(view.tx, wish.retired.value_or(false) ? Which::retired : Which::in_use)) {
        auto names = std::move(calendars[set.id]);
        list.items.push_back(to_answer(std::move(set), std::move(names)));
    }
    return list;
}

Result<HolidaySet> show_holiday_set(const View& view, const OfHolidaySet& wish) {
    auto set = store::find_set(view.tx, wish.set);
    if (!set) return missing;
    return answer(view.tx, *std::move(set));
}

Result<HolidaySet> add_holiday_set(Work& work, const AddHolidaySet& wish) {
    store::claim_root(work.tx);
    TRY(const std::string name, checked_name(wish.name));
    TRY(const std::vector<FreeDay> days, checked_days(wish.days));
    TRY_DO(few_enough(days));
    if (store::find_set_called(work.tx, name)) return taken();
    if (store::list_sets(work.tx, Which::in_use).size() >= calendars_most) return sets_too_many;
    const HolidaySetId set = store::insert_set(work.tx, name, days);
    work.record(event_of(days),
                about(set, store::raise_version(work.tx, set)),
                {{"name", name}, {"labels", to_json(labels_of(days))}});
    return answer(work.tx, set);
}

Result<HolidaySet> edit_holiday_set(Work& work, const EditHolidaySet& wish) {
    TRY(const StoredSet set, load_to_change(work, wish.set));
    if (set.version != wish.version) return stale;
    SetChange change{.holds_from = wish.holds_from};
    TRY(change.name, checked_name(wish.name.value_or(set.name)));
    TRY(change.days,
        wish.days ? checked_days(*wish.days) : Result(store::load_days(work.tx, set.id)));
    TRY_DO(checked_day(wish.holds_from, "/holdsFrom"));
    const auto bearer = store::find_set_called(work.tx, change.name);
    if (bearer && *bearer != set.id) return taken();
    return save(work, set, std::move(change));
}

Result<HolidayFile> preview_holiday_file(const View& view, const PreviewHolidayFile& wish) {
    TRY(std::vector<FreeDay> days, read_file(view, wish.content));
    return HolidayFile{std::move(days)};
}

Result<HolidaySet> import_holidays(Work& work, const ImportHolidays& wish) {
    TRY(const StoredSet set, load_to_change(work, wish.set));
    TRY(std::vector<FreeDay> days, read_file(work, wish.content));
    TRY_DO(checked_day(wish.holds_from, "/holdsFrom"));
    if (wish.days == ImportedDays::add) days = joined(store::load_days(work.tx, set.id), days);
    return save(
        work, set, {.name = set.name, .days = std::move(days), .holds_from = wish.holds_from});
}

Result<HolidaySet> retire_holiday_set(Work& work, const OfHolidaySet& wish) {
    TRY(const StoredSet set, load_to_change(work, wish.set));
    const auto calendars = users(work.tx)[set.id];
    if (!calendars.empty()) {
        std::string names = calendars.front();
        for (std::size_t i = 1; i < calendars.size(); ++i) names += ", " + calendars[i];
        return Error{.reason = set_is_used, .shown = {{"calendars", std::move(names)}}};
    }
    store::update_set_retired(work.tx, set.id, work.now);
    work.record(HolidaysRetired{}, about(set.id, store::raise_version(work.tx, set.id)));
    return answer(work.tx, set.id);
}

Result<HolidaySet> put_holiday_set_back(Work& work, const OfHolidaySet& wish) {
    store::claim_root(work.tx);
    const auto set = store::find_set(work.tx, wish.set);
    if (!set) return missing;
    if (!set->retired_at) return set_is_in_use;
    if (store::find_set_called(work.tx, set->name)) return name_taken;
    store::update_set_retired(work.tx, set->id, std::nullopt);
    work.record(HolidaysPutBack{}, about(set->id, store::raise_version(work.tx, set->id)));
    return answer(work.tx, set->id);
}

std::map<HolidaySetId, std::string> set_names(Tx& tx, const std::vector<HolidaySetId>& sets) {
    std::map<HolidaySetId, std::string> names;
    for (StoredSet& set : store::list_sets(tx, Which::all)) {
        if (std::ranges::find(sets, set.id) == sets.end()) continue;
        names[set.id] = std::move(set.name);
    }
    return names;
}

}  // namespace ogniwo::calendars
