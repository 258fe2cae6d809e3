#pragma once

// Time entries and work types in their tables.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/time_types.hpp"

namespace ogniwo::tickets::store {

std::vector<WorkType> list_work_types(Tx& tx);
std::optional<WorkType> find_work_type(Tx& tx, WorkTypeId type);
// Raises the version, so that two changes never interleave, and loads what is there.
std::optional<WorkType> claim_work_type(Tx& tx, WorkTypeId type);
WorkTypeId insert_work_type(Tx& tx, const WorkType& type);
void update_work_type(Tx& tx, const WorkType& type);

// Entries come with the names of their work types, and without those of persons and customers.

TimeEntryId insert_time(Tx& tx, const TimeEntry& entry);
std::optional<TimeEntry> find_time(Tx& tx, TicketId ticket, TimeEntryId entry);
std::vector<TimeEntry> list_time_booked_on(Tx& tx,
                                           TicketId ticket,
                                           const std::pair<TimeEntryId, int>& page);
// What is shown at these tickets: without what was split off, and with what was split off to them.
std::vector<TimeEntry> list_shown_time(Tx& tx,
                                       const std::vector<TicketId>& tickets,
                                       const std::pair<TimeEntryId, int>& page);
TimeTotals total_shown_time(Tx& tx, const std::vector<TicketId>& tickets);
// The longest first.
std::vector<PersonMinutes> total_by_person(Tx& tx, const std::vector<TicketId>& tickets);
// Counts for this customer from then on.
void give_time_to(Tx& tx, TicketId ticket, CustomerId customer);

struct TimeFilter {
    Date from{};
    Date to{};
    std::optional<PersonId> person{};
    std::optional<CustomerId> customer{};
};
struct TimePlace {
    Date worked_on{};
    TimeEntryId entry{};
};
// The last day first; without a place from the last day on.
std::vector<TimeEntry> list_time(Tx& tx,
                                 const Scope& scope,
                                 const TimeFilter& filter,
                                 const std::pair<std::optional<TimePlace>, int>& page);
TimeTotals total_time(Tx& tx, const Scope& scope, const TimeFilter& filter);

// A person's own, whichever customers they still see: nobody loses sight of their own hours.
std::vector<TimeEntry> list_time_of(Tx& tx, PersonId person, const TimeFilter& days, int limit);
struct DayTotals {
    Date day{};
    TimeTotals totals{};
};
std::vector<DayTotals> total_days_of(Tx& tx, PersonId person, const TimeFilter& days);

std::vector<OwnTimeEntry> list_own_time(Tx& tx, PersonId person);
std::vector<TicketId> list_tickets_with_time_of(Tx& tx, PersonId person);
void erase_time_texts_of(Tx& tx, PersonId person);

}  // namespace ogniwo::tickets::store
