#include "conditions/schema.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/text.hpp"
#include "conditions/tokens.hpp"

namespace ogniwo::conditions {
namespace {

constexpr std::size_t most_names = 200;
constexpr std::string_view member_mark = "{member}";

void check_values(const Field& field) {
    const bool named = field.type == FieldType::enumeration || field.type == FieldType::id ||
                       field.type == FieldType::ids;
    INVARIANT(named || field.values.empty());
    INVARIANT(field.type != FieldType::enumeration || !field.values.empty());
    INVARIANT(field.values.size() <= most_names);
    for (const std::string& name : field.values) {
        INVARIANT(!name.empty() && name.size() <= most_text);
        INVARIANT(std::ranges::count(field.values, name) == 1);
        INVARIANT(is_clean_text(name));
        // Only enumerators may need quotes: a quoted id would look like a text.
        INVARIANT(field.type == FieldType::enumeration || is_plain_word(name));
    }
}

void check_field(const Field& field) {
    INVARIANT(is_field_name(field.name));
    INVARIANT(!field.column.empty());
    INVARIANT(field.searchable == Searchable::no || field.type == FieldType::text);
    INVARIANT(field.is_set() == !field.members.empty());
    if (field.is_set()) {
        const auto mark = field.members.find(member_mark);
        INVARIANT(mark != std::string::npos);
        INVARIANT(field.members.find(member_mark, mark + 1) == std::string::npos);
    }
    check_values(field);
}

bool is_ordered(FieldType type) {
    return type == FieldType::integer || type == FieldType::decimal || type == FieldType::date ||
           type == FieldType::instant || type == FieldType::duration ||
           type == FieldType::enumeration;
}

bool fits(FieldType type, Operator op) {
    const bool set = type == FieldType::texts || type == FieldType::ids;
    switch (op) {
        case Operator::is_empty:
        case Operator::is_not_empty:
            return true;
        case Operator::equal:
        case Operator::not_equal:
            return !set;
        case Operator::in:
        case Operator::not_in:
            return !set && type != FieldType::boolean;
        case Operator::less:
        case Operator::at_most:
        case Operator::greater:
        case Operator::at_least:
        case Operator::between:
            return is_ordered(type);
        case Operator::contains:
        case Operator::starts_with:
        case Operator::ends_with:
            return type == FieldType::text;
        case Operator::has_any:
        case Operator::has_all:
            return set;
    }
    return false;
}

}  // namespace

Schema::Schema(std::vector<Field> fields) : fields_(std::move(fields)) {
    for (const Field& field : fields_) {
        check_field(field);
        INVARIANT(std::ranges::count(fields_, field.name, &Field::name) == 1);
    }
}

std::optional<std::size_t> Schema::find(std::string_view name) const {
    const auto found = std::ranges::find(fields_, name, &Field::name);
    if (found == fields_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - fields_.begin());
}

std::vector<std::string> Schema::field_names() const {
    std::vector<std::string> names;
    for (const Field& field : fields_) names.push_back(field.name);
    return names;
}

bool Schema::has_searchable() const {
    return std::ranges::count(fields_, Searchable::yes, &Field::searchable) > 0;
}

bool is_field_name(std::string_view name) {
    constexpr std::size_t most_name = 100;
    return name.size() <= most_name && is_plain_word(name);
}

std::vector<Operator> operators_for(FieldType type) {
    std::vector<Operator> fitting;
    for (std::size_t i = 0; i < names(Operator{}).size(); ++i) {
        const auto op = static_cast<Operator>(i);
        if (fits(type, op)) fitting.push_back(op);
    }
    return fitting;
}

}  // namespace ogniwo::conditions
