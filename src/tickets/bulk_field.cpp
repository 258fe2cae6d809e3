#include "tickets/bulk_field.hpp"

#include <algorithm>

#include "storage/journal.hpp"
#include "tickets/bulk_types.hpp"
#include "tickets/field_rules.hpp"
#include "tickets/field_service.hpp"
#include "tickets/field_store.hpp"
#include "tickets/field_value_store.hpp"

namespace ogniwo::tickets {
namespace {

const std::string value_pointer = "/change/field";

bool is_clearing(const TicketField& field, const FieldValue& value) {
    const auto kept = keep(field, value, value_pointer);
    return kept && kept->is_empty();
}

std::optional<store::TicketValue> find_value(Tx& tx, TicketId ticket, FieldId field) {
    for (store::TicketValue& value : store::list_values(tx, ticket)) {
        if (value.field == field) return std::move(value);
    }
    return std::nullopt;
}

std::optional<FieldState> state_of(const std::optional<store::TicketValue>& value) {
    if (!value) return std::nullopt;
    return value->is_erased ? FieldState{.text = true} : state_of(value->kept);
}

std::optional<FieldValue> value_in(const TicketFieldValues& values, FieldId field) {
    const auto found = std::ranges::find(values.values, field, &FieldValue::field);
    return found == values.values.end() ? std::nullopt : std::optional(*found);
}

// Each change that wrote one is an event with a text. The last of them is what stands there now,
// unless nothing does.
std::optional<std::string> text_before(Tx& tx, TicketId ticket, FieldId field) {
    std::vector<std::optional<std::string>> written;
    for (auto& said : journal::texts_of_subject(tx, "ticket", ticket.value)) {
        if (said.field == "field." + std::to_string(field.value)) {
            written.push_back(std::move(said.text));
        }
    }
    if (find_value(tx, ticket, field) && !written.empty()) written.pop_back();
    return written.empty() ? std::nullopt : written.back();
}

}  // namespace

Outcome check_bulk_field(const View& view, const FieldValue& value) {
    const auto fields = store::list_fields(view.tx);
    const TicketField* field = find_field(fields, value.field);
    const auto wrong = [](Reason reason) {
        return Error{.reason = invalid_fields,
                     .fields = {{value_pointer + "/field", reason.name, {}}}};
    };
    if (field == nullptr) return wrong(field_unknown);
    TRY(const Kept kept, keep(*field, value, value_pointer));
    if (field->retired_at && !kept.is_empty()) return wrong(field_retired);
    return Nothing{};
}

Outcome set_bulk_field(Work& work, TicketId ticket, const FieldValue& value, FieldStep& step) {
    const auto fields = store::list_fields(work.tx);
    const TicketField* field = find_field(fields, value.field);
    if (field == nullptr) return field_unknown;
    TRY(const TicketFieldValues now, read_ticket_fields(work, {.ticket = ticket}));
    step.before = value_in(now, value.field);
    step.was = state_of(find_value(work.tx, ticket, value.field));
    const bool is_shown = std::ranges::find(now.form, value.field) != now.form.end();
    if (!is_shown && !is_clearing(*field, value)) return field_not_on_form;
    TRY(const TicketFieldValues then,
        set_ticket_fields(work, {.ticket = ticket, .values = {value}}));
    step.after = value_in(then, value.field);
    return Nothing{};
}

Outcome put_field_back(Work& work,
                       TicketId ticket,
                       FieldId id,
                       const std::optional<FieldState>& was) {
    const auto fields = store::list_fields(work.tx);
    const TicketField* field = find_field(fields, id);
    if (field == nullptr) return field_unknown;
    FieldValue value{.field = id};
    if (was && field->kind == FieldKind::text) {
        value.text = text_before(work.tx, ticket, id);
    } else if (was) {
        value = shown(*field, *was);
    }
    TRY_DO(put_ticket_fields_back(work, {.ticket = ticket, .values = {std::move(value)}}));
    return Nothing{};
}

}  // namespace ogniwo::tickets
