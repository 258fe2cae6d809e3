#include "tickets/time_api.hpp"

#include "base/describe.hpp"
#include "base/limits.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tickets/cursors.hpp"
#include "tickets/time_service.hpp"

namespace ogniwo::tickets {
namespace {

using people::Role;

constexpr int name_most = 60;
constexpr int text_most = 4'000;
constexpr std::int64_t cursor_most = 1'000;
constexpr std::int64_t page_most = static_cast<std::int64_t>(limits::list_page);

constexpr Date sample_day{std::chrono::year{2025}, std::chrono::June, std::chrono::day{12}};

void allow_roles() {
    people::allow_reading(see_time,
                          {Role::administrator,
                           Role::lead,
                           Role::technician,
                           Role::bookkeeper,
                           Role::consultant,
                           Role::customer_administrator,
                           Role::customer_approver,
                           Role::customer_user});
    people::allow_reading(see_all_time, {Role::administrator, Role::lead, Role::bookkeeper});
    people::allow(book_work, {Role::administrator, Role::lead, Role::technician});
    people::allow(book_for_others, {Role::administrator, Role::lead});
    people::allow(edit_work_types, {Role::administrator, Role::lead});
}

void mount_work_types(Operations& operations) {
    operations
        .get<Nothing, WorkTypes>(
            "tickets.list_work_types", "/work-types", see_time, list_work_types, {})
        .about("Kinds of work, the retired ones included.");
    operations
        .post<AddWorkType, WorkType>("tickets.add_work_type",
                                     "/work-types",
                                     edit_work_types,
                                     add_work_type,
                                     {.name_pl = "szkolenie", .name_en = "training"})
        .creates()
        .about("Adds a kind of work.");
    operations
        .patch<EditWorkType, WorkType>("tickets.edit_work_type",
                                       "/work-types/{workType}",
                                       edit_work_types,
                                       edit_work_type,
                                       {.work_type = {1}, .version = 1, .billable = false})
        .about("Renames a kind of work, or retires it; entries keep theirs.");
}

void mount_booking(Operations& operations) {
    operations
        .post<BookTime, BookedTime>("tickets.book_time",
                                    "/tickets/{ticket}/time",
                                    book_work,
                                    book_time,
                                    {.ticket = {1},
                                     .work = {.work_type = {1},
                                              .minutes = 25,
                                              .customer_text = "Wymiana sterownika drukarki."}})
        .creates()
        .about("Books work on a ticket, for oneself or for several of our staff at once.");
    operations
        .post<CorrectTime, BookedTime>("tickets.correct_time",
                                       "/tickets/{ticket}/time/{entry}/correction",
                                       book_work,
                                       correct_time,
                                       {.ticket = {1},
                                        .entry = {1},
                                        .reason = "Pomyłka w minutach.",
                                        .work = WorkedTime{.work_type = {1}, .minutes = 20}})
        .about("Reverses an entry and, with the right work, books that in its place.");
}

void mount_lists(Operations& operations) {
    operations
        .get<ListTicketTime, TicketTime>("tickets.list_ticket_time",
                                         "/tickets/{ticket}/time",
                                         see_time,
                                         list_ticket_time,
                                         {.ticket = {1}})
        .about("Work on a ticket with its totals; customers see what is meant for them.");
    operations
        .get<ListTime, TimeList>("tickets.list_time",
                                 "/time",
                                 see_all_time,
                                 list_time,
                                 {.from = sample_day, .to = sample_day})
        .about("Everybody's work on the days from one to another, the last day first.");
    operations
        .get<ExportTime, ExportedTime>("tickets.export_time",
                                       "/time/export",
                                       see_all_time,
                                       export_time,
                                       {.from = sample_day, .to = sample_day})
        .about("The same as a table for a spreadsheet.");
    operations
        .get<ReadMyTime, MyTime>("tickets.read_my_time",
                                 "/time/mine",
                                 book_work,
                                 read_my_time,
                                 {.from = sample_day, .to = sample_day})
        .about("One's own work by day, with what lies between entries.");
}

}  // namespace

void describe(Fields& fields, WorkType& type) {
    fields("id", type.id);
    fields("version", type.version);
    fields("namePl", type.name_pl);
    fields("nameEn", type.name_en);
    fields("billable", type.billable).about("Where an entry does not say.");
    fields("retiredAt", type.retired_at);
}

void describe(Fields& fields, WorkTypes& types) {
    fields("items", types.items);
}

void describe(Fields& fields, AddWorkType& wish) {
    fields("namePl", wish.name_pl).within(1, name_most);
    fields("nameEn", wish.name_en).within(1, name_most);
    fields("billable", wish.billable).may_be_missing();
}

void describe(Fields& fields, EditWorkType& wish) {
    fields("workType", wish.work_type);
    fields("version", wish.version);
    fields("namePl", wish.name_pl).within(1, name_most);
    fields("nameEn", wish.name_en).within(1, name_most);
    fields("billable", wish.billable);
    fields("retired", wish.retired);
}

void describe(Fields& fields, TimeEntry& entry) {
    fields("id", entry.id);
    fields("ticket", entry.ticket);
    fields("subject", entry.subject);
    fields("customer", entry.customer);
    fields("customerName", entry.customer_name);
    fields("person", entry.person);
    fields("personName", entry.person_name);
    fields("bookedBy", entry.booked_by);
    fields("bookedByName", entry.booked_by_name);
    fields("bookedAt", entry.booked_at);
    fields("workType", entry.work_type);
    fields("workTypePl", entry.work_type_pl);
    fields("workTypeEn", entry.work_type_en);
    fields("workedOn", entry.worked_on);
    fields("startedAt", entry.started_at);
    fields("minutes", entry.minutes).about("Negative in a reversal.");
    fields("billable", entry.billable);
    fields("customerText", entry.customer_text);
    fields("internalText", entry.internal_text).about("In a reversal: why.");
    fields("byStopwatch", entry.by_stopwatch);
    fields("reverses", entry.reverses).about("The entry that this one takes back.");
    fields("replaces", entry.replaces).about("The entry in whose place this one stands.");
    fields("reversedBy", entry.reversed_by);
}

void describe(Fields& fields, WorkedTime& work) {
    fields("workType", work.work_type);
    fields("minutes", work.minutes).within(1, entry_minutes_most);
    fields("workedOn", work.worked_on).about("Absent: the day of the start, else today.");
    fields("startedAt", work.started_at);
    fields("billable", work.billable).about("Absent: as the work type says.");
    fields("customerText", work.customer_text).at_most(text_most).multiline();
    fields("internalText", work.internal_text).at_most(text_most).multiline();
}

void describe(Fields& fields, BookTime& wish) {
    fields("ticket", wish.ticket);
    fields("work", wish.work);
    fields("persons", wish.persons)
        .within(1, static_cast<std::int64_t>(workers_most))
        .about("An entry each; absent: whoever books.");
    fields("fromStopwatch", wish.from_stopwatch)
        .about("True: these are the minutes of one's stopwatch, which is gone then.");
}

void describe(Fields& fields, CorrectTime& wish) {
    fields("ticket", wish.ticket);
    fields("entry", wish.entry);
    fields("reason", wish.reason).at_most(text_most).multiline().about("Internal.");
    fields("work", wish.work).about("What is right; absent: nothing takes its place.");
}

void describe(Fields& fields, PersonMinutes& minutes) {
    fields("person", minutes.person);
    fields("name", minutes.name);
    fields("minutes", minutes.minutes);
    fields("billableMinutes", minutes.billable_minutes);
}

void describe(Fields& fields, TimeTotals& totals) {
    fields("entries", totals.entries).about("Reversals included.");
    fields("minutes", totals.minutes);
    fields("billableMinutes", totals.billable_minutes);
}

void describe(Fields& fields, ListTicketTime& wish) {
    fields("ticket", wish.ticket);
    fields("cursor", wish.cursor).at_most(cursor_most);
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, TicketTime& time) {
    fields("items", time.items).about("In the order in which they were booked.");
    fields("totals", time.totals).about("Of all entries, not of this page.");
    fields("persons", time.persons);
    fields("next", time.next);
}

void describe(Fields& fields, BookedTime& booked) {
    fields("items", booked.items);
}

void describe(Fields& fields, ListTime& wish) {
    fields("from", wish.from);
    fields("to", wish.to).about("Included; at most a year.");
    fields("person", wish.person);
    fields("customer", wish.customer);
    fields("cursor", wish.cursor).at_most(cursor_most);
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, TimeList& list) {
    fields("items", list.items);
    fields("totals", list.totals).about("Of all days, not of this page.");
    fields("next", list.next);
}

void describe(Fields& fields, ExportTime& wish) {
    fields("from", wish.from);
    fields("to", wish.to);
    fields("person", wish.person);
    fields("customer", wish.customer);
    fields("language", wish.language).about("Absent: our company's.");
}

void describe(Fields& fields, ExportedTime& file) {
    fields("name", file.name);
    fields("csv", file.csv);
    fields("rows", file.rows);
}

void describe(Fields& fields, ReadMyTime& wish) {
    fields("from", wish.from);
    fields("to", wish.to).about("Included; at most 31 days.");
}

void describe(Fields& fields, TimeGap& gap) {
    fields("from", gap.from);
    fields("to", gap.to);
    fields("minutes", gap.minutes);
}

void describe(Fields& fields, TimeDay& day) {
    fields("day", day.day);
    fields("minutes", day.minutes);
    fields("billableMinutes", day.billable_minutes);
    fields("gaps", day.gaps).about("Between entries that have a start.");
    fields("items", day.items);
}

void describe(Fields& fields, MyTime& time) {
    fields("days", time.days);
    fields("totals", time.totals);
    fields("more", time.more).about("True: the days do not hold all entries; the totals do.");
}

void describe(Fields& fields, OwnTimeEntry& entry) {
    fields("ticket", entry.ticket);
    fields("workedOn", entry.worked_on);
    fields("minutes", entry.minutes);
    fields("customerText", entry.customer_text);
    fields("internalText", entry.internal_text);
}

void describe(Fields& fields, TimeCursor& cursor) {
    fields("day", cursor.day);
    fields("entry", cursor.entry);
}

void mount_time(Operations& operations) {
    allow_roles();
    mount_work_types(operations);
    mount_booking(operations);
    mount_lists(operations);
}

}  // namespace ogniwo::tickets
