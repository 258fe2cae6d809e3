#pragma once

// When people work in the demo: shops also on Saturdays, with a shorter day at the end of the year,
// and schools with days off of their own.

#include "storage/work.hpp"

namespace ogniwo::demo {

// Beside those that every installation begins with.
Outcome add_calendars(Work& work);

}  // namespace ogniwo::demo
