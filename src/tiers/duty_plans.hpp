#pragma once

// What decides when people work, loaded for the rules. Private to the slice.

#include <utility>
#include <vector>

#include "storage/work.hpp"
#include "tiers/duty_rules.hpp"

namespace ogniwo::tiers {

// No shift that began longer before a moment counts at it.
inline constexpr std::chrono::hours shift_reach{24 * 2};

// One plan per person, in their order; without `has_shifts`. Shifts and absences are those that
// meet the window.
std::vector<DutyPlan> load_plans(Tx& tx,
                                 const std::vector<PersonId>& persons,
                                 const std::pair<Time, Time>& window);

// The kind of an absence may tell of somebody's health.
bool may_know_kind(const View& view, PersonId person);

}  // namespace ogniwo::tiers
