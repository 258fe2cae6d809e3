#pragma once

// The timed rules of tiers: changed by who designs the structure, counted by the slice above.

#include <string_view>
#include <vector>

#include "storage/work.hpp"
#include "tiers/timed_rule_types.hpp"

namespace ogniwo::tiers {

Result<TimedRuleList> list_timed_rules(const View& view, const Nothing&);
Result<TimedRuleList> add_timed_rule(Work& work, const AddTimedRule& wish);
Result<TimedRuleList> edit_timed_rule(Work& work, const EditTimedRule& wish);
Result<TimedRuleList> retire_timed_rule(Work& work, const RetireTimedRule& wish);

// For the slice above.

std::vector<TimedRule> timed_rules_of(Tx& tx, int tier);
// When it is due for what counts from `since`, but for the pauses, which come in order. Nothing:
// more than a year away.
std::optional<Time> timed_due(Tx& tx,
                              const TimedRule& rule,
                              Time since,
                              const std::vector<Pause>& pauses = {});

// Set, with the tier as its subject, when rules or hours of that tier have changed: what was
// counted there is counted anew.
inline constexpr std::string_view timed_rules_timer = "tiers.timed_rules_changed";
void timed_rules_changed(Work& work, int tier);

}  // namespace ogniwo::tiers
