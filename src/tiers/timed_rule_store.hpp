#pragma once

// Rows of timed rules. What is retired is not found.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tiers/timed_rule_types.hpp"

namespace ogniwo::tiers::store {

std::vector<TimedRule> list_timed_rules(Tx& tx);  // By tier, the oldest first.
std::vector<TimedRule> list_timed_rules_of(Tx& tx, int tier);
std::optional<TimedRule> find_timed_rule(Tx& tx, TimedRuleId rule);
TimedRuleId insert_timed_rule(Tx& tx, const TimedRule& rule);
// The version goes up by one; false when it is not this one.
bool update_timed_rule(Tx& tx, const TimedRule& rule);
bool retire_timed_rule(Tx& tx, TimedRuleId rule, Time now);

}  // namespace ogniwo::tiers::store
