#pragma once

// What a calendar may look like, which of its versions holds when, and what a day is called. Pure.

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "calendars/types.hpp"

namespace ogniwo::calendars {

// What a version keeps: the plan, and the days of its sets as they were when it was made.
struct PlanDocument {
    CalendarPlan plan{};
    std::vector<FreeDay> free_days{};  // In order, each once.

    friend bool operator==(const PlanDocument&, const PlanDocument&) = default;
};

// --- What may be written down

// In their stored forms, or all field errors.
Result<CalendarPlan> checked_plan(CalendarPlan plan);
Result<std::string> checked_name(const std::string& name);
Result<std::vector<HourSpan>> checked_hours(std::vector<HourSpan> hours);
Result<std::vector<FreeDay>> checked_days(std::vector<FreeDay> days);
std::string tidy_label(const std::string& label);
// Of a wish: "/day", "/holdsFrom".
Outcome checked_day(const std::optional<Date>& day, const char* pointer);

CalendarPlan plan_of(const AddCalendar& wish, const std::string& companys_zone);
CalendarPlan with_changes(CalendarPlan plan, const EditCalendar& wish);
CalendarPlan with_day(CalendarPlan plan, const LabelledDay& day);
CalendarPlan without_day(CalendarPlan plan, Date day);
CalendarPlan with_saturday(CalendarPlan plan, const std::vector<HourSpan>& hours);

// The first list and what the second adds to it; of one day the first says more.
std::vector<FreeDay> joined(const std::vector<FreeDay>& days, const std::vector<FreeDay>& more);

// --- Which version holds when

struct PlannedEra {
    int number = 1;
    Date from{};  // Of the first one, first_day.
    PlanDocument document{};
};

inline constexpr Date first_day = std::chrono::year{first_year} / 1 / 1;

// Those that hold on some day, in the order of the days; the versions in the order of their number.
std::vector<PlannedEra> in_force(const std::vector<PlannedEra>& versions);
std::set<int> numbers_in_force(const std::vector<PlannedEra>& versions);

// What must be added for the change to hold from that day on, in every plan that holds then or
// later. Empty: it changes nothing. The numbers go on from the last one.
using Change = std::function<PlanDocument(const PlanDocument&)>;
std::vector<PlannedEra> changed_from(const std::vector<PlannedEra>& versions,
                                     Date from,
                                     const Change& change);
// The same where one plan replaces all that holds from then on.
std::vector<PlannedEra> replaced_from(const std::vector<PlannedEra>& versions,
                                      Date from,
                                      const PlanDocument& document);

// --- Counting and calling

WorkingPlan working_plan(const PlanDocument& document);
std::vector<WorkingEra> working_eras(const std::vector<PlannedEra>& versions);

// At least one era. Nothing: it is like others of its weekday.
std::optional<DayName> name_of(const std::vector<PlannedEra>& in_force, Date day);
CalendarMonth month_of(const std::vector<PlannedEra>& in_force, int year, int month);
// In the order of the days.
std::vector<DaySuggestion> suggestions(const std::vector<PlannedEra>& in_force, int year);

// --- Events

// In the order of the days.
struct PlanLabels {
    std::vector<std::string> days{};
    std::vector<std::string> free_days{};

    friend bool operator==(const PlanLabels&, const PlanLabels&) = default;
};

CalendarSaved event_of(const PlannedEra& era);
PlanLabels labels_of(const PlanDocument& document);
HolidaysSaved event_of(const std::vector<FreeDay>& days);
std::vector<std::string> labels_of(const std::vector<FreeDay>& days);

}  // namespace ogniwo::calendars
