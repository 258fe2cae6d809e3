#pragma once

// Work calendars: when somebody works, by whose clock, and which days are different.
//
// A calendar is a name over plans that follow one another: each version of the plan holds from a
// day on, and from that day it replaces all versions before it. Versions are only ever added, so
// what was counted once can be counted again as it was. A version keeps the days of the holiday
// sets that it uses as they were when it was made: it needs nothing else to be counted with
// (base/working_time.hpp). Months that a slice above has closed are not changed any more.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/holidays.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"
#include "base/working_time.hpp"
#include "people/types.hpp"

namespace ogniwo {

void describe(Fields& fields, HourSpan& span);

}  // namespace ogniwo

namespace ogniwo::calendars {

using CalendarId = Id<struct CalendarTag>;
using HolidaySetId = Id<struct HolidaySetTag>;

inline constexpr std::size_t calendars_most = 500;  // In use, and as many sets.
inline constexpr std::size_t days_most = 5'000;     // Of one set, and of all that one plan uses.
inline constexpr std::size_t special_days_most = 1'000;  // Of one plan.
inline constexpr std::size_t sets_per_plan_most = 20;
inline constexpr int first_year = 1970;  // Of any day that is named here, and the last one.
inline constexpr int last_year = 2199;

// --- A calendar ------------------------------------------------------------------------------

// A day with hours of its own; without any, a day off. The label says why.
struct LabelledDay {
    Date day{};
    std::vector<HourSpan> hours{};
    std::string label{};

    friend bool operator==(const LabelledDay&, const LabelledDay&) = default;
};
void describe(Fields& fields, LabelledDay& day);

// A day of a holiday set.
struct FreeDay {
    Date day{};
    std::string label{};

    friend bool operator==(const FreeDay&, const FreeDay&) = default;
};
void describe(Fields& fields, FreeDay& day);

// What is written down about one version.
struct CalendarPlan {
    std::string zone{};                     // An IANA name.
    bool always = false;                    // Around the clock; then nothing below counts.
    std::vector<people::OpenHours> week{};  // By weekday and hour; touching at most.
    bool polish_holidays = true;
    std::vector<HolidaySetId> holiday_sets{};
    std::vector<LabelledDay> days{};  // In order, each once; before week and holidays.

