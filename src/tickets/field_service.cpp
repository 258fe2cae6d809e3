#include "tickets/field_service.hpp"

#include <algorithm>

#include "tickets/category_store.hpp"
#include "tickets/field_store.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

About about(const TicketField& field) {
    return {.kind = "ticket_field", .id = field.id.value, .version = field.version};
}

FieldShape shape_of(const TicketField& field) {
    return {.kind = field.kind,
            .decimals = field.decimals,
            .currency = field.currency,
            .longest = field.longest,
            .need = field.need,
            .customers = field.customers,
            .choices = static_cast<int>(field.choices.size()),
            .retired = field.retired_at.has_value()};
}

std::vector<EventText> texts_of(const TicketField& field) {
    std::vector<EventText> texts{
        {"key", field.key}, {"namePl", field.name_pl}, {"nameEn", field.name_en}};
    const auto add = [&](std::string_view name, const std::optional<std::string>& text) {
        if (text) texts.push_back({name, *text});
    };
    add("helpPl", field.help_pl);
    add("helpEn", field.help_en);
    add("unit", field.unit);
    add("least", field.least);
    add("most", field.most);
    add("initial", field.initial);
    std::string choices;
    for (const FieldChoice& choice : field.choices) {
        choices += (choices.empty() ? "" : "\n") + choice.key + ": " + choice.name_pl + " / " +
                   choice.name_en + (choice.retired ? " -" : "");
    }
    if (!choices.empty()) texts.push_back({"choices", std::move(choices)});
    return texts;
}

// What a wish changes of a text that may be taken away.
void change(std::optional<std::string>& text,
            const std::optional<std::optional<std::string>>& wished) {
    if (wished) text = tidy_text(*wished);
}

// Numbers and money: "5" and "5.00" are the same bound.
void tidy_bounds(TicketField& field) {
    const int decimals = decimals_of(field);
    for (auto* bound : {&field.least, &field.most}) {
        if (!*bound) continue;
        if (const auto number = parse_scaled(**bound, decimals)) {
            *bound = scaled_text(*number, decimals);
        }
    }
}

Outcome apply(TicketField& field, const EditField& wish) {
    if (wish.name_pl) {
        TRY(field.name_pl, written(*wish.name_pl, "/namePl"));
    }
    if (wish.name_en) {
        TRY(field.name_en, written(*wish.name_en, "/nameEn"));
    }
    if (wish.choices) {
        TRY(field.choices, choices_after(field.choices, *wish.choices));
    }
    change(field.help_pl, wish.help_pl);
    change(field.help_en, wish.help_en);
    change(field.unit, wish.unit);
    change(field.least, wish.least);
    change(field.most, wish.most);
    change(field.initial, wish.initial);
    if (wish.longest) field.longest = *wish.longest;
    field.need = wish.need.value_or(field.need);
    field.customers = wish.customers.value_or(field.customers);
    tidy_bounds(field);
    return Nothing{};
}

}  // namespace

bool may_see_field(const Actor& actor, const TicketField& field, CustomerId customer) {
    return field.customers != CustomerAccess::hidden || actor.may(see_notes, customer);
}

Result<TicketFieldList> list_fields(const View& view, const Nothing&) {
    TicketFieldList list{.items = store::list_fields(view.tx)};
    if (!view.actor.may(see_notes) && !view.actor.may(configure)) {
        std::erase_if(list.items, [](const TicketField& field) {
            return field.customers == CustomerAccess::hidden;
        });
    }
    return list;
}

Result<TicketField> define_field(Work& work, const DefineField& wish) {
    store::claim_categories(work.tx);
    TicketField field{.kind = wish.kind,
                      .help_pl = tidy_text(wish.help_pl),
                      .help_en = tidy_text(wish.help_en),
                      .decimals = wish.decimals.value_or(0),
                      .unit = tidy_text(wish.unit),
                      .least = tidy_text(wish.least),
                      .most = tidy_text(wish.most),
                      .currency = wish.currency,
                      .longest = wish.longest,
                      .need = wish.need.value_or(FieldNeed::never),
                      .customers = wish.customers.value_or(CustomerAccess::hidden),
                      .initial = tidy_text(wish.initial)};
    TRY(field.name_pl, written(wish.name_pl, "/namePl"));
    TRY(field.name_en, written(wish.name_en, "/nameEn"));
    field.key = wish.key.value_or(key_from(field.name_pl));
    if (wish.choices) {
        TRY(field.choices, choices_after({}, *wish.choices));
    }
    if (field.kind == FieldKind::money && !field.currency) field.currency = Currency::pln;
    tidy_bounds(field);
    TRY_DO(check_field(store::list_fields(work.tx), field));
    field.id = store::insert_field(work.tx, field);
    work.record(FieldDefined{.shape = shape_of(field)}, about(field), texts_of(field));
    return field;
}

Result<TicketField> edit_field(Work& work, const EditField& wish) {
    store::claim_categories(work.tx);
    auto found = store::find_field(work.tx, wish.field);
    if (!found) return missing;
    TicketField field = std::move(*found);
    if (field.version != wish.version) return stale;
    TRY_DO(apply(field, wish));
    const bool was_retired = field.retired_at.has_value();
    const bool is_retired = wish.retired.value_or(was_retired);
    if (is_retired != was_retired) {
        field.retired_at = is_retired ? std::optional(work.now) : std::nullopt;
    }
    TRY_DO(check_field(store::list_fields(work.tx), field));

    ++field.version;
    store::update_field(work.tx, field);
    if (is_retired != was_retired) {
        work.record(FieldRetired{.shape = shape_of(field)}, about(field), texts_of(field));
    } else {
        work.record(FieldEdited{.shape = shape_of(field)}, about(field), texts_of(field));
    }
    return field;
}

Result<TicketFormList> list_forms(const View& view, const Nothing&) {
    TicketFormList list{.items = store::list_forms(view.tx)};
    if (view.actor.may(see_notes) || view.actor.may(configure)) return list;
    const auto fields = store::list_fields(view.tx);
    for (TicketForm& form : list.items) {
        std::erase_if(form.fields, [&](FieldId id) {
            const TicketField* field = find_field(fields, id);
            return field == nullptr || field->customers == CustomerAccess::hidden;
        });
    }
    return list;
}

Result<TicketFormList> save_form(Work& work, const SaveForm& wish) {
    store::claim_categories(work.tx);
    if (wish.category) {
        const auto all = store::list_categories(work.tx);
        if (std::ranges::find(all, *wish.category, &Category::id) == all.end()) {
            return Error{.reason = invalid_fields,
                         .fields = {{"/category", category_unknown.name, {}}}};
        }
    }
    const auto forms = store::list_forms(work.tx);
    const auto now = std::ranges::find(forms, wish.category, &TicketForm::category);
    const std::int64_t version = now == forms.end() ? 0 : now->version;
    if (version != wish.seen) return stale;
    if (wish.fields) {
        TRY_DO(check_form(store::list_fields(work.tx), *wish.fields));
        store::save_form(
            work.tx, {.category = wish.category, .version = version + 1, .fields = *wish.fields});
    } else {
        store::delete_form(work.tx, wish.category);
    }
    work.record(FormChanged{.category = wish.category, .fields = wish.fields},
                About{.kind = "ticket_form",
                      .id = wish.category ? wish.category->value : 0,
                      .version = version + 1});
    return list_forms(work, {});
}

}  // namespace ogniwo::tickets
