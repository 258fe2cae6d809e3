#pragma once

// The duty of several people over some days, for slices above, which have asked for their own
// rights already.

#include <vector>

#include "storage/work.hpp"
#include "tiers/week_types.hpp"

namespace ogniwo::tiers {

// Whoever is a member of some tier and can still sign in, each once.
std::vector<PersonId> technicians(Tx& tx);

// Ten years either way: beyond them nothing is planned, and years end.
Outcome is_near(Time at, Time now, const char* pointer);

// The window is near. In the order of `persons`. Somebody works when their shifts say so in a tier
// that plans shifts, and within the hours of a tier that plans none. Stand-ins are not in it: they
// are for a moment.
std::vector<PersonWeek> weeks_of(const View& view,
                                 const std::vector<PersonId>& persons,
                                 const TimeSpan& window);

}  // namespace ogniwo::tiers
