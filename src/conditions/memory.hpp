#pragma once

// A condition asked of one row in memory: for rules that look at an event as it happens, for
// previews over history, for scripts. Answers exactly as the filter of sql.hpp does.

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "conditions/condition.hpp"
#include "conditions/context.hpp"
#include "conditions/resolved.hpp"
#include "conditions/schema.hpp"

namespace ogniwo::conditions {

// As storage/value.hpp has it: instants are microseconds, durations minutes, dates ISO text,
// enumerators their names. Text is as it was written; folding is done here. Sets are lists.
using FieldValue = std::variant<Null,
                                bool,
                                std::int64_t,
                                double,
                                std::string,
                                std::vector<std::int64_t>,
                                std::vector<std::string>>;

// The value of the field with this index in the Schema. A value of another kind than the field's
// type, or Null where the Schema says `always`, is a Bug.
using RowReader = std::function<FieldValue(std::size_t field)>;

// Works out once what does not depend on the row; then asks as many rows as there are.
class Matcher {
public:
    // Keeps a reference to the schema, not to the others.
    Matcher(const Condition& condition, const Schema& schema, const Context& context);

    bool operator()(const RowReader& row) const;

private:
    const Schema& schema_;
    Resolved resolved_;
};

// For a single row. The condition must have been read against this schema.
bool matches(const Condition& condition,
             const Schema& schema,
             const RowReader& row,
             const Context& context);

}  // namespace ogniwo::conditions
