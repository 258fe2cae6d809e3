#include "calendars/saving.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/json.hpp"
#include "calendars/documents.hpp"
#include "calendars/service.hpp"

namespace ogniwo::calendars {
namespace {

template <class Hook>
using Hooks = std::vector<std::pair<std::string, Hook>>;

// Filled while the program starts, on one thread.
Hooks<ClosedUntil>& closing_hooks() {
    static Hooks<ClosedUntil> all;
    return all;
}

Hooks<Changed>& change_hooks() {
    static Hooks<Changed> all;
    return all;
}

template <class Hook>
void set_hook(Hooks<Hook>& hooks, std::string_view name, Hook hook) {
    std::erase_if(hooks, [&](const auto& known) { return known.first == name; });
    hooks.emplace_back(name, std::move(hook));
}

}  // namespace

Error taken() {
    return {.reason = name_taken, .fields = {{"/name", name_taken.name, {}}}};
}

void on_closed_until(std::string_view name, ClosedUntil closed) {
    set_hook(closing_hooks(), name, std::move(closed));
}

void on_changed(std::string_view name, Changed changed) {
    set_hook(change_hooks(), name, std::move(changed));
}

Result<PlanDocument> resolved(Tx& tx, CalendarPlan plan) {
    PlanDocument document;
    for (const HolidaySetId set : plan.holiday_sets) {
        document.free_days = joined(document.free_days, store::load_days(tx, set));
    }
    if (document.free_days.size() > days_most) {
        return Error{.reason = days_too_many, .shown = {{"most", std::to_string(days_most)}}};
    }
    document.plan = std::move(plan);
    return document;
}

std::vector<PlannedEra> versions_of(Tx& tx, CalendarId calendar) {
    std::vector<PlannedEra> all;
    for (store::StoredVersion& version : store::list_versions(tx, calendar)) {
        all.push_back(std::move(version));
    }
    return all;
}

Date today_of(const View& view, const CalendarPlan& plan) {
    const auto today = local_date(view.now, plan.zone);
    INVARIANT(today.has_value());
    return *today;
}

Outcome may_change_from(Tx& tx, Date from) {
    std::optional<Date> until;
    for (const auto& [slice, closed] : closing_hooks()) until = std::max(until, closed(tx));
    if (!until || from > *until) return Nothing{};
    return Error{.reason = month_closed, .shown = {{"until", to_text(*until)}}};
}

void tell_changed(Work& work, CalendarId calendar) {
    for (const auto& [slice, changed] : change_hooks()) changed(work, calendar);
}

void save_versions(Work& work,
                   CalendarId calendar,
                   const std::vector<PlannedEra>& added,
                   const std::optional<std::string>& name) {
    for (const PlannedEra& era : added) {
        store::insert_version(work.tx, calendar, era, work.now);
        std::vector<EventText> texts{{"labels", to_json(labels_of(era.document))}};
        if (name && &era == &added.front()) texts.push_back({"name", *name});
        work.record(event_of(era),
                    about(calendar, store::raise_version(work.tx, calendar)),
                    std::move(texts));
    }
    if (added.empty()) return;
    tell_changed(work, calendar);
}

About about(CalendarId calendar, std::int64_t version) {
    return {.kind = calendar_kind, .id = calendar.value, .version = version};
}

}  // namespace ogniwo::calendars
