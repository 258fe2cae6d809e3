#pragma once

// What the invented company has promised to its customers.

#include "storage/work.hpp"

namespace ogniwo::demo {

// A contract of two customers above what holds for everybody, since `since`, for what is over too.
Outcome add_promises(Work& work, Date since);

}  // namespace ogniwo::demo
