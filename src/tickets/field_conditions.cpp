#include "tickets/field_conditions.hpp"

#include <algorithm>

#include "conditions/sql.hpp"
#include "conditions/text_form.hpp"
#include "tickets/field_rules.hpp"
#include "tickets/field_store.hpp"
#include "tickets/view_store.hpp"

namespace ogniwo::tickets::store {
namespace {

using conditions::Condition;
using conditions::Field;
using conditions::FieldType;
using conditions::Presence;
using conditions::Schema;

FieldType type_of_field(const TicketField& field) {
    switch (field.kind) {
        case FieldKind::text:
            return FieldType::text;
        case FieldKind::number:
            return field.decimals == 0 ? FieldType::integer : FieldType::decimal;
        case FieldKind::money:
            return FieldType::decimal;
        case FieldKind::date:
            return FieldType::date;
        case FieldKind::choice:
            return FieldType::enumeration;
        case FieldKind::choices:
            return FieldType::texts;
        case FieldKind::person:
        case FieldKind::asset:
            return FieldType::id;
        case FieldKind::checkbox:
            return FieldType::boolean;
    }
    return FieldType::text;
}

// The value as conditions compare it, out of a row `v`.
std::string expression_of(const TicketField& field) {
    switch (field.kind) {
        case FieldKind::checkbox:
            return "v.number <> 0";
        case FieldKind::person:
        case FieldKind::asset:
            return "v.number";
        case FieldKind::number:
        case FieldKind::money: {
            const int decimals = decimals_of(field);
            if (decimals == 0) return "v.number";
            const std::string whole = "1" + std::string(static_cast<std::size_t>(decimals), '0');
            return "CAST(v.number AS double precision) / " + whole + ".0";
        }
        default:
            return "v.word";
    }
}

std::string rows_of(const TicketField& field) {
    return " FROM ticket_field_value AS v WHERE v.ticket = ticket.id AND v.field = " +
           std::to_string(field.id.value);
}

Field condition_field(const TicketField& field, bool is_inside) {
    Field known{.name = std::string(field_prefix) + field.key, .type = type_of_field(field)};
    const bool is_set = field.kind == FieldKind::choices;
    known.column = expression_of(field);
    if (!is_set && !is_inside) known.column = "SELECT " + known.column + rows_of(field);
    if (is_set) known.members = "SELECT 1" + rows_of(field) + " AND {member}";
    if (field.kind == FieldKind::person) known.values = {"me"};
    if (field.kind == FieldKind::choice) {
        for (const FieldChoice& choice : field.choices) known.values.push_back(choice.key);
    }
    return known;
}

// Those whose index holds the very value that is compared.
bool has_index(const Field& field) {
    return field.column == "v.word" || field.column == "v.number";
}

const conditions::Test* find_equal(const Condition& condition, const Schema& inside) {
    using Op = conditions::Operator;
    if (const auto* group = std::get_if<conditions::Group>(&condition.node)) {
        if (group->kind != conditions::Group::Kind::all) return nullptr;
        for (const Condition& part : group->parts) {
            if (const auto* found = find_equal(part, inside)) return found;
        }
        return nullptr;
    }
    const auto* test = std::get_if<conditions::Test>(&condition.node);
    if (test == nullptr || (test->op != Op::equal && test->op != Op::in)) return nullptr;
    const auto place = inside.find(test->field);
    return place && !inside.at(*place).is_set() && has_index(inside.at(*place)) ? test : nullptr;
}

bool names_own_fields(std::string_view text) {
    return text.find(field_prefix) != std::string_view::npos;
}

bool names_hidden(const Condition& condition, std::span<const TicketField> own) {
    const auto named = conditions::fields_of(condition);
    return std::ranges::any_of(own, [&](const TicketField& field) {
        return field.customers == CustomerAccess::hidden &&
               std::ranges::find(named, std::string(field_prefix) + field.key) != named.end();
    });
}

}  // namespace

FieldConditions::FieldConditions(Dialect dialect,
                                 std::span<const TicketField> own,
                                 std::string_view text) {
    std::vector<Field> known = ticket_fields(dialect).fields();
    std::vector<Field> inside;
    for (const TicketField& field : own) {
        if (text.find(std::string(field_prefix) + field.key) == std::string_view::npos) continue;
        known.push_back(condition_field(field, false));
        inside.push_back(condition_field(field, true));
        ids_.push_back(field.id);
    }
    schema_ = std::make_shared<const Schema>(std::move(known));
    inside_ = std::make_shared<const Schema>(std::move(inside));
}

std::string FieldConditions::way_in(const Condition& condition,
                                    const conditions::Context& context,
                                    std::vector<Value>& values) const {
    const auto* test = find_equal(condition, *inside_);
    if (test == nullptr) return "";
    const auto first = static_cast<int>(values.size()) + 1;
    conditions::SqlFilter filter =
        conditions::to_sql(Condition{.node = *test}, *inside_, context, first);
    values.insert(values.end(), filter.values.begin(), filter.values.end());
    const FieldId field = ids_[*inside_->find(test->field)];
    return "id IN (SELECT v.ticket FROM ticket_field_value AS v WHERE v.field = " +
           std::to_string(field.value) + " AND v.is_open IN (TRUE, FALSE) AND " + filter.text + ")";
}

Result<ReadCondition> read_condition(Tx& tx, const std::string& text) {
    const auto own = names_own_fields(text) ? list_fields(tx) : std::vector<TicketField>{};
    FieldConditions fields(tx.dialect(), own, text);
    auto condition = conditions::parse(text, fields.schema());
    if (!condition) return std::move(condition).error();
    const bool is_internal = asks_for_marks(*condition) || names_hidden(*condition, own);
    return ReadCondition{std::move(*condition), std::move(fields), is_internal};
}

}  // namespace ogniwo::tickets::store
