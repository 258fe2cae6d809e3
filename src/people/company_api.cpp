#include "operations/operations.hpp"
#include "people/cards_api.hpp"
#include "people/directory_api.hpp"
#include "people/directory_service.hpp"
#include "people/roles.hpp"

namespace ogniwo::people {
namespace {

void describe_changes(Fields& fields, CompanyChanges& wish) {
    fields("version", wish.version);
    fields("name", wish.name).within(1, bounds::name);
    fields("legalName", wish.legal_name).at_most(bounds::name);
    fields("nip", wish.nip).at_most(bounds::number);
    fields("regon", wish.regon).at_most(bounds::number);
    fields("krs", wish.krs).at_most(bounds::number);
    fields("iban", wish.iban).at_most(bounds::number);
    fields("address", wish.address);
    fields("phones", wish.phones).at_most(bounds::phones);
    fields("email", wish.email).at_most(bounds::email);
    fields("web", wish.web).at_most(bounds::web);
    fields("hoursText", wish.hours_text).at_most(bounds::name).multiline();
    fields("hours", wish.hours).at_most(bounds::hours);
    fields("language", wish.language);
    fields("zone", wish.zone).at_most(bounds::zone);
}

}  // namespace

void describe(Fields& fields, AddCompany& wish) {
    fields("name", wish.name).within(1, bounds::name);
    fields("legalName", wish.legal_name).at_most(bounds::name).may_be_missing();
    fields("nip", wish.nip).at_most(bounds::number).may_be_missing();
    fields("regon", wish.regon).at_most(bounds::number).may_be_missing();
    fields("krs", wish.krs).at_most(bounds::number).may_be_missing();
    fields("iban", wish.iban).at_most(bounds::number).may_be_missing();
    fields("address", wish.address);
    fields("phones", wish.phones).at_most(bounds::phones).may_be_missing();
    fields("email", wish.email).at_most(bounds::email).may_be_missing();
    fields("web", wish.web).at_most(bounds::web).may_be_missing();
    fields("hoursText", wish.hours_text).at_most(bounds::name).multiline().may_be_missing();
    fields("hours", wish.hours).at_most(bounds::hours).may_be_missing();
    fields("language", wish.language).may_be_missing();
    fields("zone", wish.zone).at_most(bounds::zone).may_be_missing();
}

void describe(Fields& fields, Company& company) {
    fields("company", company.company);
    fields("version", company.version);
    fields("isDefault", company.is_default);
    fields("name", company.name);
    fields("legalName", company.legal_name);
    fields("nip", company.nip);
    fields("regon", company.regon);
    fields("krs", company.krs);
    fields("iban", company.iban);
    fields("address", company.address);
    fields("phones", company.phones);
    fields("email", company.email);
    fields("web", company.web);
    fields("hoursText", company.hours_text).multiline();
    fields("hours", company.hours);
    fields("language", company.language);
    fields("zone", company.zone);
}

void describe(Fields& fields, EditCompany& wish) {
    describe_changes(fields, wish);
}

void describe(Fields& fields, EditBrand& wish) {
    fields("company", wish.company);
    describe_changes(fields, wish);
    fields("isDefault", wish.is_default).about("True makes this card the default one.");
}

void describe(Fields& fields, CompanyList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, CompanyAdded& event) {
    fields("company", event.company);
    fields("isDefault", event.is_default);
}

void describe(Fields& fields, CompanyChanged& event) {
    fields("company", event.company);
    fields("isDefault", event.is_default);
}

namespace {

AddCompany sample_brand() {
    AddCompany wish;
    wish.name = "Ogniwo Nocne";
    wish.phones = {{.number = "801 234 567", .note = "opłata zgodna z taryfą operatora"}};
    return wish;
}

EditCompany sample_edit() {
    EditCompany wish;
    wish.version = 1;
    wish.web = "https://ogniwo.example";
    return wish;
}

EditBrand sample_edit_brand() {
    EditBrand wish;
    wish.company = {1};
    wish.version = 1;
    wish.hours_text = "całą dobę";
    return wish;
}

}  // namespace

void mount_company(Operations& operations) {
    allow(edit_company, {Role::administrator});
    operations.get<Nothing, Company>("people.show_company", "/company", signed_in, show_company, {})
        .about("Our company's card: address, phones, mail and hours.");
    operations
        .patch<EditCompany, Company>(
            "people.edit_company", "/company", edit_company, edit_company_card, sample_edit())
        .about("Changes our company's card; fields that are missing stay, null clears.");
    operations
        .get<Nothing, CompanyList>(
            "people.list_companies", "/companies", signed_in, list_companies, {})
        .about("The cards of our company and its further brands, the default one first.");
    operations
        .post<AddCompany, Company>(
            "people.create_company", "/companies", edit_company, create_company, sample_brand())
        .creates()
        .about("Adds the card of a further brand of ours.");
    operations
        .patch<EditBrand, Company>("people.edit_brand",
                                   "/companies/{company}",
                                   edit_company,
                                   edit_brand,
                                   sample_edit_brand())
        .about("Changes the card of one brand, or makes it the default one.");
}

}  // namespace ogniwo::people
