#include "operations/operations.hpp"
#include "people/directory_api.hpp"
#include "people/erasure_parts.hpp"
#include "people/erasure_rules.hpp"
#include "people/erasure_service.hpp"
#include "people/roles.hpp"

namespace ogniwo::people {

void describe(Fields& fields, ErasePerson& wish) {
    fields("person", wish.person);
}

void describe(Fields& fields, Erasure& erasure) {
    fields("person", erasure.person);
    fields("erasedAt", erasure.erased_at);
}

void describe(Fields& fields, ExportPerson& wish) {
    fields("person", wish.person);
}

void describe(Fields& fields, ExportedPart& part) {
    fields("name", part.name);
    fields("data", part.data);
}

void describe(Fields& fields, ExportedText& text) {
    fields("field", text.field);
    fields("text", text.text);
}

void describe(Fields& fields, ExportedEvent& event) {
    fields("name", event.name);
    fields("happenedAt", event.happened_at);
    fields("texts", event.texts);
}

void describe(Fields& fields, DirectoryExport& part) {
    fields("person", part.person);
    fields("about", part.about);
    fields("done", part.done);
}

void describe(Fields& fields, PersonExport& answer) {
    fields("person", answer.person);
    fields("exportedAt", answer.exported_at);
    fields("parts", answer.parts).about("What each part of the product holds about the person.");
}

void describe(Fields& fields, RetentionRule& rule) {
    fields("kind", rule.kind);
    fields("days", rule.days).about("Zero: kept for ever.");
    fields("defaultDays", rule.default_days);
    fields("about", rule.about);
}

void describe(Fields& fields, Retention& retention) {
    fields("version", retention.version);
    fields("items", retention.items);
}

void describe(Fields& fields, RetentionDays& days) {
    fields("kind", days.kind).at_most(100);
    fields("days", days.days).within(0, retention_days_most);
}

void describe(Fields& fields, EditRetention& wish) {
    fields("version", wish.version);
    fields("items", wish.items).within(1, 100).about("The kinds that change.");
}

void describe(Fields& fields, RetentionCount& count) {
    fields("kind", count.kind);
    fields("days", count.days);
    fields("rows", count.rows);
}

void describe(Fields& fields, RetentionPreview& preview) {
    fields("items", preview.items);
}

void describe(Fields& fields, PersonErased& event) {
    fields("person", event.person);
}

void describe(Fields& fields, RetentionChanged& event) {
    fields("items", event.items);
}

void describe(Fields& fields, RetentionApplied& event) {
    fields("kind", event.kind);
    fields("rows", event.rows);
}

namespace {

void allow_erasure() {
    allow(erase_persons, {Role::administrator});
    allow(export_persons, {Role::administrator});
    allow_reading(see_retention, {Role::administrator});
    allow(edit_retention, {Role::administrator});
}

void mount_retention(Operations& operations) {
    operations
        .get<Nothing, Retention>(
            "people.show_retention", "/retention", see_retention, show_retention, {})
        .about("How many days each kind of data is kept.");
    operations
        .patch<EditRetention, Retention>(
            "people.edit_retention",
            "/retention",
            edit_retention,
            edit_retention_rules,
            {.version = 1, .items = {{.kind = "people.disabled_persons", .days = 1'095}}})
        .about("Changes how long kinds of data are kept; zero days is for ever.");
    operations
        .get<Nothing, RetentionPreview>(
            "people.preview_retention", "/retention/preview", see_retention, preview_retention, {})
        .about("What the nightly run would erase if it ran now.");
}

}  // namespace

void mount_erasure(Operations& operations) {
    allow_erasure();
    on_export("directory", export_directory);
    register_directory_retention();
    operations
        .post<ErasePerson, Erasure>("people.erase_person",
                                    "/persons/{person}/erasure",
                                    erase_persons,
                                    erase_person,
                                    {.person = {1}})
        .creates()
        .about("Erases who a person was, for good; what happened and in which order stays.");
    operations
        .get<ExportPerson, PersonExport>("people.export_person",
                                         "/persons/{person}/export",
                                         signed_in,
                                         export_person,
                                         {.person = {1}})
        .about("Everything that is held about a person; everybody may ask for their own.");
    mount_retention(operations);
}

}  // namespace ogniwo::people
