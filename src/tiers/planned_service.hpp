#pragma once

// How much everybody was planned to work, for the reports of slices above, which have asked for
// their own rights already.

#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "storage/tx.hpp"

namespace ogniwo::tiers {

struct PlannedWork {
    PersonId person{};
    Microseconds planned{};
};
// Of everybody who has shifts, between two moments, in order of the persons: shifts less approved
// absences.
std::vector<PlannedWork> planned_work(Tx& tx, Time from, Time to);

}  // namespace ogniwo::tiers
