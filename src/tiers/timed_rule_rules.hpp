#pragma once

// When a timed rule is due, and what one may look like. Pure.

#include <string_view>
#include <vector>

#include "tiers/duty_types.hpp"
#include "tiers/timed_rule_types.hpp"

namespace ogniwo::tiers {

// What time is counted from, and which stretches since then, in order, do not count.
struct Counting {
    Time since{};
    std::vector<Pause> pauses{};
};

// So many minutes of these hours after that; no hours run always. Nothing: more than a year away,
// or after the last pause.
std::optional<Time> after_minutes(const Counting& counting,
                                  int minutes,
                                  const std::vector<WeekSpan>& hours,
                                  std::string_view zone);

// When the rule is due for a ticket that is counted so: never before the rule was made as it
// is. So what a new rule finds late is late from now on, and not in the past.
std::optional<Time> due_of(const TimedRule& rule,
                           const Counting& counting,
                           const std::vector<WeekSpan>& hours,
                           std::string_view zone);

// A reason is for escalating only; and not the same rule twice.
Outcome check_timed_rule(const TimedRule& rule, const std::vector<TimedRule>& others);

}  // namespace ogniwo::tiers
