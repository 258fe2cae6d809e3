#pragma once

// What may stand in the catalogue of skills.

#include <vector>

#include "tiers/skill_types.hpp"

namespace ogniwo::tiers {

// A skill as it would be, among those in use. Refused: a name of nothing but spaces; a name that
// another skill has, in the same language and without regard to case and diacritics.
Outcome check_skill(const Skill& skill, const std::vector<Skill>& all);

}  // namespace ogniwo::tiers
