#include "operations/operations.hpp"
#include "people/cards_api.hpp"
#include "people/directory_api.hpp"
#include "people/directory_service.hpp"
#include "people/roles.hpp"

namespace ogniwo::people {

void describe(Fields& fields, CreatePerson& wish) {
    fields("givenName", wish.given_name).at_most(bounds::name).may_be_missing();
    fields("familyName", wish.family_name).at_most(bounds::name).may_be_missing();
    fields("isStaff", wish.is_staff).may_be_missing();
    fields("jobTitle", wish.job_title).at_most(bounds::name).may_be_missing();
    fields("emails", wish.emails)
        .at_most(bounds::emails)
        .may_be_missing()
        .about("The first one is the main one.");
    fields("phones", wish.phones).at_most(bounds::phones).may_be_missing();
    fields("customers", wish.customers).at_most(bounds::customers).may_be_missing();
    fields("language", wish.language).may_be_missing();
    fields("zone", wish.zone).at_most(bounds::zone).may_be_missing();
    fields("formOfAddress", wish.form_of_address).may_be_missing();
    fields("vocative", wish.vocative)
        .at_most(bounds::name)
        .may_be_missing()
        .about("Confirmed by a human; empty while nobody has.");
    fields("notes", wish.notes).at_most(bounds::note).multiline().may_be_missing();
}

void describe(Fields& fields, MergedPerson& merged) {
    fields("person", merged.person);
    fields("givenName", merged.given_name);
    fields("familyName", merged.family_name);
    fields("emails", merged.emails);
    fields("phones", merged.phones);
    fields("mergedAt", merged.merged_at);
}

void describe(Fields& fields, Person& person) {
    fields("person", person.person);
    fields("version", person.version);
    fields("givenName", person.given_name);
    fields("familyName", person.family_name);
    fields("isStaff", person.is_staff);
    fields("jobTitle", person.job_title);
    fields("emails", person.emails);
    fields("phones", person.phones);
    fields("customers", person.customers);
    fields("language", person.language);
    fields("zone", person.zone);
    fields("formOfAddress", person.form_of_address);
    fields("vocative", person.vocative);
    fields("proposedVocative", person.proposed_vocative)
        .about("For the form, where a human confirms it; nobody is greeted with it.");
    fields("notes", person.notes).multiline();
    fields("createdAt", person.created_at);
    fields("disabledAt", person.disabled_at);
    fields("erasedAt", person.erased_at);
    fields("mergedInto", person.merged_into).about("As whom this person goes on.");
    fields("mergedAt", person.merged_at);
    fields("merged", person.merged).about("Whoever goes on as this person.");
}

void describe(Fields& fields, EditPerson& wish) {
    fields("person", wish.person);
    fields("version", wish.version);
    fields("givenName", wish.given_name).at_most(bounds::name);
    fields("familyName", wish.family_name).at_most(bounds::name);
    fields("isStaff", wish.is_staff);
    fields("jobTitle", wish.job_title).at_most(bounds::name);
    fields("emails", wish.emails).at_most(bounds::emails);
    fields("phones", wish.phones).at_most(bounds::phones);
    fields("customers", wish.customers).at_most(bounds::customers);
    fields("language", wish.language);
    fields("zone", wish.zone).at_most(bounds::zone);
    fields("formOfAddress", wish.form_of_address);
    fields("vocative", wish.vocative).at_most(bounds::name);
    fields("notes", wish.notes).at_most(bounds::note).multiline();
}

void describe(Fields& fields, ShowPerson& wish) {
    fields("person", wish.person);
}

void describe(Fields& fields, ListPersons& wish) {
    fields("q", wish.q)
        .at_most(bounds::query)
        .may_be_missing()
        .about("Words of the name or an address, or any four digits of a phone.");
    fields("customer", wish.customer);
    fields("staff", wish.staff);
    fields("disabled", wish.disabled);
    fields("cursor", wish.cursor).at_most(bounds::cursor);
    fields("limit", wish.limit).within(1, bounds::page).may_be_missing();
}

void describe(Fields& fields, PersonSummary& summary) {
    fields("person", summary.person);
    fields("version", summary.version);
    fields("givenName", summary.given_name);
    fields("familyName", summary.family_name);
    fields("isStaff", summary.is_staff);
    fields("isDisabled", summary.is_disabled);
    fields("jobTitle", summary.job_title);
    fields("email", summary.email);
    fields("phone", summary.phone);
    fields("customers", summary.customers);
}

void describe(Fields& fields, PersonList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, PersonCreated& event) {
    fields("person", event.person);
    fields("isStaff", event.is_staff);
    fields("customers", event.customers);
}

void describe(Fields& fields, PersonChanged& event) {
    fields("person", event.person);
    fields("fields", event.fields);
    fields("isStaff", event.is_staff);
    fields("customers", event.customers);
}

namespace {

void allow_persons() {
    allow_reading(see_persons,
                  {Role::technician, Role::bookkeeper, Role::consultant, Role::customer_approver});
    allow(edit_persons, {Role::technician, Role::customer_administrator});
}

CreatePerson sample_person() {
    CreatePerson wish;
    wish.given_name = "Jan";
    wish.family_name = "Kowalski";
    wish.job_title = "Kierownik biura";
    wish.emails = {"jan@kowalski.example"};
    wish.phones = {{.number = "784 380 784", .kind = PhoneKind::mobile}};
    wish.customers = {{1}};
    return wish;
}

}  // namespace

void mount_persons(Operations& operations) {
    allow_persons();
    operations
        .get<ListPersons, PersonList>(
            "people.list_persons", "/persons", see_persons, list_persons, {.q = "jan"})
        .about("Persons by surname in Polish order, found by name, address or phone.");
    operations
        .post<CreatePerson, Person>(
            "people.create_person", "/persons", edit_persons, create_person, sample_person())
        .creates()
        .about("Creates a person, who may do nothing until roles are granted.");
    operations
        .get<ShowPerson, Person>(
            "people.show_person", "/persons/{person}", signed_in, show_person, {.person = {1}})
        .about("One person; of our staff, customers see name and title.");
    operations
        .patch<EditPerson, Person>("people.edit_person",
                                   "/persons/{person}",
                                   signed_in,
                                   edit_person,
                                   {.person = {1}, .version = 1, .zone = "Europe/Warsaw"})
        .about("Changes a person; everybody may change their own phones and how we address them.");
}

}  // namespace ogniwo::people
