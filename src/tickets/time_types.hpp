#pragma once

// Work that was done on a ticket, in whole minutes, and what kind of work it was.
//
// Entries are never changed: what was wrong is reversed by an entry with the minutes negated, and
// the right one is booked beside it. So every sum over all entries is exact, and whoever bills them
// sees each step. The customer reads the text that is meant for them; the internal one stays ours.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"
#include "people/types.hpp"
#include "storage/work.hpp"
#include "tickets/handover_types.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::tickets {

using TimeEntryId = Id<struct TimeEntryTag>;
using WorkTypeId = Id<struct WorkTypeTag>;

inline constexpr int entry_minutes_most = 24 * 60;
inline constexpr int booked_back_days = 31;
inline constexpr std::size_t workers_most = 20;
inline constexpr std::size_t work_types_most = 100;

// Remote, on site, travel ...: data that each company shapes. Retired ones keep their entries.
struct WorkType {
    WorkTypeId id{};
    std::int64_t version = 1;
    std::string name_pl{};
    std::string name_en{};
    bool billable = true;  // Where an entry does not say.
    std::optional<Time> retired_at{};
};
void describe(Fields& fields, WorkType& type);

struct WorkTypes {
    std::vector<WorkType> items{};
};
void describe(Fields& fields, WorkTypes& types);

struct AddWorkType {
    std::string name_pl{};
    std::string name_en{};
    bool billable = true;
};
void describe(Fields& fields, AddWorkType& wish);

struct EditWorkType {
    WorkTypeId work_type{};
    std::int64_t version = 0;
    std::optional<std::string> name_pl{};
    std::optional<std::string> name_en{};
    std::optional<bool> billable{};
    std::optional<bool> retired{};
};
void describe(Fields& fields, EditWorkType& wish);

// Customers' people get neither the internal text nor who booked it.
struct TimeEntry {
    TimeEntryId id{};
    TicketId ticket{};
    std::optional<std::string> subject{};  // Of the ticket, where a list spans several.
    CustomerId customer{};
    std::optional<std::string> customer_name{};
    PersonId person{};
    std::optional<std::string> person_name{};
    std::optional<PersonId> booked_by{};
    std::optional<std::string> booked_by_name{};
    Time booked_at{};
    WorkTypeId work_type{};
    std::string work_type_pl{};
    std::string work_type_en{};
    Date worked_on{};
    std::optional<Time> started_at{};
    int minutes = 0;  // Negative in a reversal.
    bool billable = true;
    std::optional<std::string> customer_text{};
    std::optional<std::string> internal_text{};  // In a reversal: why.
    bool by_stopwatch = false;
    std::optional<TimeEntryId> reverses{};
    std::optional<TimeEntryId> replaces{};
    std::optional<TimeEntryId> reversed_by{};
};
void describe(Fields& fields, TimeEntry& entry);

// What is said about a stretch of work, whoever did it.
struct WorkedTime {
    WorkTypeId work_type{};
    int minutes = 0;
    std::optional<Date> worked_on{};  // Without it: the day of the start, else today.
    std::optional<Time> started_at{};
    std::optional<bool> billable{};  // Without it: as the work type says.
    std::optional<std::string> customer_text{};
    std::optional<std::string> internal_text{};
};
void describe(Fields& fields, WorkedTime& worked);

struct BookTime {
    TicketId ticket{};
    WorkedTime work{};
    std::optional<std::vector<PersonId>> persons{};  // An entry each. Without: whoever books.
    std::optional<bool> from_stopwatch{};            // Puts the stopwatch back to nothing.
};
void describe(Fields& fields, BookTime& wish);

// Reverses an entry and, where there is a right one, books that.
struct CorrectTime {
    TicketId ticket{};
    TimeEntryId entry{};
    std::optional<std::string> reason{};
    std::optional<WorkedTime> work{};
};
void describe(Fields& fields, CorrectTime& wish);

struct PersonMinutes {
    PersonId person{};
    std::optional<std::string> name{};
    std::int64_t minutes = 0;
    std::int64_t billable_minutes = 0;
};
void describe(Fields& fields, PersonMinutes& minutes);

struct TimeTotals {
    std::int64_t entries = 0;  // Reversals included.
    std::int64_t minutes = 0;
    std::int64_t billable_minutes = 0;
};
void describe(Fields& fields, TimeTotals& totals);

struct ListTicketTime {
    TicketId ticket{};
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListTicketTime& wish);

struct TicketTime {
    std::vector<TimeEntry> items{};  // In the order in which they were booked.
    TimeTotals totals{};             // Of all entries, not of this page.
    std::vector<PersonMinutes> persons{};
    std::optional<std::string> next{};
};
void describe(Fields& fields, TicketTime& time);

