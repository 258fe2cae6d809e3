#pragma once

// A company's own fields in conditions: field.till = "3", field.sold between 10 and 20.
//
// A condition knows those fields that its text names, whether they are still in use or not. Values
// are looked up ticket by ticket; where one value is asked for and nothing else makes the question
// small, its index is the way in.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "conditions/condition.hpp"
#include "conditions/context.hpp"
#include "conditions/schema.hpp"
#include "storage/work.hpp"
#include "tickets/field_types.hpp"

namespace ogniwo::tickets::store {

// What the field "key" is called in conditions: "field.key".
inline constexpr std::string_view field_prefix = "field.";

class FieldConditions {
public:
    // The fields of a ticket, and of the own ones those that are named.
    FieldConditions(Dialect dialect, std::span<const TicketField> own, std::string_view text);

    const conditions::Schema& schema() const { return *schema_; }

    // A test that all tickets pass which meet the condition, by an index of values. Empty: none
    // suits.
    std::string way_in(const conditions::Condition& condition,
                       const conditions::Context& context,
                       std::vector<Value>& values) const;

private:
    std::shared_ptr<const conditions::Schema> schema_;
    // The same fields as columns of the values themselves, and whose they are.
    std::shared_ptr<const conditions::Schema> inside_;
    std::vector<FieldId> ids_;
};

// What the text says, or where its mistake is.
struct ReadCondition {
    conditions::Condition condition;
    FieldConditions fields;
    bool is_internal = false;  // It names what only those who may read notes are shown.
};
Result<ReadCondition> read_condition(Tx& tx, const std::string& text);

}  // namespace ogniwo::tickets::store
