#pragma once

// The fields that conditions on one kind of row may name.
//
// A Schema is written by the slice that owns the rows, never by a stranger: column expressions and
// sub-selects go into the SQL as they are. What is filled in from data (the names of enumerators,
// custom fields) is checked by the constructor, and a rule that is broken there is a Bug.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "conditions/condition.hpp"

namespace ogniwo::conditions {

enum class FieldType {
    boolean,
    integer,
    decimal,
    text,
    date,
    instant,
    duration,     // Whole minutes.
    enumeration,  // Ordered: the first name is the least.
    id,
    texts,  // A set.
    ids,    // A set.
};
constexpr auto names(FieldType) {
    return enum_names("boolean",
                      "integer",
                      "decimal",
                      "text",
                      "date",
                      "instant",
                      "duration",
                      "enumeration",
                      "id",
                      "texts",
                      "ids");
}

enum class Presence { optional, always };
enum class Searchable { no, yes };

struct Field {
    // ASCII letters, digits, `_`, and `.` between words; none of the language's own words.
    std::string name;
    FieldType type{};

    // The SQL expression that holds the value: as storage/value.hpp stores it, integers as bigint,
    // decimals as double precision and finite. Text is the exception: the expression holds
    // fold(text) of base/text.hpp, because no collation of the two databases agrees with the
    // other. A set names its member here, as it is called inside `members`.
    std::string column;

    // `always` promises NOT NULL and makes the SQL shorter. Sets are never NULL, only empty.
    Presence presence = Presence::optional;

    // Enumerations: the names, ascending. Ids: the names that the context may know, such as "me".
    std::vector<std::string> values{};

    // Sets: a sub-select with one {member}, in whose place the test of `column` is put:
    // SELECT 1 FROM ticket_tag tag WHERE tag.ticket = ticket.id AND {member}
    std::string members{};

    // Text only: a bare "text" in a condition looks here.
    Searchable searchable = Searchable::no;

    bool is_set() const { return type == FieldType::texts || type == FieldType::ids; }
};

class Schema {
public:
    explicit Schema(std::vector<Field> fields);

    std::optional<std::size_t> find(std::string_view name) const;
    const Field& at(std::size_t index) const { return fields_.at(index); }
    const std::vector<Field>& fields() const { return fields_; }
    std::vector<std::string> field_names() const;
    bool has_searchable() const;

private:
    std::vector<Field> fields_;
};

// Whether a custom field may be called so.
bool is_field_name(std::string_view name);

// The operators that a builder offers for a field, in the order of the enumeration.
std::vector<Operator> operators_for(FieldType type);

}  // namespace ogniwo::conditions
