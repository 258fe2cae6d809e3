#pragma once

// What a version of the policies is kept as. api.cpp describes it.

#include "base/describe.hpp"
#include "sla/policy_types.hpp"

namespace ogniwo::sla {

struct PolicyDocument {
    std::vector<Policy> policies{};
};
void describe(Fields& fields, PolicyDocument& document);

}  // namespace ogniwo::sla
