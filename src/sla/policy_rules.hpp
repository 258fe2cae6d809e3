#pragma once

// Which policy holds, and what a list of them may say. Pure.

#include <optional>
#include <vector>

#include "sla/policy_types.hpp"

namespace ogniwo::sla {

// The first policy that fits.
std::optional<Choice> choose(const std::vector<Policy>& policies, const Terms& terms);

// That of the priority, else that of all. Nothing: it is not promised.
std::optional<Goal> goal_of(const Policy& policy, Target target, Priority priority);

// Which version counts a run: the last one that was decided before its end (before now, while it is
// open), or one decided later that also holds for what began then. In order of versions; nothing:
// there was none yet. `began_on` is the day of its beginning, on the calendar of our company.
const PolicyVersion* version_for(const std::vector<PolicyVersion>& versions,
                                 const Run& run,
                                 Date began_on);

// All field errors of a list that somebody wishes; ids of customers and the like are asked
// elsewhere. The pointers are those of the wish.
std::vector<FieldError> errors_in(const SavePolicies& wish);

// Policies that never hold, since a single one above them takes everything that they are for.
std::vector<PolicyId> hidden_ones(const std::vector<Policy>& policies);

// When which of the promise's shares call for something, in hundredths, in order, each once.
std::vector<int> percents_of(const Policy& policy, Target target);

}  // namespace ogniwo::sla
