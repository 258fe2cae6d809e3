#pragma once

// Reports about promises, and months that are closed.

#include <functional>
#include <vector>

#include "sla/report_types.hpp"
#include "storage/work.hpp"

namespace ogniwo::sla {

// Whoever may see the reports of a customer only sees that customer's.
Result<Attainment> read_attainment(const View& view, const ReadAttainment& wish);

Result<ClosedMonthList> list_closed_months(const View& view, const Nothing&);
// With all months before it that are not closed. What ended then stays in reports as it is now, and
// calendars are not changed any more for its days.
Result<ClosedMonth> close_month(Work& work, const CloseMonth& wish);

// For slices above: clocks that were missed, the latest first; of closed months, too, as they are
// now.
struct MissedClock {
    std::int64_t ticket = 0;
    Target target = Target::resolution;
    int run = 1;
    Time ended_at{};
    Microseconds budget{};
    Microseconds spent{};
};
Result<std::vector<MissedClock>> list_missed(const View& view,
                                             const ReadAttainment& wish,
                                             const std::optional<Target>& target,
                                             int limit);

// Whether clocks are being counted anew just now: then no month is closed.
using IsCounting = std::function<bool(Tx&)>;
void on_counting(IsCounting counting);

// The last day that is closed.
std::optional<Date> closed_until(Tx& tx);

}  // namespace ogniwo::sla
