#pragma once

// How a change of a plan is saved, whoever asks for it: one calendar's own, or a set's that many
// use. What is closed stays; versions are added; the slices above are told.

#include <optional>
#include <string>
#include <vector>

#include "calendars/rules.hpp"
#include "calendars/store.hpp"
#include "storage/work.hpp"

namespace ogniwo::calendars {

// Another one in use bears the name.
Error taken();

// With the days of its sets. Refused when they are too many.
Result<PlanDocument> resolved(Tx& tx, CalendarPlan plan);

// All versions, in the order of their numbers.
std::vector<PlannedEra> versions_of(Tx& tx, CalendarId calendar);

// By this plan's clock.
Date today_of(const View& view, const CalendarPlan& plan);

// Refused with month_closed when a slice above has closed a month that reaches beyond it.
Outcome may_change_from(Tx& tx, Date from);

// That it, or what is counted by it, counts differently from now on.
void tell_changed(Work& work, CalendarId calendar);
// Adds versions and records them; `name` is told with the first where the calendar is new. Tells
// the slices above once, if there was anything to add.
void save_versions(Work& work,
                   CalendarId calendar,
                   const std::vector<PlannedEra>& added,
                   const std::optional<std::string>& name = std::nullopt);

About about(CalendarId calendar, std::int64_t version);

}  // namespace ogniwo::calendars
