#pragma once

// How many people there are, for the reports of slices above, which have asked for their own rights
// already.

#include <optional>

#include "base/id.hpp"
#include "storage/scope.hpp"
#include "storage/tx.hpp"

namespace ogniwo::people {

// Of these customers, of one or of all: their members who are not disabled, each once.
std::int64_t count_active_persons(Tx& tx,
                                  const Scope& scope,
                                  const std::optional<CustomerId>& customer);

}  // namespace ogniwo::people
