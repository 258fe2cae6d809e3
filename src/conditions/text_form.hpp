#pragma once

// Conditions as a technician reads and types them:
//
//     status in (open, waiting) and priority >= high and created > now - 3d
//     and (assignee is empty or assignee = me) and subject contains "druk" and not tag has "vip"
//
// README.md has the grammar. Reading stops at the first thing that is wrong and shows its line and
// column (both from 1, columns in code points); nothing but memory running out throws. The empty
// text is the condition that everything meets.

#include <string>
#include <string_view>

#include "conditions/condition.hpp"
#include "conditions/schema.hpp"

namespace ogniwo::conditions {

Result<Condition> parse(std::string_view text, const Schema& schema);

// One line; parse(print(condition)) is the same condition.
std::string print(const Condition& condition);

// "now - 3d", "start of week + 1d", "2025-06-12": as one value of a field that holds times.
Result<Moment> parse_moment(std::string_view text);
std::string print(const Moment& moment);

}  // namespace ogniwo::conditions
