#pragma once

// A condition as SQL, one text for SQLite and PostgreSQL.
//
// Values are always parameters; the text holds nothing but the expressions of the Schema and the
// words of the language. Every part is true or false and never NULL, so the filter may stand in a
// WHERE, behind NOT or in a list of columns, and agrees with memory.hpp row by row. Comparisons
// stay bare (`column = $1`), so an index on the column serves them.

#include <string>
#include <vector>

#include "conditions/condition.hpp"
#include "conditions/context.hpp"
#include "conditions/schema.hpp"
#include "storage/value.hpp"

namespace ogniwo::conditions {

struct SqlFilter {
    std::string text;           // Encloses itself in parentheses where it needs them.
    std::vector<Value> values;  // values[0] stands behind $first_parameter.
};

// The condition must have been read against this schema; anything else is a Bug.
SqlFilter to_sql(const Condition& condition,
                 const Schema& schema,
                 const Context& context,
                 int first_parameter);

}  // namespace ogniwo::conditions
