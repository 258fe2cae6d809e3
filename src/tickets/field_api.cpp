#include "tickets/field_api.hpp"

#include "assets/service.hpp"
#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tickets/cursors.hpp"
#include "tickets/field_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::int64_t name_most = 60;
constexpr std::int64_t help_most = 300;
constexpr std::int64_t key_most = 40;
constexpr std::int64_t unit_most = 12;
constexpr std::int64_t number_most = 20;
constexpr std::int64_t written_most = 600;

void describe_shape(Fields& fields, FieldShape& shape) {
    fields("kind", shape.kind);
    fields("decimals", shape.decimals);
    fields("currency", shape.currency);
    fields("longest", shape.longest);
    fields("need", shape.need);
    fields("customers", shape.customers);
    fields("choices", shape.choices);
    fields("retired", shape.retired);
}

}  // namespace

void describe(Fields& fields, FieldValue& value) {
    fields("field", value.field);
    fields("text", value.text).at_most(field_text_most);
    fields("number", value.number).within(1, number_most).about("12.5: a point, no grouping.");
    fields("amount", value.amount).within(1, number_most).about("12.50, of the field's currency.");
    fields("date", value.date);
    fields("choice", value.choice).within(1, key_most).about("Its key.");
    fields("choices", value.choices).at_most(field_choices_most).about("Their keys.");
    fields("person", value.person);
    fields("personName", value.person_name).about("Only shown.");
    fields("checked", value.checked);
    fields("asset", value.asset).about("One of the ticket's customer.");
    fields("assetName", value.asset_name).about("Only shown.");
}

void describe_field_query(Fields& fields, FieldQuery& query) {
    fields("field", query.field)
        .about("Only tickets with a value there, in the order of the values.");
    fields("fieldValue", query.value)
        .within(1, written_most)
        .about("As in conditions: 12.5, 2025-06-12, a key, a person's or an asset's number, true.");
    fields("fieldFrom", query.from).within(1, written_most).about("And more.");
    fields("fieldTo", query.to).within(1, written_most).about("And less.");
    fields("fieldOrder", query.order)
        .about("Without it ascending; with a value, the newest tickets first.");
    fields("fieldColumns", query.columns)
        .at_most(field_columns_most)
        .about("Fields whose values come along.");
}

void describe(Fields& fields, FieldsOfTicket& values) {
    fields("ticket", values.ticket);
    fields("values", values.values);
}

void describe(Fields& fields, SetTicketFields& wish) {
    fields("ticket", wish.ticket);
    fields("values", wish.values)
        .within(1, live_fields_most)
        .about("The fields that change; one without a value becomes empty.");
}

void describe(Fields& fields, ReadTicketFields& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, TicketFieldValues& values) {
    fields("form", values.form).about("The fields that the ticket's form shows, in their order.");
    fields("values", values.values);
}

void describe(Fields& fields, HistoryField& field) {
    fields("field", field.field);
    fields("namePl", field.name_pl);
    fields("nameEn", field.name_en);
    fields("from", field.from).about("Absent: it was empty, or a text.");
    fields("to", field.to).about("Absent: it is empty. Without a value: a text that was erased.");
}

void describe(Fields& fields, FieldChoice& choice) {
    fields("key", choice.key);
    fields("namePl", choice.name_pl);
    fields("nameEn", choice.name_en);
    fields("colour", choice.colour);
    fields("retired", choice.retired);
}

void describe(Fields& fields, TicketField& field) {
    fields("id", field.id);
    fields("version", field.version);
    fields("key", field.key).about("In conditions: field.key");
    fields("kind", field.kind);
    fields("namePl", field.name_pl);
    fields("nameEn", field.name_en);
    fields("helpPl", field.help_pl);
    fields("helpEn", field.help_en);
    fields("choices", field.choices);
    fields("decimals", field.decimals);
    fields("unit", field.unit);
    fields("least", field.least);
    fields("most", field.most);
    fields("currency", field.currency);
    fields("longest", field.longest).about("Of texts, in characters.");
    fields("need", field.need).about("From when on it must be filled in, where a form shows it.");
    fields("customers", field.customers);
    fields("initial", field.initial).about("What it begins with, written as in conditions.");
    fields("retiredAt", field.retired_at).about("Nothing new is written into it.");
}

void describe(Fields& fields, TicketFieldList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, WishedChoice& choice) {
    fields("key", choice.key).within(1, key_most).about("Absent: a new one.");
    fields("namePl", choice.name_pl).within(1, name_most);
    fields("nameEn", choice.name_en).within(1, name_most);
    fields("colour", choice.colour);
    fields("retired", choice.retired);
}

