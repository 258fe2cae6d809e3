#pragma once

// A Template as a script for `pgbench -M prepared`, the limit on PostgreSQL.

#include <string>
#include <utility>
#include <vector>

#include "recording.hpp"

namespace ogniwo::bench {

struct PgbenchScript {
    std::string text;
    std::vector<std::pair<std::string, std::string>> definitions;  // For -D name=value.
};

// One transaction as the product runs it: REPEATABLE READ, every value a parameter.
PgbenchScript pgbench_script(const Template& statements);

}  // namespace ogniwo::bench
