#pragma once

// The same conditions as JSON, for builders in the UI:
//
//     {"all": [{"field": "status", "op": "in", "values": ["open", "waiting"]},
//              {"not": {"field": "tag", "op": "has any", "values": ["vip"]}},
//              {"search": "druk"}]}
//
// {"all": []} is the condition that everything meets. Operators are written as in the text form;
// `values` is always a list. Durations are numbers of minutes, times are texts as in the text form
// ("now - 3d"), names such as `me` are texts. Errors point at the part that is wrong with a JSON
// pointer, in `fields`.

#include <string>
#include <string_view>

#include "conditions/condition.hpp"
#include "conditions/schema.hpp"

namespace ogniwo::conditions {

Result<Condition> from_json(std::string_view json, const Schema& schema);

// One line; from_json(to_json(condition)) is the same condition.
std::string to_json(const Condition& condition);

}  // namespace ogniwo::conditions