void describe(Fields& fields, DefineField& wish) {
    fields("kind", wish.kind).about("For ever.");
    fields("key", wish.key)
        .within(1, key_most)
        .about("Small letters, digits and _; absent: made from the Polish name.");
    fields("namePl", wish.name_pl).within(1, name_most);
    fields("nameEn", wish.name_en).within(1, name_most);
    fields("helpPl", wish.help_pl).at_most(help_most);
    fields("helpEn", wish.help_en).at_most(help_most);
    fields("choices", wish.choices).at_most(field_choices_most);
    fields("decimals", wish.decimals).within(0, field_decimals_most).about("For ever.");
    fields("unit", wish.unit).at_most(unit_most);
    fields("least", wish.least).at_most(number_most);
    fields("most", wish.most).at_most(number_most);
    fields("currency", wish.currency).about("For ever; absent: PLN.");
    fields("longest", wish.longest).within(1, field_text_most);
    fields("need", wish.need);
    fields("customers", wish.customers);
    fields("initial", wish.initial).at_most(written_most);
}

void describe(Fields& fields, EditField& wish) {
    fields("field", wish.field);
    fields("version", wish.version);
    fields("namePl", wish.name_pl).within(1, name_most);
    fields("nameEn", wish.name_en).within(1, name_most);
    fields("helpPl", wish.help_pl).at_most(help_most);
    fields("helpEn", wish.help_en).at_most(help_most);
    fields("choices", wish.choices)
        .at_most(field_choices_most)
        .about("All there are, in their order; those there were keep their keys.");
    fields("unit", wish.unit).at_most(unit_most);
    fields("least", wish.least).at_most(number_most).about("Values that are there stay.");
    fields("most", wish.most).at_most(number_most);
    fields("longest", wish.longest).within(1, field_text_most);
    fields("need", wish.need);
    fields("customers", wish.customers);
    fields("initial", wish.initial).at_most(written_most);
    fields("retired", wish.retired);
}

void describe(Fields& fields, TicketForm& form) {
    fields("category", form.category).about("Absent: the general form.");
    fields("version", form.version);
    fields("fields", form.fields);
}

void describe(Fields& fields, TicketFormList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, SaveForm& wish) {
    fields("category", wish.category).about("Absent: the general form.");
    fields("fields", wish.fields)
        .at_most(live_fields_most)
        .about("In their order; absent: from now on the form from above.");
    fields("seen", wish.seen)
        .within(0, std::int64_t{1} << 53)
        .about("The form's version as it was read; 0: there was none.");
}

void describe(Fields& fields, FieldDefined& event) {
    describe_shape(fields, event.shape);
}

void describe(Fields& fields, FieldEdited& event) {
    describe_shape(fields, event.shape);
}

void describe(Fields& fields, FieldRetired& event) {
    describe_shape(fields, event.shape);
}

void describe(Fields& fields, FormChanged& event) {
    fields("category", event.category);
    fields("fields", event.fields);
}

void describe(Fields& fields, FieldCursor& cursor) {
    fields("number", cursor.number);
    fields("word", cursor.word);
    fields("ticket", cursor.ticket);
}

void describe(Fields& fields, OwnFieldText& text) {
    fields("ticket", text.ticket);
    fields("field", text.field);
    fields("text", text.text);
}

void describe(Fields& fields, OwnFieldTexts& texts) {
    fields("items", texts.items);
}

void mount_fields(Operations& operations) {
    operations.get("tickets.list_fields", "/ticket-fields", see_own, list_fields, Nothing{})
        .about("Our own fields that the reader may see on some ticket, the retired ones too.");
    operations
        .post("tickets.define_field",
              "/ticket-fields",
              configure,
              define_field,
              {.kind = FieldKind::text, .name_pl = "Numer kasy", .name_en = "Till number"})
        .creates()
        .about("Defines a field; a form decides which tickets show it.");
    operations
        .patch("tickets.edit_field",
               "/ticket-fields/{field}",
               configure,
               edit_field,
               {.field = {1}, .version = 1, .name_en = "Till"})
        .about("Changes a field, retires it or takes it back.");
    operations.get("tickets.list_forms", "/ticket-forms", see_own, list_forms, Nothing{})
        .about("Which fields tickets show, by category.");
    operations
        .post("tickets.save_form",
              "/ticket-forms",
              configure,
              save_form,
              {.fields = std::vector{FieldId{1}}, .seen = 0})
        .about("Sets the form of a category and of those below it that have none.");
    operations
        .get("tickets.read_ticket_fields",
             "/tickets/{ticket}/fields",
             see_own,
             read_ticket_fields,
             {.ticket = {1}})
        .about("What stands in the fields of a ticket that the reader may see.");
    operations
        .post("tickets.set_ticket_fields",
              "/tickets/{ticket}/fields",
              reply,
              set_ticket_fields,
              {.ticket = {1}, .values = {{.field = {1}, .text = "Kasa 3"}}})
        .about("Fills in or empties fields; a customer's people those that are opened to them.");
    people::on_export("ticket_fields", [](const View& view, PersonId person) {
        return to_json(field_texts_of_person(view, person));
    });
    people::on_erase("ticket_fields", erase_fields_of);
    assets::on_renamed("ticket_fields", rename_asset);
}

}  // namespace ogniwo::tickets
