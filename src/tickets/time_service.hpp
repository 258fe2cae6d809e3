#pragma once

// The verbs of work that was done: booked, corrected by reversal, listed, added up, exported.
//
// Whoever sees a ticket and may see times sees its entries, without what is internal unless they
// may see notes. Order of refusals: the ticket (`missing`, `forbidden`), for whom, what kind of
// work, when; then the stopwatch.

#include <vector>

#include "storage/journal.hpp"
#include "storage/work.hpp"
#include "tickets/service.hpp"
#include "tickets/time_types.hpp"

namespace ogniwo::tickets {

Result<WorkTypes> list_work_types(const View& view, const Nothing&);
Result<WorkType> add_work_type(Work& work, const AddWorkType& wish);
Result<WorkType> edit_work_type(Work& work, const EditWorkType& wish);

Result<BookedTime> book_time(Work& work, const BookTime& wish);
Result<BookedTime> correct_time(Work& work, const CorrectTime& wish);

Result<TicketTime> list_ticket_time(const View& view, const ListTicketTime& wish);
// At most a year, a month for one's own.
Result<TimeList> list_time(const View& view, const ListTime& wish);
Result<ExportedTime> export_time(const View& view, const ExportTime& wish);
Result<MyTime> read_my_time(const View& view, const ReadMyTime& wish);

// Writes names beside the ids and takes away what this reader may not see.
void complete_time(const View& view, std::vector<TimeEntry>& entries);

// What the slice holds about a person's work, and how it forgets the words: the minutes stay.
std::vector<OwnTimeEntry> time_of_person(const View& view, PersonId person);
void erase_time_of(Work& work, PersonId person);

// Entries that their ticket's events do not explain, and the other way round.
void compare_time(Tx& tx,
                  TicketId ticket,
                  const std::vector<Event>& events,
                  std::vector<Difference>& found);

}  // namespace ogniwo::tickets