    friend bool operator==(const CalendarPlan&, const CalendarPlan&) = default;
};
void describe(Fields& fields, CalendarPlan& plan);

struct NamedSet {
    HolidaySetId set{};
    std::string name{};
};
void describe(Fields& fields, NamedSet& named);

struct Calendar {
    CalendarId id{};
    std::int64_t version = 1;  // Of the row: any change raises it.
    std::string name{};
    bool is_default = false;
    int number = 1;     // Of the newest version of the plan,
    Date holds_from{};  // from whose midnight it holds; of the first one, for ever.
    CalendarPlan plan{};
    std::vector<NamedSet> sets{};  // Those of the plan.
    std::optional<Time> retired_at{};
};
void describe(Fields& fields, Calendar& calendar);

struct CalendarList {
    std::vector<Calendar> items{};  // The default one, then by name.
};
void describe(Fields& fields, CalendarList& list);

struct ListCalendars {
    std::optional<bool> retired{};  // True: those alone. Else those in use.
};
void describe(Fields& fields, ListCalendars& wish);

struct OfCalendar {
    CalendarId calendar{};
};
void describe(Fields& fields, OfCalendar& wish);

struct AddCalendar {
    std::string name{};
    std::optional<std::string> zone{};  // Absent: our company's.
    std::optional<bool> always{};
    std::optional<std::vector<people::OpenHours>> week{};
    std::optional<bool> polish_holidays{};  // Absent: yes.
    std::optional<std::vector<HolidaySetId>> holiday_sets{};
    std::optional<std::vector<LabelledDay>> days{};
};
void describe(Fields& fields, AddCalendar& wish);

// What is named becomes a new version of the plan, unless the plan is the same already.
struct EditCalendar {
    CalendarId calendar{};
    std::int64_t version = 0;
    std::optional<std::string> name{};
    std::optional<std::string> zone{};
    std::optional<bool> always{};
    std::optional<std::vector<people::OpenHours>> week{};
    std::optional<bool> polish_holidays{};
    std::optional<std::vector<HolidaySetId>> holiday_sets{};
    std::optional<std::vector<LabelledDay>> days{};
    std::optional<Date> holds_from{};  // Absent: today, by the new plan's clock.
};
void describe(Fields& fields, EditCalendar& wish);

struct CalendarVersion {
    int number = 1;
    Date holds_from{};
    Time recorded_at{};
    bool is_replaced = false;  // By later versions, wholly.
    CalendarPlan plan{};
    int free_days = 0;  // How many its sets had.
};
void describe(Fields& fields, CalendarVersion& version);

struct CalendarVersionList {
    std::vector<CalendarVersion> items{};  // The newest first, at most versions_shown.
};
void describe(Fields& fields, CalendarVersionList& list);

inline constexpr int versions_shown = 100;

// --- One click -------------------------------------------------------------------------------

// In every plan that holds on that day or later; what follows it stays. A day that was special
// already is what this says. One that is past holds from itself on, else the change from today.
struct AddSpecialDay {
    CalendarId calendar{};
    Date day{};
    std::vector<HourSpan> hours{};  // None: a day off.
    std::string label{};
};
void describe(Fields& fields, AddSpecialDay& wish);

struct RemoveSpecialDay {
    CalendarId calendar{};
    Date day{};
};
void describe(Fields& fields, RemoveSpecialDay& wish);

struct SetSaturdayHours {
    CalendarId calendar{};
    std::vector<HourSpan> hours{};  // None: nobody works on Saturdays.
    std::optional<Date> holds_from{};
};
void describe(Fields& fields, SetSaturdayHours& wish);

// in_lieu: a holiday falls on a Saturday, for which employees are owed another day off (Labour
// Code, art. 130 par. 2). shortened: the working day before Christmas Eve, and New Year's Eve.
enum class SuggestionKind { in_lieu, shortened };
constexpr auto names(SuggestionKind) {
    return enum_names("in_lieu", "shortened");
}

struct DaySuggestion {
    SuggestionKind kind = SuggestionKind::in_lieu;
    Holiday holiday = Holiday::new_year;  // The one on Saturday, or the one that follows.
    Date holiday_on{};
    std::vector<LabelledDay> choices{};  // Without labels: days and what hours they would have.
    std::optional<Date> taken{};         // One of them is special already.
};
void describe(Fields& fields, DaySuggestion& suggestion);

struct DaySuggestionList {
    std::vector<DaySuggestion> items{};
};
void describe(Fields& fields, DaySuggestionList& list);

struct SuggestDays {
    CalendarId calendar{};
    int year = 0;
};
void describe(Fields& fields, SuggestDays& wish);

// --- Looking ahead ---------------------------------------------------------------------------

// What decides the hours of a day.
enum class DayCause { week, holiday, special };
constexpr auto names(DayCause) {
    return enum_names("week", "holiday", "special");
}

// Why a day is not like others of its weekday: a public holiday, or the words of a set or a plan.
struct DayName {
    std::optional<Holiday> holiday{};
    std::string label{};
};

struct PreviewedDay {
    Date day{};
    std::vector<HourSpan> hours{};
    DayCause cause = DayCause::week;
    std::optional<Holiday> holiday{};
    std::optional<std::string> label{};
};
void describe(Fields& fields, PreviewedDay& day);

// Of a calendar, of a plan that nobody has saved yet, or of the calendar as if that were saved.
struct PreviewCalendar {
    std::optional<CalendarId> calendar{};
    std::optional<CalendarPlan> plan{};
    std::optional<Date> holds_from{};  // Of the plan. Absent: for ever.
    int year = 0;
    int month = 1;
};
void describe(Fields& fields, PreviewCalendar& wish);

struct CalendarMonth {
    std::vector<PreviewedDay> days{};  // All of the month.
    std::int64_t minutes = 0;          // Worked in all of them.
};
void describe(Fields& fields, CalendarMonth& month);

struct TryCalendar {
    std::optional<CalendarId> calendar{};
    std::optional<CalendarPlan> plan{};
    std::optional<Date> holds_from{};
    Time from{};
    Minutes minutes{};
};
void describe(Fields& fields, TryCalendar& wish);

struct TriedPiece {
    Time from{};
    Time to{};
    std::optional<RestCause> rest{};  // Absent: work.
    Date day{};
    std::optional<Holiday> holiday{};
    std::optional<std::string> label{};
};
void describe(Fields& fields, TriedPiece& piece);

struct TriedCalendar {
    std::optional<Time> due_at{};      // Absent: not within twenty years.
    std::vector<TriedPiece> pieces{};  // Up to then, at most pieces_shown.
    bool is_cut = false;               // There are more.
};
void describe(Fields& fields, TriedCalendar& tried);

inline constexpr std::size_t pieces_shown = 300;
inline constexpr std::int64_t tried_minutes_most = 2'000 * 60;  // A working year.

// --- Holiday sets ----------------------------------------------------------------------------

struct HolidaySet {
    HolidaySetId id{};
    std::int64_t version = 1;
    std::string name{};
    std::vector<FreeDay> days{};           // In order. None in lists.
    std::int64_t total = 0;                // How many there are.
    std::vector<std::string> calendars{};  // Names of those in use whose newest plan uses it.
    std::optional<Time> retired_at{};
};
void describe(Fields& fields, HolidaySet& set);

struct HolidaySetList {
    std::vector<HolidaySet> items{};  // By name.
};
void describe(Fields& fields, HolidaySetList& list);

struct ListHolidaySets {
    std::optional<bool> retired{};
};
void describe(Fields& fields, ListHolidaySets& wish);

struct OfHolidaySet {
    HolidaySetId set{};
};
void describe(Fields& fields, OfHolidaySet& wish);

struct AddHolidaySet {
    std::string name{};
    std::vector<FreeDay> days{};
};
void describe(Fields& fields, AddHolidaySet& wish);

// Other days are a new version of every calendar that uses the set.
struct EditHolidaySet {
    HolidaySetId set{};
    std::int64_t version = 0;
    std::optional<std::string> name{};
    std::optional<std::vector<FreeDay>> days{};
    std::optional<Date> holds_from{};  // Absent: today, by each calendar's clock.
};
void describe(Fields& fields, EditHolidaySet& wish);

// The file as base64: iCalendar, events of whole days, from last year to ten years ahead.
struct PreviewHolidayFile {
    std::string content{};
};
void describe(Fields& fields, PreviewHolidayFile& wish);

struct HolidayFile {
    std::vector<FreeDay> days{};
};
void describe(Fields& fields, HolidayFile& file);

enum class ImportedDays { add, replace };
constexpr auto names(ImportedDays) {
    return enum_names("add", "replace");
}

struct ImportHolidays {
    HolidaySetId set{};
    std::string content{};
    ImportedDays days = ImportedDays::add;
    std::optional<Date> holds_from{};
};
void describe(Fields& fields, ImportHolidays& wish);

// --- Events ----------------------------------------------------------------------------------

struct PlannedDay {
    Date day{};
    std::vector<HourSpan> hours{};

