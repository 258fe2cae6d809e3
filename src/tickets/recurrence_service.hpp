#pragma once

// Tickets that come by themselves. A timer per recurrence; see recurrence_types.hpp.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "storage/timers.hpp"
#include "storage/work.hpp"
#include "tickets/recurrence_types.hpp"

namespace ogniwo::tickets {

inline constexpr std::string_view recurrence_timer = "tickets.recurrence";

// What notices call them: their subjects, to whoever may change them.
std::map<std::int64_t, std::string> recurrence_labels(const View& view,
                                                      const std::vector<std::int64_t>& ids);
Result<RecurrenceList> list_recurrences(const View& view, const Nothing&);
Result<Recurrence> make_recurrence(Work& work, const MakeRecurrence& wish);
Result<Recurrence> edit_recurrence(Work& work, const EditRecurrence& wish);
Result<RecurrenceDays> preview_recurrence(const View& view, const PreviewRecurrence& wish);

// Makes the ticket of the last day that has come, and sets the timer to the next.
Outcome recurrence_due(Work& work, const Timer& timer);

}  // namespace ogniwo::tickets
