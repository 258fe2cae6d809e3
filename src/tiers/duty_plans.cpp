#include "tiers/duty_plans.hpp"

#include <algorithm>

#include "tiers/duty_store.hpp"

namespace ogniwo::tiers {

std::vector<DutyPlan> load_plans(Tx& tx,
                                 const std::vector<PersonId>& persons,
                                 const std::pair<Time, Time>& window) {
    std::vector<DutyPlan> plans;
    for (const PersonId person : persons) plans.push_back({.person = person});
    const auto plan_of = [&](PersonId person) {
        return std::ranges::find(plans, person, &DutyPlan::person);
    };
    for (auto& row : store::list_patterns(tx, persons)) {
        plan_of(row.person)->patterns.push_back(std::move(row.pattern));
    }
    for (const auto& row : store::list_shifts(tx, persons, window)) {
        plan_of(row.person)->shifts.push_back(row.shift);
    }
    for (auto& absence : store::list_absences_of(tx, persons, window)) {
        plan_of(absence.person)->absences.push_back(std::move(absence));
    }
    return plans;
}

bool may_know_kind(const View& view, PersonId person) {
    return view.actor.person == person || view.actor.may_everywhere(plan_duty);
}

}  // namespace ogniwo::tiers