struct BookedTime {
    std::vector<TimeEntry> items{};  // What this added: a reversal before what replaces it.
};
void describe(Fields& fields, BookedTime& booked);

// Both days included.
struct ListTime {
    Date from{};
    Date to{};
    std::optional<PersonId> person{};
    std::optional<CustomerId> customer{};
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListTime& wish);

struct TimeList {
    std::vector<TimeEntry> items{};  // The last day first.
    TimeTotals totals{};
    std::optional<std::string> next{};
};
void describe(Fields& fields, TimeList& list);

struct ExportTime {
    Date from{};
    Date to{};
    std::optional<PersonId> person{};
    std::optional<CustomerId> customer{};
    std::optional<people::Language> language{};  // Of headings and work types; else the company's.
};
void describe(Fields& fields, ExportTime& wish);

struct ExportedTime {
    std::string name{};
    std::string csv{};
    std::int64_t rows = 0;
};
void describe(Fields& fields, ExportedTime& file);

struct ReadMyTime {
    Date from{};
    Date to{};
};
void describe(Fields& fields, ReadMyTime& wish);

// Nothing was booked between two entries of one day.
struct TimeGap {
    Time from{};
    Time to{};
    int minutes = 0;
};
void describe(Fields& fields, TimeGap& gap);

struct TimeDay {
    Date day{};
    std::int64_t minutes = 0;
    std::int64_t billable_minutes = 0;
    std::vector<TimeGap> gaps{};
    std::vector<TimeEntry> items{};
};
void describe(Fields& fields, TimeDay& day);

struct MyTime {
    std::vector<TimeDay> days{};  // Every day that was asked for.
    TimeTotals totals{};
    bool more = false;  // There are more entries than the days hold; the totals know them all.
};
void describe(Fields& fields, MyTime& time);

// As a person may take it along.
struct OwnTimeEntry {
    TicketId ticket{};
    Date worked_on{};
    int minutes = 0;
    std::optional<std::string> customer_text{};
    std::optional<std::string> internal_text{};
};
void describe(Fields& fields, OwnTimeEntry& entry);

// Events. The texts of each are named beside it.

struct TicketTimeBooked {  // customerText; internalText, hidden from customers
    static constexpr std::string_view name = "tickets.time_booked";
    static constexpr int schema = 1;

    TimeEntryId entry{};
    PersonId person{};
    WorkTypeId work_type{};
    Date worked_on{};
    int minutes = 0;
    bool billable = true;
    bool by_stopwatch = false;
    std::optional<TimeEntryId> replaces{};
};
void describe(Fields& fields, TicketTimeBooked& event);

struct TicketTimeReversed {  // reason, hidden from customers
    static constexpr std::string_view name = "tickets.time_reversed";
    static constexpr int schema = 1;

    TimeEntryId entry{};  // The one that reverses.
    TimeEntryId reverses{};
    PersonId person{};
    WorkTypeId work_type{};
    Date worked_on{};
    int minutes = 0;  // Negative.
    bool billable = true;
};
void describe(Fields& fields, TicketTimeReversed& event);

struct WorkTypeSaved {  // namePl, nameEn
    static constexpr std::string_view name = "tickets.work_type_saved";
    static constexpr int schema = 1;

    WorkTypeId work_type{};
    bool billable = true;
    bool retired = false;
};
void describe(Fields& fields, WorkTypeSaved& event);

inline constexpr Right see_time{"tickets.see_time"};          // Of tickets that one sees.
inline constexpr Right see_all_time{"tickets.see_all_time"};  // Everybody's, by customer.
inline constexpr Right book_work{"tickets.book_time"};        // One's own.
inline constexpr Right book_for_others{"tickets.book_time_for_others"};
inline constexpr Right edit_work_types{"tickets.edit_work_types"};

inline constexpr Reason work_type_unknown{Refusal::invalid, "tickets.work_type_unknown"};
inline constexpr Reason work_types_too_many{Refusal::conflict, "tickets.work_types_too_many"};
inline constexpr Reason time_in_future{Refusal::invalid, "tickets.time_in_future"};
inline constexpr Reason time_too_old{Refusal::invalid, "tickets.time_too_old"};
inline constexpr Reason start_not_that_day{Refusal::invalid, "tickets.start_not_that_day"};
inline constexpr Reason worker_unknown{Refusal::invalid, "tickets.worker_unknown"};
inline constexpr Reason only_own_time{Refusal::forbidden, "tickets.only_own_time"};
inline constexpr Reason time_reversed{Refusal::conflict, "tickets.time_reversed"};
inline constexpr Reason reversal_stands{Refusal::conflict, "tickets.reversal_stands"};
inline constexpr Reason days_too_many{Refusal::invalid, "tickets.days_too_many"};
inline constexpr Reason export_too_large{Refusal::too_large, "tickets.export_too_large"};

}  // namespace ogniwo::tickets
