#pragma once

// The verbs of calendars. All who work here see them; who may edit them edits all. Every change is
// checked in this order: what it is about, the values, names, sets, closed months.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendars/types.hpp"
#include "storage/work.hpp"

namespace ogniwo::calendars {

Result<CalendarList> list_calendars(const View& view, const ListCalendars& wish);
Result<Calendar> show_calendar(const View& view, const OfCalendar& wish);
Result<CalendarVersionList> list_calendar_versions(const View& view, const OfCalendar& wish);
Result<Calendar> add_calendar(Work& work, const AddCalendar& wish);
// What is retired is not edited.
Result<Calendar> edit_calendar(Work& work, const EditCalendar& wish);
Result<Calendar> make_default(Work& work, const OfCalendar& wish);
// Whatever counts by it goes on doing so; nothing new chooses it.
Result<Calendar> retire_calendar(Work& work, const OfCalendar& wish);
Result<Calendar> put_calendar_back(Work& work, const OfCalendar& wish);

Result<Calendar> add_special_day(Work& work, const AddSpecialDay& wish);
Result<Calendar> remove_special_day(Work& work, const RemoveSpecialDay& wish);
Result<Calendar> set_saturday_hours(Work& work, const SetSaturdayHours& wish);

Result<DaySuggestionList> suggest_days(const View& view, const SuggestDays& wish);
Result<CalendarMonth> preview_calendar(const View& view, const PreviewCalendar& wish);
Result<TriedCalendar> try_calendar(const View& view, const TryCalendar& wish);

Result<HolidaySetList> list_holiday_sets(const View& view, const ListHolidaySets& wish);
Result<HolidaySet> show_holiday_set(const View& view, const OfHolidaySet& wish);
Result<HolidaySet> add_holiday_set(Work& work, const AddHolidaySet& wish);
Result<HolidaySet> edit_holiday_set(Work& work, const EditHolidaySet& wish);
Result<HolidayFile> preview_holiday_file(const View& view, const PreviewHolidayFile& wish);
Result<HolidaySet> import_holidays(Work& work, const ImportHolidays& wish);
// Refused while a calendar in use has it in its plan.
Result<HolidaySet> retire_holiday_set(Work& work, const OfHolidaySet& wish);
Result<HolidaySet> put_holiday_set_back(Work& work, const OfHolidaySet& wish);

// --- For slices above, which have asked for their own rights already ---------------------------

// The first two calendars, in the language of our company. Does nothing where there is one already.
// Called at set-up, and at every start for installations that are older than calendars.
void set_up(Work& work);

// There is exactly one once the installation is set up.
CalendarId default_calendar(Tx& tx);
// Which one has been the default since when; the first one is that of all the time before, too.
struct ChosenDefault {
    CalendarId calendar{};
    Time chosen_at{};
};
std::vector<ChosenDefault> list_defaults(Tx& tx);
// Retired ones, too.
std::optional<Calendar> find_calendar(Tx& tx, CalendarId calendar);
// Unknown ids are absent.
std::map<CalendarId, std::string> calendar_names(Tx& tx, const std::vector<CalendarId>& calendars);
std::map<HolidaySetId, std::string> set_names(Tx& tx, const std::vector<HolidaySetId>& sets);
// What to count with (base/working_time.hpp): the versions that were recorded at or before
// `known_at`, or all of them; at least the first.
std::vector<WorkingEra> eras_of(Tx& tx,
                                CalendarId calendar,
                                std::optional<Time> known_at = std::nullopt);
// The same one by one, with the moment from which each was known.
struct KnownPlan {
    WorkingEra era{};
    Time recorded_at{};
};
std::vector<KnownPlan> plans_of(Tx& tx, CalendarId calendar);
// Of the days from the first to the last one those that are not like others of their weekday.
std::map<Date, DayName> named_days(Tx& tx, CalendarId calendar, Date first, Date last);

// What nobody changes any more: the last day of the last month that is closed, of any customer.
// Nothing: none is. Asked before a plan is changed; registered while the program starts.
using ClosedUntil = std::function<std::optional<Date>(Tx&)>;
void on_closed_until(std::string_view name, ClosedUntil closed);
// Told in the same transaction that a calendar counts differently from now on, or is the default
// one.
using Changed = std::function<void(Work&, CalendarId)>;
void on_changed(std::string_view name, Changed changed);

// --- Check -------------------------------------------------------------------------------------

struct Difference {
    std::string_view kind{};  // calendar_kind or set_kind.
    std::int64_t id = 0;
    std::string field{};
    std::string stored{};
    std::string replayed{};
};
struct Checked {
    std::vector<Difference> differences{};
    std::int64_t calendars = 0;
    CalendarId last{};  // Zero: there are no more.
};
// Each row, with its versions, beside what the events of its calendar say.
Checked check_chunk(Tx& tx, CalendarId after, int limit);

struct CheckedSets {
    std::vector<Difference> differences{};
    std::int64_t sets = 0;
    HolidaySetId last{};
};
CheckedSets check_sets_chunk(Tx& tx, HolidaySetId after, int limit);

}  // namespace ogniwo::calendars
