#pragma once

// The days of a report, for slices above that report about the same time.

#include <string_view>
#include <utility>

#include "base/result.hpp"
#include "base/time.hpp"

namespace ogniwo::sla {

// From the beginning of the first day to the end of the last one, by that zone: refused where the
// reports of this slice refuse it.
Result<std::pair<Time, Time>> report_span(Date from, Date to, std::string_view zone);

}  // namespace ogniwo::sla