    friend bool operator==(const PlannedDay&, const PlannedDay&) = default;
};
void describe(Fields& fields, PlannedDay& day);

// A version of the plan. The labels are the text `labels` (PlanLabels); `name` is one where the
// calendar is new.
struct CalendarSaved {
    static constexpr std::string_view name = "calendars.calendar_saved";
    static constexpr int schema = 1;

    int number = 1;
    Date holds_from{};
    std::string zone{};
    bool always = false;
    std::vector<people::OpenHours> week{};
    bool polish_holidays = true;
    std::vector<HolidaySetId> holiday_sets{};
    std::vector<PlannedDay> days{};
    std::vector<Date> free_days{};  // Of the sets.

    friend bool operator==(const CalendarSaved&, const CalendarSaved&) = default;
};
void describe(Fields& fields, CalendarSaved& event);

struct CalendarRenamed {  // name
    static constexpr std::string_view name = "calendars.calendar_renamed";
    static constexpr int schema = 1;
};
void describe(Fields& fields, CalendarRenamed& event);

struct DefaultChosen {  // About the one that becomes it, and about the one that was it.
    static constexpr std::string_view name = "calendars.default_chosen";
    static constexpr int schema = 1;

    bool is_default = true;
};
void describe(Fields& fields, DefaultChosen& event);

struct CalendarRetired {
    static constexpr std::string_view name = "calendars.calendar_retired";
    static constexpr int schema = 1;
};
void describe(Fields& fields, CalendarRetired& event);

struct CalendarPutBack {
    static constexpr std::string_view name = "calendars.calendar_put_back";
    static constexpr int schema = 1;
};
void describe(Fields& fields, CalendarPutBack& event);

// Name and labels are texts, of a change those that it changes.
struct HolidaysSaved {
    static constexpr std::string_view name = "calendars.holidays_saved";
    static constexpr int schema = 1;

