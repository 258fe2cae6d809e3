#include "sla/policy_rules.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "sla/credit_rules.hpp"

namespace ogniwo::sla {
namespace {

template <class T>
bool is_among(const std::vector<T>& wanted, const T& one) {
    return std::ranges::find(wanted, one) != wanted.end();
}

bool fits_category(const Policy& policy, const Terms& terms) {
    return std::ranges::any_of(terms.categories, [&](CategoryId category) {
        return is_among(policy.categories, category);
    });
}

bool fits(const Policy& policy, const Terms& terms) {
    return (policy.customers.empty() || is_among(policy.customers, terms.customer)) &&
           (policy.types.empty() || is_among(policy.types, terms.type)) &&
           (policy.categories.empty() || fits_category(policy, terms)) &&
           (policy.priorities.empty() || is_among(policy.priorities, terms.priority));
}

// Whether whatever fits the narrow list also fits the wide one.
template <class T>
bool takes_all_of(const std::vector<T>& wide, const std::vector<T>& narrow) {
    if (wide.empty()) return true;
    if (narrow.empty()) return false;
    return std::ranges::all_of(narrow, [&](const T& one) { return is_among(wide, one); });
}

std::string at(std::string_view list, std::size_t place) {
    return "/" + std::string(list) + "/" + std::to_string(place);
}

// Finds the faults of one policy, and says where in the wish they are.
class Faults {
public:
    explicit Faults(std::vector<FieldError>& errors) : errors_(errors) {}

    void find(const PolicyWish& policy, const std::string& pointer) {
        pointer_ = pointer;
        if (trim(policy.name).empty()) add("/name", policy_name_missing.name);
        if (policy.goals.empty()) add("/goals", policy_without_goal.name);
        std::set<std::pair<Target, std::optional<Priority>>> known;
        for (std::size_t i = 0; i < policy.goals.size(); ++i) {
            const PolicyGoal& goal = policy.goals[i];
            find(goal.goal, at("goals", i) + "/goal");
            if (!known.emplace(goal.target, goal.priority).second) {
                add(at("goals", i), goal_doubled.name);
            }
        }
        if (policy.counting) find(*policy.counting);
        const auto& waiting = policy.waiting;
        if (waiting && waiting->remind_after_days && waiting->close_after_days &&
            *waiting->close_after_days <= *waiting->remind_after_days) {
            add("/waiting/closeAfterDays", waiting_closes_first.name);
        }
        const auto reactions = policy.reactions.value_or(std::vector<Reaction>{});
        for (std::size_t i = 0; i < reactions.size(); ++i) {
            if (std::find(reactions.begin(),
                          reactions.begin() + static_cast<std::ptrdiff_t>(i),
                          reactions[i]) != reactions.begin() + static_cast<std::ptrdiff_t>(i)) {
                add(at("reactions", i), reaction_doubled.name);
            }
            if (reactions[i].tier && reactions[i].kind != ReactionKind::escalate) {
                add(at("reactions", i) + "/tier", reaction_tier_superfluous.name);
            }
        }
        if (!policy.contract) return;
        for (const ContractFault& fault : faults_of(*policy.contract)) {
            add("/contract" + fault.pointer, fault.reason);
        }
    }

private:
    void add(std::string_view where, std::string_view reason) {
        errors_.push_back({pointer_ + std::string(where), reason});
    }

    void find(const Goal& goal, const std::string& where) {
        const bool is_of_days = goal.kind == GoalKind::end_of_day;
        if (is_of_days != goal.days.has_value()) {
            add(where + "/days", (is_of_days ? goal_incomplete : goal_superfluous).name);
        }
        if (is_of_days == goal.minutes.has_value()) {
            add(where + "/minutes", (is_of_days ? goal_superfluous : goal_incomplete).name);
        }
        if (!is_of_days && goal.by) add(where + "/by", goal_superfluous.name);
    }

    void find(const CountingRules& rules) {
        const bool wants_goal = rules.workaround == WorkaroundEffect::changes_goal;
        if (wants_goal != rules.goal_after_workaround.has_value()) {
            add("/counting/goalAfterWorkaround",
                (wants_goal ? workaround_goal_missing : workaround_goal_superfluous).name);
        } else if (wants_goal) {
            find(*rules.goal_after_workaround, "/counting/goalAfterWorkaround");
        }
        std::set<int> tiers;
        for (std::size_t i = 0; i < rules.shares.size(); ++i) {
            if (!tiers.insert(rules.shares[i].tier).second) {
                add("/counting" + at("shares", i), share_doubled.name);
            }
        }
    }

    std::vector<FieldError>& errors_;
    std::string pointer_{};
};

}  // namespace

std::optional<Choice> choose(const std::vector<Policy>& policies, const Terms& terms) {
    for (std::size_t i = 0; i < policies.size(); ++i) {
        const Policy& policy = policies[i];
        if (!fits(policy, terms)) continue;
        return Choice{.place = i,
                      .by_customer = !policy.customers.empty(),
                      .by_type = !policy.types.empty(),
                      .by_category = !policy.categories.empty(),
                      .by_priority = !policy.priorities.empty()};
    }
    return std::nullopt;
}

std::optional<Goal> goal_of(const Policy& policy, Target target, Priority priority) {
    std::optional<Goal> for_all;
    for (const PolicyGoal& goal : policy.goals) {
        if (goal.target != target) continue;
        if (goal.priority == priority) return goal.goal;
        if (!goal.priority) for_all = goal.goal;
    }
    return for_all;
}

const PolicyVersion* version_for(const std::vector<PolicyVersion>& versions,
                                 const Run& run,
                                 Date began_on) {
    const PolicyVersion* found = nullptr;
    for (const PolicyVersion& version : versions) {
        const bool was_known = !run.ended_at || version.recorded_at <= *run.ended_at;
        const bool looks_back = version.also_since && *version.also_since <= began_on;
        if (was_known || looks_back) found = &version;
    }
    return found;
}

std::vector<FieldError> errors_in(const SavePolicies& wish) {
    std::vector<FieldError> errors;
    Faults faults(errors);
    std::set<std::string> names;
    for (std::size_t i = 0; i < wish.policies.size(); ++i) {
        const std::string pointer = at("policies", i);
        faults.find(wish.policies[i], pointer);
        const std::string name = fold(trim(wish.policies[i].name));
        if (!name.empty() && !names.insert(name).second) {
            errors.push_back({pointer + "/name", policy_name_taken.name});
        }
    }
    return errors;
}

std::vector<PolicyId> hidden_ones(const std::vector<Policy>& policies) {
    std::vector<PolicyId> hidden;
    for (std::size_t i = 0; i < policies.size(); ++i) {
        const Policy& one = policies[i];
        for (std::size_t k = 0; k < i; ++k) {
            const Policy& above = policies[k];
            const bool takes_all = takes_all_of(above.customers, one.customers) &&
                                   takes_all_of(above.types, one.types) &&
                                   takes_all_of(above.categories, one.categories) &&
                                   takes_all_of(above.priorities, one.priorities);
            if (!takes_all) continue;
            hidden.push_back(one.id);
            break;
        }
    }
    return hidden;
}

std::vector<int> percents_of(const Policy& policy, Target target) {
    std::set<int> percents;
    for (const Reaction& reaction : policy.reactions) {
        if (!reaction.target || *reaction.target == target) percents.insert(reaction.percent);
    }
    return {percents.begin(), percents.end()};
}

}  // namespace ogniwo::sla
