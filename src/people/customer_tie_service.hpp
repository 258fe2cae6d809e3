#pragma once

// For slices whose figures depend on which customers are one: they are told when that changes.

#include <functional>
#include <string_view>

#include "storage/work.hpp"

namespace ogniwo::people {

// In the same transaction, after a customer was merged or parted again.
using CustomersTied = std::function<void(Work&)>;
void on_customers_tied(std::string_view name, CustomersTied tied);

}  // namespace ogniwo::people