    std::vector<Date> days{};

    friend bool operator==(const HolidaysSaved&, const HolidaysSaved&) = default;
};
void describe(Fields& fields, HolidaysSaved& event);

struct HolidaysRetired {
    static constexpr std::string_view name = "calendars.holidays_retired";
    static constexpr int schema = 1;
};
void describe(Fields& fields, HolidaysRetired& event);

struct HolidaysPutBack {
    static constexpr std::string_view name = "calendars.holidays_put_back";
    static constexpr int schema = 1;
};
void describe(Fields& fields, HolidaysPutBack& event);

inline constexpr std::string_view calendar_kind = "calendar";  // The subjects of these events.
inline constexpr std::string_view set_kind = "holiday_set";

// --- Rights and reasons ----------------------------------------------------------------------

inline constexpr Right see{"calendars.see"};
inline constexpr Right edit{"calendars.edit"};

// Of single fields.
inline constexpr Reason name_missing{Refusal::invalid, "calendars.name_missing"};
inline constexpr Reason zone_unknown{Refusal::invalid, "calendars.zone_unknown"};
inline constexpr Reason hours_malformed{Refusal::invalid, "calendars.hours_malformed"};
inline constexpr Reason hours_overlap{Refusal::invalid, "calendars.hours_overlap"};
inline constexpr Reason hours_missing{Refusal::invalid, "calendars.hours_missing"};
inline constexpr Reason day_out_of_range{Refusal::invalid, "calendars.day_out_of_range"};
inline constexpr Reason day_doubled{Refusal::invalid, "calendars.day_doubled"};
inline constexpr Reason set_unknown{Refusal::invalid, "calendars.set_unknown"};
inline constexpr Reason set_doubled{Refusal::invalid, "calendars.set_doubled"};
inline constexpr Reason nothing_to_preview{Refusal::invalid, "calendars.nothing_to_preview"};
// Of the whole.
inline constexpr Reason name_taken{Refusal::conflict, "calendars.name_taken"};
inline constexpr Reason days_too_many{Refusal::conflict, "calendars.days_too_many"};  // {most}
inline constexpr Reason calendars_too_many{Refusal::conflict, "calendars.calendars_too_many"};
inline constexpr Reason sets_too_many{Refusal::conflict, "calendars.sets_too_many"};
inline constexpr Reason month_closed{Refusal::conflict, "calendars.month_closed"};  // {until}
inline constexpr Reason always_works{Refusal::conflict, "calendars.always_works"};
inline constexpr Reason day_not_special{Refusal::conflict, "calendars.day_not_special"};
inline constexpr Reason is_default_one{Refusal::conflict, "calendars.is_default_one"};
inline constexpr Reason is_retired{Refusal::conflict, "calendars.is_retired"};
inline constexpr Reason is_in_use{Refusal::conflict, "calendars.is_in_use"};
inline constexpr Reason set_is_used{Refusal::conflict, "calendars.set_is_used"};  // {calendars}
inline constexpr Reason set_is_retired{Refusal::conflict, "calendars.set_is_retired"};
inline constexpr Reason set_is_in_use{Refusal::conflict, "calendars.set_is_in_use"};

}  // namespace ogniwo::calendars
