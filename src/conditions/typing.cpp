#include "conditions/typing.hpp"

#include <algorithm>
#include <cmath>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "conditions/moments.hpp"
#include "conditions/text_form.hpp"
#include "conditions/tokens.hpp"

namespace ogniwo::conditions {
namespace {

Error mismatch(const Field& field) {
    return {.reason = type_mismatch,
            .shown = {{"field", field.name}, {"wanted", std::string(enum_name(field.type))}}};
}

Error beyond(const std::string& least, const std::string& most) {
    return {.reason = out_of_range, .shown = {{"least", least}, {"most", most}}};
}

Error too_much(Reason reason, std::int64_t most) {
    return {.reason = reason, .shown = {{"most", std::to_string(most)}}};
}

Result<Literal> named(const Field& field, const std::string& name) {
    if (std::ranges::count(field.values, name) > 0) return Literal{Word{name}};
    Error error = unknown(unknown_value, name, field.values);
    error.shown.emplace_back("field", field.name);
    return error;
}

Result<Literal> text(std::string content) {
    TRY_DO(check_text(content));
    return Literal{std::move(content)};
}

Result<Literal> decimal(double value) {
    // Six decimals: what is printed is then read back as the same number everywhere.
    const double rounded = std::round(value * 1e6) / 1e6;
    if (!(std::fabs(rounded) < most_decimal)) return beyond("-1000000000", "1000000000");
    return Literal{rounded == 0 ? 0.0 : rounded};
}

Result<Literal> id(std::int64_t value) {
    if (value < 1 || value > most_id) return beyond("1", std::to_string(most_id));
    return Literal{value};
}

Result<Literal> duration(Minutes value) {
    const std::int64_t minutes = value.count();
    if (minutes < -most_duration || minutes > most_duration) {
        return beyond(std::to_string(-most_duration), std::to_string(most_duration));
    }
    return Literal{value};
}

// What an operator wants: none, one, two, or a list.
Outcome check_count(Operator op, std::size_t count) {
    std::size_t wanted = 1;
    switch (op) {
        case Operator::is_empty:
        case Operator::is_not_empty:
            wanted = 0;
            break;
        case Operator::between:
            wanted = 2;
            break;
        case Operator::in:
        case Operator::not_in:
        case Operator::has_any:
        case Operator::has_all:
            if (count == 0) return empty_list;
            return Budget::check_items(count);
        default:
            break;
    }
    if (count == wanted) return Nothing{};
    return Error{.reason = wrong_count, .shown = {{"wanted", std::to_string(wanted)}}};
}

// The operators that a set understands as well, and the one they stand for.
Operator on_a_set(Operator op) {
    switch (op) {
        case Operator::equal:
        case Operator::not_equal:
        case Operator::in:
        case Operator::not_in:
            return Operator::has_any;
        default:
            return op;
    }
}

}  // namespace

Result<Literal> fitted(const Field& field, Literal literal) {
    const auto* word = std::get_if<Word>(&literal);
    const auto* content = std::get_if<std::string>(&literal);
    const auto* integer = std::get_if<std::int64_t>(&literal);
    const auto* moment = std::get_if<Moment>(&literal);
    switch (field.type) {
        case FieldType::boolean:
            if (std::holds_alternative<bool>(literal)) return literal;
            break;
        case FieldType::integer:
            if (integer != nullptr) return literal;
            break;
        case FieldType::decimal:
            if (integer != nullptr) return decimal(static_cast<double>(*integer));
            if (const auto* value = std::get_if<double>(&literal)) return decimal(*value);
            break;
        case FieldType::text:
        case FieldType::texts:
            if (content != nullptr) return text(*content);
            if (word != nullptr) return text(word->name);
            break;
        case FieldType::date:
            if (moment != nullptr && is_day(*moment)) return literal;
            break;
        case FieldType::instant:
            if (moment != nullptr) return literal;
            break;
        case FieldType::duration:
            if (const auto* value = std::get_if<Minutes>(&literal)) return duration(*value);
            break;
        case FieldType::id:
        case FieldType::ids:
            if (integer != nullptr) return id(*integer);
            [[fallthrough]];
        case FieldType::enumeration:
            if (word != nullptr) return named(field, word->name);
            if (content != nullptr) return named(field, *content);
            break;
    }
    return mismatch(field);
}

Error unknown(Reason reason, std::string_view found, const std::vector<std::string>& known) {
    Error error{.reason = reason, .shown = {{"found", excerpt(found)}}};
    const std::vector<std::string_view> words(known.begin(), known.end());
    if (const auto close = nearest(excerpt(found), words)) {
        error.shown.emplace_back("suggestion", *close);
    }
    return error;
}

std::vector<std::string> operator_names() {
    const auto all = names(Operator{});
    return {all.begin(), all.end()};
}

Outcome check_operator(const Field& field, Operator op) {
    const std::vector<Operator> fitting = operators_for(field.type);
    const Operator meant = field.is_set() ? on_a_set(op) : op;
    if (std::ranges::find(fitting, meant) != fitting.end()) return Nothing{};
    return Error{.reason = operator_mismatch,
                 .shown = {{"field", field.name},
                           {"operator", std::string(enum_name(op))},
                           {"type", std::string(enum_name(field.type))}}};
}

Result<Condition> test_on(const Field& field, Operator op, std::vector<Literal> values) {
    TRY_DO(check_operator(field, op));
    TRY_DO(check_count(op, values.size()));
    const bool negated = field.is_set() && (op == Operator::not_in || op == Operator::not_equal);
    if (field.is_set()) op = on_a_set(op);
    if (op == Operator::has_all && values.size() == 1) op = Operator::has_any;
    Condition test{Test{.field = field.name, .op = op, .values = std::move(values)}};
    return negated ? negation(std::move(test)) : test;
}

Outcome check_text(const std::string& text) {
    if (text.size() > most_text) return too_much(too_long, most_text);
    if (!is_clean_text(text)) return unexpected_character;
    // Folded, every row would contain it: that is never what was meant.
    if (fold(text).empty()) return empty_text;
    return Nothing{};
}

Outcome Budget::spend(int nodes) {
    nodes_ += nodes;
    if (nodes_ > most_nodes) return too_much(too_many_nodes, most_nodes);
    return Nothing{};
}

Outcome Budget::check_depth(const Condition& condition) {
    if (depth_of(condition) > most_nesting) return too_much(too_deep, most_nesting);
    return Nothing{};
}

Outcome Budget::check_items(std::size_t items) {
    if (items > most_items) return too_much(too_many_items, most_items);
    return Nothing{};
}

Outcome Budget::check_printed(const Condition& condition) {
    if (print(condition).size() > most_bytes) return too_much(too_large, most_bytes);
    return Nothing{};
}

}  // namespace ogniwo::conditions
