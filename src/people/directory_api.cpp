#include "people/directory_api.hpp"

#include "operations/operations.hpp"
#include "people/card_types.hpp"
#include "people/cards_api.hpp"

namespace ogniwo::people {

void describe(Fields& fields, OpenHours& hours) {
    fields("day", hours.day);
    fields("from", hours.from).about("Minutes since local midnight.");
    fields("to", hours.to).about("Minutes since local midnight; 1440 is the end of the day.");
}

void describe(Fields& fields, PostalAddress& address) {
    fields("lines", address.lines).at_most(5).may_be_missing();
    fields("postCode", address.post_code).at_most(20).may_be_missing();
    fields("city", address.city).at_most(bounds::name);
    fields("country", address.country).at_most(2).may_be_missing().about("ISO 3166-1, PL if none.");
}

void describe(Fields& fields, PersonPhone& phone) {
    fields("number", phone.number).within(1, bounds::phone).about("As typed; answered as E.164.");
    fields("extension", phone.extension).at_most(10).may_be_missing();
    fields("kind", phone.kind).may_be_missing();
    fields("shown", phone.shown)
        .at_most(bounds::name)
        .may_be_missing()
        .about("In Polish grouping. Only answered; ignored in wishes.");
}

void describe(Fields& fields, NotedPhone& phone) {
    fields("number", phone.number).within(1, bounds::phone).about("As typed; answered as E.164.");
    fields("extension", phone.extension).at_most(10).may_be_missing();
    fields("note", phone.note)
        .at_most(bounds::name)
        .may_be_missing()
        .about("Whose it is, or what a call costs.");
    fields("shown", phone.shown)
        .at_most(bounds::name)
        .may_be_missing()
        .about("In Polish grouping. Only answered; ignored in wishes.");
}

void describe(Fields& fields, CustomerRef& ref) {
    fields("customer", ref.customer);
    fields("name", ref.name);
}

void describe(Fields& fields, PersonRef& ref) {
    fields("person", ref.person);
    fields("givenName", ref.given_name);
    fields("familyName", ref.family_name);
    fields("jobTitle", ref.job_title);
}

void mount_directory(Operations& operations) {
    mount_customers(operations);
    mount_persons(operations);
    mount_company(operations);
    mount_erasure(operations);
}

}  // namespace ogniwo::people
