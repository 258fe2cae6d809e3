#include "operations/operations.hpp"
#include "people/cards_api.hpp"
#include "people/directory_api.hpp"
#include "people/directory_service.hpp"
#include "people/roles.hpp"

namespace ogniwo::people {

void describe(Fields& fields, Site& site) {
    fields("site", site.site);
    fields("customer", site.customer);
    fields("version", site.version);
    fields("name", site.name);
    fields("address", site.address);
    fields("hoursText", site.hours_text).multiline();
    fields("hours", site.hours);
    fields("zone", site.zone);
}

void describe(Fields& fields, CreateCustomer& wish) {
    fields("name", wish.name).within(1, bounds::name);
    fields("legalName", wish.legal_name).at_most(bounds::name).may_be_missing();
    fields("nip", wish.nip).at_most(bounds::number).may_be_missing();
    fields("regon", wish.regon).at_most(bounds::number).may_be_missing();
    fields("krs", wish.krs).at_most(bounds::number).may_be_missing();
    fields("iban", wish.iban).at_most(bounds::number).may_be_missing();
    fields("billingAddress", wish.billing_address);
    fields("postalAddress", wish.postal_address);
    fields("domains", wish.domains).at_most(bounds::domains).may_be_missing();
    fields("phones", wish.phones).at_most(bounds::phones).may_be_missing();
    fields("sector", wish.sector).at_most(bounds::name).may_be_missing();
    fields("lead", wish.lead).about("The technician who knows the customer best.");
    fields("pinnedNotes", wish.pinned_notes).at_most(bounds::note).multiline().may_be_missing();
    fields("marks", wish.marks).at_most(3).may_be_missing();
    fields("language", wish.language).may_be_missing();
}

void describe(Fields& fields, MergedCustomer& merged) {
    fields("customer", merged.customer);
    fields("name", merged.name);
    fields("legalName", merged.legal_name);
    fields("nip", merged.nip);
    fields("domains", merged.domains);
    fields("phones", merged.phones);
    fields("pinnedNotes", merged.pinned_notes).multiline();
    fields("marks", merged.marks);
    fields("mergedAt", merged.merged_at);
}

void describe(Fields& fields, Customer& customer) {
    fields("customer", customer.customer);
    fields("version", customer.version);
    fields("name", customer.name);
    fields("legalName", customer.legal_name);
    fields("nip", customer.nip);
    fields("regon", customer.regon);
    fields("krs", customer.krs);
    fields("iban", customer.iban);
    fields("billingAddress", customer.billing_address);
    fields("postalAddress", customer.postal_address);
    fields("domains", customer.domains);
    fields("phones", customer.phones);
    fields("sector", customer.sector);
    fields("lead", customer.lead);
    fields("pinnedNotes", customer.pinned_notes)
        .multiline()
        .about("Absent for the customer's own people, like the marks.");
    fields("marks", customer.marks);
    fields("sites", customer.sites);
    fields("language", customer.language);
    fields("createdAt", customer.created_at);
    fields("mergedInto", customer.merged_into).about("As which customer it goes on.");
    fields("mergedAt", customer.merged_at);
    fields("merged", customer.merged).about("Whichever goes on as this customer.");
}

void describe(Fields& fields, EditCustomer& wish) {
    fields("customer", wish.customer);
    fields("version", wish.version);
    fields("name", wish.name).within(1, bounds::name);
    fields("legalName", wish.legal_name).at_most(bounds::name);
    fields("nip", wish.nip).at_most(bounds::number);
    fields("regon", wish.regon).at_most(bounds::number);
    fields("krs", wish.krs).at_most(bounds::number);
    fields("iban", wish.iban).at_most(bounds::number);
    fields("billingAddress", wish.billing_address);
    fields("postalAddress", wish.postal_address);
    fields("domains", wish.domains).at_most(bounds::domains);
    fields("phones", wish.phones).at_most(bounds::phones);
    fields("sector", wish.sector).at_most(bounds::name);
    fields("lead", wish.lead);
    fields("pinnedNotes", wish.pinned_notes).at_most(bounds::note).multiline();
    fields("marks", wish.marks).at_most(3);
    fields("language", wish.language);
}

void describe(Fields& fields, ShowCustomer& wish) {
    fields("customer", wish.customer);
}

void describe(Fields& fields, ListCustomers& wish) {
    fields("q", wish.q)
        .at_most(bounds::query)
        .may_be_missing()
        .about("Words of the name, the NIP, a mail domain, or any four digits of a phone.");
    fields("marks", wish.marks).at_most(3).may_be_missing().about("Only with all of these marks.");
    fields("cursor", wish.cursor).at_most(bounds::cursor);
    fields("limit", wish.limit).within(1, bounds::page).may_be_missing();
}

void describe(Fields& fields, CustomerSummary& summary) {
    fields("customer", summary.customer);
    fields("version", summary.version);
    fields("name", summary.name);
    fields("legalName", summary.legal_name);
    fields("nip", summary.nip);
    fields("city", summary.city);
    fields("lead", summary.lead);
    fields("marks", summary.marks);
}

void describe(Fields& fields, CustomerList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, ListSites& wish) {
    fields("customer", wish.customer);
}

void describe(Fields& fields, SiteList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, AddSite& wish) {
    fields("customer", wish.customer);
    fields("name", wish.name).within(1, bounds::name);
    fields("address", wish.address);
    fields("hoursText", wish.hours_text).at_most(bounds::name).multiline().may_be_missing();
    fields("hours", wish.hours).at_most(bounds::hours).may_be_missing();
    fields("zone", wish.zone)
        .at_most(bounds::zone)
        .may_be_missing()
        .about("IANA name; our company's zone if none.");
}

void describe(Fields& fields, EditSite& wish) {
    fields("site", wish.site);
    fields("version", wish.version);
    fields("name", wish.name).within(1, bounds::name);
    fields("address", wish.address);
    fields("hoursText", wish.hours_text).at_most(bounds::name).multiline();
    fields("hours", wish.hours).at_most(bounds::hours);
    fields("zone", wish.zone).at_most(bounds::zone);
}

void describe(Fields& fields, RemoveSite& wish) {
    fields("site", wish.site);
}

void describe(Fields& fields, CustomerCreated& event) {
    fields("customer", event.customer);
    fields("lead", event.lead);
    fields("marks", event.marks);
}

void describe(Fields& fields, CustomerChanged& event) {
    fields("customer", event.customer);
    fields("fields", event.fields);
    fields("lead", event.lead);
    fields("marks", event.marks);
}

void describe(Fields& fields, SiteAdded& event) {
    fields("customer", event.customer);
    fields("site", event.site);
}

void describe(Fields& fields, SiteChanged& event) {
    fields("customer", event.customer);
    fields("site", event.site);
}

void describe(Fields& fields, SiteRemoved& event) {
    fields("customer", event.customer);
    fields("site", event.site);
}

namespace {

void allow_customers() {
    allow_reading(
        see_customers,
        {Role::technician, Role::bookkeeper, Role::consultant, Role::customer_user, Role::partner});
    allow(edit_customers, {Role::technician, Role::bookkeeper});
    allow_reading(see_pinned_notes, {Role::technician, Role::bookkeeper, Role::consultant});
}

PostalAddress sample_address() {
    return {.lines = {"ul. Lipowa 7/3"}, .post_code = "61-001", .city = "Poznań"};
}

CreateCustomer sample_customer() {
    CreateCustomer wish;
    wish.name = "Kowalski";
    wish.legal_name = "Kowalski i Wspólnicy sp. z o.o.";
    wish.billing_address = sample_address();
    wish.domains = {"kowalski.example"};
    wish.phones = {{.number = "61 855 12 34", .note = "Sekretariat"}};
    return wish;
}

void mount_sites(Operations& operations) {
    operations
        .get<ListSites, SiteList>("people.list_sites",
                                  "/customers/{customer}/sites",
                                  see_customers,
                                  list_sites,
                                  {.customer = {1}})
        .about("The places where a customer works, with address and hours.");
    operations
        .post<AddSite, Site>("people.add_site",
                             "/customers/{customer}/sites",
                             edit_customers,
                             add_site,
                             {.customer = {1},
                              .name = "Magazyn",
                              .address = sample_address(),
                              .hours_text = "pn-pt 8-16",
                              .hours = {{Weekday::monday, Minutes{480}, Minutes{960}}},
                              .zone = "Europe/Warsaw"})
        .creates()
        .about("Adds a place where a customer works.");
    operations
        .patch<EditSite, Site>("people.edit_site",
                               "/sites/{site}",
                               edit_customers,
                               edit_site,
                               {.site = {1}, .version = 1, .name = "Magazyn główny"})
        .about("Changes a site; fields that are missing stay.");
    operations
        .del<RemoveSite, Nothing>(
            "people.remove_site", "/sites/{site}", edit_customers, remove_site, {.site = {1}})
        .about("Removes a site.");
}

}  // namespace

void mount_customers(Operations& operations) {
    allow_customers();
    operations
        .get<ListCustomers, CustomerList>(
            "people.list_customers", "/customers", see_customers, list_customers, {.q = "kow"})
        .about("Customers in Polish order, found by name, NIP, mail domain or phone.");
    operations
        .post<CreateCustomer, Customer>("people.create_customer",
                                        "/customers",
                                        edit_customers,
                                        create_customer,
                                        sample_customer())
        .creates()
        .about("Creates a customer; numbers and addresses are checked, all errors at once.");
    operations
        .get<ShowCustomer, Customer>("people.show_customer",
                                     "/customers/{customer}",
                                     see_customers,
                                     show_customer,
                                     {.customer = {1}})
        .about("One customer with its sites.");
    operations
        .patch<EditCustomer, Customer>("people.edit_customer",
                                       "/customers/{customer}",
                                       edit_customers,
                                       edit_customer,
                                       {.customer = {1}, .version = 1, .sector = "Transport"})
        .about("Changes a customer; fields that are missing stay, null clears.");
    mount_sites(operations);
}

}  // namespace ogniwo::people
