#include "people/customer_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "people/company_rules.hpp"

namespace ogniwo::people {
namespace {

CustomerCard card() {
    CustomerCard card;
    card.name = "Kowalski";
    return card;
}

// "/nip nip_checksum /name ..." in the order in which they were found.
template <class T>
std::string errors(const Result<T>& result) {
    std::string text;
    if (result) return text;
    for (const FieldError& error : result.error().fields) {
        text += (text.empty() ? "" : " ") + error.pointer + " " + std::string(error.reason);
    }
    return text;
}

TEST_CASE("every value of a customer's card is kept in one form") {
    CustomerCard typed = card();
    typed.name = "  Kowalski ";
    typed.nip = "PL 525-000-00-09";
    typed.billing_address =
        PostalAddress{.lines = {" ul. Lipowa 7 ", ""}, .post_code = "61001", .city = "Poznań"};
    typed.domains = {" Kowalski.Example ", "biuro.example"};
    typed.phones = {{.number = "61 855 12 34 wew. 12", .shown = "forged"}};
    typed.marks = {Mark::leaving, Mark::vip, Mark::vip};
    const auto kept = checked_customer(typed);
    REQUIRE(kept);
    CHECK(kept->name == "Kowalski");
    CHECK(kept->nip == "5250000009");
    CHECK(kept->billing_address->post_code == "61-001");
    CHECK(kept->billing_address->lines == std::vector<std::string>{"ul. Lipowa 7"});
    CHECK(kept->domains == std::vector<std::string>{"biuro.example", "kowalski.example"});
    CHECK(kept->phones[0].number == "+48618551234");
    CHECK(kept->phones[0].extension == "12");
    CHECK(kept->phones[0].shown.empty());
    CHECK(kept->marks == std::vector<Mark>{Mark::vip, Mark::leaving});
}

TEST_CASE("all errors of a customer's card are told at once, each at its field") {
    CustomerCard typed = card();
    typed.name = " ";
    typed.nip = "525-000-00-08";
    typed.regon = "123";
    typed.krs = "abc";
    typed.iban = "PL00 1090 1014 0000 0712 1981 2874";
    typed.billing_address = PostalAddress{.post_code = "6100", .city = "", .country = "pl"};
    typed.postal_address = PostalAddress{.city = "Brno", .country = "Czechy"};
    typed.domains = {"gmail.com", "a.example", "a.example"};
    typed.phones = {{.number = "12"}, {.number = "784 380 784", .extension = "x"}};
    CHECK(errors(checked_customer(typed)) ==
          "/name people.name_missing /nip nip_checksum /regon regon_length "
          "/krs krs_characters /iban iban_checksum "
          "/billingAddress/city people.city_missing /billingAddress/postCode post_code_form "
          "/postalAddress/country people.country_malformed "
          "/domains/0 mail_domain_public /domains/2 people.doubled "
          "/phones/0/number phone_length /phones/1/extension phone_extension");
}

TEST_CASE("hours lie within their day and do not overlap") {
    const auto hours = [](std::vector<OpenHours> list) {
        return errors(checked_site({.name = "Biuro", .hours = std::move(list), .zone = "UTC"}));
    };
    const auto on = [](Weekday day, int from, int to) {
        return OpenHours{day, Minutes{from}, Minutes{to}};
    };
    const std::string bad = " people.hours_malformed";
    CHECK(hours({}) == "");
    CHECK(hours({on(Weekday::monday, 480, 960)}) == "");
    CHECK(hours({on(Weekday::monday, 0, 1440)}) == "");
    CHECK(hours({on(Weekday::monday, 480, 720), on(Weekday::monday, 720, 960)}) == "");
    CHECK(hours({on(Weekday::monday, 480, 720), on(Weekday::tuesday, 500, 960)}) == "");
    CHECK(hours({on(Weekday::monday, 480, 480)}) == "/hours/0" + bad);
    CHECK(hours({on(Weekday::monday, -1, 480)}) == "/hours/0" + bad);
    CHECK(hours({on(Weekday::monday, 480, 1441)}) == "/hours/0" + bad);
    CHECK(hours({on(Weekday::sunday, 480, 720), on(Weekday::sunday, 719, 960)}) ==
          "/hours/1" + bad);
}

TEST_CASE("a zone is one that exists") {
    CHECK(errors(checked_site({.name = "Biuro", .zone = "Europe/Poznan"})) ==
          "/zone people.zone_unknown");
    CHECK(errors(checked_site({.name = "Biuro", .zone = ""})) == "/zone people.zone_unknown");
}

TEST_CASE("an address on the web is one a browser may open") {
    const auto web = [](const std::string& typed) {
        CompanyCard company;
        company.name = "Ogniwo";
        company.web = typed;
        const auto checked = checked_company(company);
        return checked ? checked->web : errors(checked);
    };
    const std::string bad = "/web people.web_malformed";
    CHECK(web("www.ogniwo.example") == "https://www.ogniwo.example");
    CHECK(web("http://ogniwo.example/o-nas") == "http://ogniwo.example/o-nas");
    CHECK(web("") == "");
    CHECK(web("javascript:alert(1)") == bad);
    CHECK(web("javascript://ogniwo.example/%0aalert(1)") == bad);
    CHECK(web("ftp://ogniwo.example") == bad);
    CHECK(web("https://anna@ogniwo.example") == bad);
    CHECK(web("https://ogniwo") == bad);
    CHECK(web("https://ogniwo.example/\"onclick") == bad);
}

TEST_CASE("a change leaves alone what it does not mention, and null takes away") {
    CustomerCard before = card();
    before.sector = "Transport";
    before.lead = PersonId{7};
    before.postal_address = PostalAddress{.city = "Poznań"};
    EditCustomer wish;
    wish.name = "Kowalscy";
    wish.lead.emplace(std::nullopt);
    wish.postal_address.emplace(std::nullopt);
    const CustomerCard after = with_changes(before, wish);
    CHECK(after.name == "Kowalscy");
    CHECK(after.sector == "Transport");
    CHECK_FALSE(after.lead);
    CHECK_FALSE(after.postal_address);
    CHECK(changed_fields(before, after) ==
          std::vector{CustomerField::name, CustomerField::postal_address, CustomerField::lead});
}

}  // namespace
}  // namespace ogniwo::people
