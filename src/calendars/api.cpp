#include "calendars/api.hpp"

#include "base/describe.hpp"
#include "base/limits.hpp"
#include "calendars/documents.hpp"
#include "calendars/service.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"

namespace ogniwo {

void describe(Fields& fields, HourSpan& span) {
    fields("from", span.from).within(0, 1440).about("Minutes since local midnight.");
    fields("to", span.to).within(0, 1440).about("The same; 1440 is the end of the day.");
}

}  // namespace ogniwo

namespace ogniwo::calendars {
namespace {

using people::Weekday;

constexpr std::int64_t name_most = 120;
constexpr std::int64_t label_most = 200;
constexpr std::int64_t zone_most = 60;
constexpr std::int64_t spans_most = 24;  // Of one day.
constexpr std::int64_t week_most = 7 * spans_most;
constexpr std::size_t file_body = 2 * limits::mib;  // 1 MiB as base64.
constexpr auto listed_most = static_cast<std::int64_t>(limits::json_list);

constexpr Date sample_day = std::chrono::year{2030} / 5 / 2;
constexpr HourSpan sample_hours{Minutes{8 * 60}, Minutes{13 * 60}};

// BEGIN:VCALENDAR ... 2030-05-02 ... END:VCALENDAR
constexpr const char* sample_file =
    "QkVHSU46VkNBTEVOREFSDQpCRUdJTjpWRVZFTlQNCkRUU1RBUlQ7VkFMVUU9REFURToyMDMwMDUwMg0KU1VNTUFSWTpN"
    "YWrDs3drYQ0KRU5EOlZFVkVOVA0KRU5EOlZDQUxFTkRBUg0K";

// The fields of a plan, where each may be left out.
template <class Wish>
void describe_changes(Fields& fields, Wish& wish) {
    fields("zone", wish.zone).at_most(zone_most).about("An IANA name, Europe/Warsaw.");
    fields("always", wish.always).about("Around the clock; then nothing below counts.");
    fields("week", wish.week).at_most(week_most);
    fields("polishHolidays", wish.polish_holidays);
    fields("holidaySets", wish.holiday_sets).at_most(static_cast<std::int64_t>(sets_per_plan_most));
    fields("days", wish.days)
        .at_most(static_cast<std::int64_t>(special_days_most))
        .about("Instead of the week and of holidays; without hours, a day off.");
}

void allow_roles() {
    using people::Role;
    people::allow_reading(see, {Role::technician, Role::bookkeeper, Role::consultant});
    people::allow(edit, {Role::administrator});
}

void mount_changes(Operations& operations) {
    operations
        .post<AddCalendar, Calendar>("calendars.add_calendar",
                                     "/work-calendars",
                                     edit,
                                     add_calendar,
                                     {.name = "Kasy",
                                      .week = {{{Weekday::monday, Minutes{540}, Minutes{780}},
                                                {Weekday::monday, Minutes{840}, Minutes{1080}}}}})
        .creates()
        .about("Adds a calendar; its first plan holds for ever, until another one does.");
    operations
        .patch<EditCalendar, Calendar>("calendars.edit_calendar",
                                       "/work-calendars/{calendar}",
                                       edit,
                                       edit_calendar,
                                       {.calendar = {1}, .version = 1, .polish_holidays = false})
        .about("Renames a calendar, or makes a new version of its plan that holds from a day on.");
    operations
        .post<OfCalendar, Calendar>("calendars.make_default",
                                    "/work-calendars/{calendar}/make-default",
                                    edit,
                                    make_default,
                                    {.calendar = {1}})
        .about("What names no calendar counts by this one.");
    operations
        .post<OfCalendar, Calendar>("calendars.retire_calendar",
                                    "/work-calendars/{calendar}/retire",
                                    edit,
                                    retire_calendar,
                                    {.calendar = {1}})
        .about("Takes a calendar out of use: what counts by it does so still, nothing new does.");
    operations
        .post<OfCalendar, Calendar>("calendars.put_calendar_back",
                                    "/work-calendars/{calendar}/put-back",
                                    edit,
                                    put_calendar_back,
                                    {.calendar = {1}})
        .about("Puts a retired calendar back into use, if its name is still free.");
    operations
        .post<AddSpecialDay, Calendar>(
            "calendars.add_special_day",
            "/work-calendars/{calendar}/days",
            edit,
            add_special_day,
            {.calendar = {1}, .day = sample_day, .hours = {sample_hours}, .label = "Krótszy dzień"})
        .about("A day off, or one with hours of its own, in every plan of the calendar.");
    operations
        .del<RemoveSpecialDay, Calendar>("calendars.remove_special_day",
                                         "/work-calendars/{calendar}/days/{day}",
                                         edit,
                                         remove_special_day,
                                         {.calendar = {1}, .day = sample_day})
        .about("The day is like others of its weekday again.");
    operations
        .post<SetSaturdayHours, Calendar>("calendars.set_saturday_hours",
                                          "/work-calendars/{calendar}/saturday",
                                          edit,
                                          set_saturday_hours,
                                          {.calendar = {1}, .hours = {sample_hours}})
        .about("Hours of every Saturday from a day on, in every plan of the calendar.");
}

void mount_looking(Operations& operations) {
    operations
        .get("calendars.list_calendars", "/work-calendars", see, list_calendars, ListCalendars{})
        .about("All calendars in use: the default one, then by name.");
    operations
        .get<OfCalendar, Calendar>("calendars.show_calendar",
                                   "/work-calendars/{calendar}",
                                   see,
                                   show_calendar,
                                   {.calendar = {1}})
        .about("One calendar with its newest plan; its version is the ETag.");
    operations
        .get<OfCalendar, CalendarVersionList>("calendars.list_calendar_versions",
                                              "/work-calendars/{calendar}/versions",
                                              see,
                                              list_calendar_versions,
                                              {.calendar = {1}})
        .about("The versions of its plan, the newest first, and since when each was known.");
    operations
        .get<SuggestDays, DaySuggestionList>("calendars.suggest_days",
                                             "/work-calendars/{calendar}/suggestions",
                                             see,
                                             suggest_days,
                                             {.calendar = {1}, .year = 2026})
        .about("Days off in lieu of holidays on a Saturday, and shorter days, in one year.");
    operations
        .ask<PreviewCalendar, CalendarMonth>("calendars.preview_calendar",
                                             "/work-calendars/preview",
                                             see,
                                             preview_calendar,
                                             {.calendar = CalendarId{1}, .year = 2026, .month = 12})
        .about("A month of a calendar, day by day, as it is or as it would be.");
    operations
        .ask<TryCalendar, TriedCalendar>("calendars.try_calendar",
                                         "/work-calendars/try",
                                         see,
                                         try_calendar,
                                         {.calendar = CalendarId{1},
                                          .from = from_micros(1'795'000'000'000'000),
                                          .minutes = Minutes{480}})
        .about("When so much working time after a moment is over, and what lies in between.");
}

void mount_sets(Operations& operations) {
    operations
        .get("calendars.list_holiday_sets",
             "/holiday-sets",
             see,
             list_holiday_sets,
             ListHolidaySets{})
        .about("All holiday sets in use by name, without their days.");
    operations
        .get<OfHolidaySet, HolidaySet>("calendars.show_holiday_set",
                                       "/holiday-sets/{set}",
                                       see,
                                       show_holiday_set,
                                       {.set = {1}})
        .about("One holiday set with its days; its version is the ETag.");
    operations
        .post<AddHolidaySet, HolidaySet>("calendars.add_holiday_set",
                                         "/holiday-sets",
                                         edit,
                                         add_holiday_set,
                                         {.name = "Dni firmy", .days = {{sample_day, "Majówka"}}})
        .creates()
        .about("Adds a named list of days off.");
    operations
        .patch<EditHolidaySet, HolidaySet>("calendars.edit_holiday_set",
                                           "/holiday-sets/{set}",
                                           edit,
                                           edit_holiday_set,
                                           {.set = {1}, .version = 1, .name = "Dni szkoły"})
        .about("Changes a set, and with its days every calendar that uses it.");
    operations
        .ask<PreviewHolidayFile, HolidayFile>("calendars.preview_holiday_file",
                                              "/holiday-sets/preview",
                                              see,
                                              preview_holiday_file,
                                              {.content = sample_file})
        .most_body(file_body)
        .about("The days of an iCalendar file; nothing is kept.");
    operations
        .post<ImportHolidays, HolidaySet>("calendars.import_holidays",
                                          "/holiday-sets/{set}/import",
                                          edit,
                                          import_holidays,
                                          {.set = {1}, .content = sample_file})
        .most_body(file_body)
        .about("Adds the days of an iCalendar file to a set, or puts them in place of its own.");
    operations
        .post<OfHolidaySet, HolidaySet>("calendars.retire_holiday_set",
                                        "/holiday-sets/{set}/retire",
                                        edit,
                                        retire_holiday_set,
                                        {.set = {1}})
        .about("Takes a set out of use that no calendar in use has in its plan.");
    operations
        .post<OfHolidaySet, HolidaySet>("calendars.put_holiday_set_back",
                                        "/holiday-sets/{set}/put-back",
                                        edit,
                                        put_holiday_set_back,
                                        {.set = {1}})
        .about("Puts a retired set back into use, if its name is still free.");
}

}  // namespace

void describe(Fields& fields, LabelledDay& day) {
    fields("day", day.day);
    fields("hours", day.hours).at_most(spans_most).may_be_missing().about("None: a day off.");
    fields("label", day.label).at_most(label_most).may_be_missing().about("Why.");
}

void describe(Fields& fields, FreeDay& day) {
    fields("day", day.day);
    fields("label", day.label).at_most(label_most).may_be_missing();
}

void describe(Fields& fields, CalendarPlan& plan) {
    fields("zone", plan.zone).at_most(zone_most).about("An IANA name, Europe/Warsaw.");
    fields("always", plan.always).may_be_missing().about("Around the clock.");
    fields("week", plan.week).at_most(week_most).may_be_missing();
    fields("polishHolidays", plan.polish_holidays).may_be_missing();
    fields("holidaySets", plan.holiday_sets)
        .at_most(static_cast<std::int64_t>(sets_per_plan_most))
        .may_be_missing();
    fields("days", plan.days)
        .at_most(static_cast<std::int64_t>(special_days_most))
        .may_be_missing()
        .about("Instead of the week and of holidays.");
}

void describe(Fields& fields, NamedSet& named) {
    fields("set", named.set);
    fields("name", named.name);
}

void describe(Fields& fields, Calendar& calendar) {
    fields("id", calendar.id);
    fields("version", calendar.version);
    fields("name", calendar.name);
    fields("isDefault", calendar.is_default);
    fields("number", calendar.number).about("Of the newest version of the plan.");
    fields("holdsFrom", calendar.holds_from).about("1970-01-01: for ever.");
    fields("plan", calendar.plan);
    fields("sets", calendar.sets).about("Names of the holiday sets of the plan.");
    fields("retiredAt", calendar.retired_at).about("It is not chosen any more.");
}

void describe(Fields& fields, CalendarList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, ListCalendars& wish) {
    fields("retired", wish.retired).about("True: those alone. Else those in use.");
}

void describe(Fields& fields, OfCalendar& wish) {
    fields("calendar", wish.calendar);
}

void describe(Fields& fields, AddCalendar& wish) {
    fields("name", wish.name).within(1, name_most).about("No two in use have the same.");
    describe_changes(fields, wish);
}

void describe(Fields& fields, EditCalendar& wish) {
    fields("calendar", wish.calendar);
    fields("version", wish.version);
    fields("name", wish.name).within(1, name_most);
    describe_changes(fields, wish);
    fields("holdsFrom", wish.holds_from)
        .about("From its midnight on this replaces all that held. Missing: today.");
}

void describe(Fields& fields, CalendarVersion& version) {
    fields("number", version.number);
    fields("holdsFrom", version.holds_from);
    fields("recordedAt", version.recorded_at);
    fields("isReplaced", version.is_replaced).about("It holds on no day any more.");
    fields("plan", version.plan);
    fields("freeDays", version.free_days).about("How many days its holiday sets had then.");
}

void describe(Fields& fields, CalendarVersionList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, AddSpecialDay& wish) {
    fields("calendar", wish.calendar);
    fields("day", wish.day);
    fields("hours", wish.hours).at_most(spans_most).may_be_missing().about("None: a day off.");
    fields("label", wish.label).at_most(label_most).may_be_missing();
}

void describe(Fields& fields, RemoveSpecialDay& wish) {
    fields("calendar", wish.calendar);
    fields("day", wish.day);
}

void describe(Fields& fields, SetSaturdayHours& wish) {
    fields("calendar", wish.calendar);
    fields("hours", wish.hours).at_most(spans_most).about("None: nobody works on Saturdays.");
    fields("holdsFrom", wish.holds_from).about("Missing: today.");
}

void describe(Fields& fields, DaySuggestion& suggestion) {
    fields("kind", suggestion.kind);
    fields("holiday", suggestion.holiday);
    fields("holidayOn", suggestion.holiday_on);
    fields("choices", suggestion.choices);
    fields("taken", suggestion.taken).about("One of these days is special already.");
}

void describe(Fields& fields, DaySuggestionList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, SuggestDays& wish) {
    fields("calendar", wish.calendar);
    fields("year", wish.year).within(first_year, last_year);
}

void describe(Fields& fields, PreviewedDay& day) {
    fields("day", day.day);
    fields("hours", day.hours);
    fields("cause", day.cause).about("What decides its hours.");
    fields("holiday", day.holiday);
    fields("label", day.label);
}

void describe(Fields& fields, PreviewCalendar& wish) {
    fields("calendar", wish.calendar);
    fields("plan", wish.plan).about("As if it were saved.");
    fields("holdsFrom", wish.holds_from).about("Of the plan. Missing: for ever.");
    fields("year", wish.year).within(first_year, last_year);
    fields("month", wish.month).within(1, 12);
}

void describe(Fields& fields, CalendarMonth& month) {
    fields("days", month.days);
    fields("minutes", month.minutes).about("Worked in all of them.");
}

void describe(Fields& fields, TryCalendar& wish) {
    fields("calendar", wish.calendar);
    fields("plan", wish.plan).about("As if it were saved.");
    fields("holdsFrom", wish.holds_from).about("Of the plan. Missing: for ever.");
    fields("from", wish.from);
    fields("minutes", wish.minutes).within(1, tried_minutes_most);
}

void describe(Fields& fields, TriedPiece& piece) {
    fields("from", piece.from);
    fields("to", piece.to);
    fields("rest", piece.rest).about("Missing: work.");
    fields("day", piece.day);
    fields("holiday", piece.holiday);
    fields("label", piece.label);
}

void describe(Fields& fields, TriedCalendar& tried) {
    fields("dueAt", tried.due_at).about("Missing: not within twenty years.");
    fields("pieces", tried.pieces);
    fields("isCut", tried.is_cut).about("There are more pieces.");
}

void describe(Fields& fields, HolidaySet& set) {
    fields("id", set.id);
    fields("version", set.version);
    fields("name", set.name);
    fields("days", set.days).about("None in lists.");
    fields("total", set.total);
    fields("calendars", set.calendars).about("Names of those that use it.");
    fields("retiredAt", set.retired_at);
}

void describe(Fields& fields, HolidaySetList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, ListHolidaySets& wish) {
    fields("retired", wish.retired).about("True: those alone. Else those in use.");
}

void describe(Fields& fields, OfHolidaySet& wish) {
    fields("set", wish.set);
}

void describe(Fields& fields, AddHolidaySet& wish) {
    fields("name", wish.name).within(1, name_most);
    fields("days", wish.days).at_most(listed_most).may_be_missing();
}

void describe(Fields& fields, EditHolidaySet& wish) {
    fields("set", wish.set);
    fields("version", wish.version);
    fields("name", wish.name).within(1, name_most);
    fields("days", wish.days).at_most(listed_most).about("In place of all it had.");
    fields("holdsFrom", wish.holds_from).about("Of other days. Missing: today.");
}

void describe(Fields& fields, PreviewHolidayFile& wish) {
    fields("content", wish.content)
        .within(1, static_cast<std::int64_t>(file_body))
        .about("The bytes, as base64: iCalendar.");
}

void describe(Fields& fields, HolidayFile& file) {
    fields("days", file.days).about("Whole days from last year to ten years ahead.");
}

void describe(Fields& fields, ImportHolidays& wish) {
    fields("set", wish.set);
    fields("content", wish.content)
        .within(1, static_cast<std::int64_t>(file_body))
        .about("The bytes, as base64: iCalendar.");
    fields("days", wish.days).may_be_missing().about("What becomes of those it has.");
    fields("holdsFrom", wish.holds_from).about("Missing: today.");
}

void describe(Fields& fields, PlannedDay& day) {
    fields("day", day.day);
    fields("hours", day.hours);
}

void describe(Fields& fields, CalendarSaved& event) {
    fields("number", event.number);
    fields("holdsFrom", event.holds_from);
    fields("zone", event.zone);
    fields("always", event.always);
    fields("week", event.week);
    fields("polishHolidays", event.polish_holidays);
    fields("holidaySets", event.holiday_sets);
    fields("days", event.days);
    fields("freeDays", event.free_days);
}

void describe(Fields&, CalendarRenamed&) {}

void describe(Fields& fields, DefaultChosen& event) {
    fields("isDefault", event.is_default);
}

void describe(Fields&, CalendarRetired&) {}

void describe(Fields&, CalendarPutBack&) {}

void describe(Fields& fields, HolidaysSaved& event) {
    fields("days", event.days);
}

void describe(Fields&, HolidaysRetired&) {}

void describe(Fields&, HolidaysPutBack&) {}

void describe(Fields& fields, PlanDocument& document) {
    fields("plan", document.plan);
    fields("freeDays", document.free_days);
}

void describe(Fields& fields, PlanLabels& labels) {
    fields("days", labels.days);
    fields("freeDays", labels.free_days);
}

void mount(Operations& operations) {
    allow_roles();
    operations.slice("calendars", "Working hours, days off and holidays.");
    mount_looking(operations);
    mount_changes(operations);
    mount_sets(operations);
}

}  // namespace ogniwo::calendars
