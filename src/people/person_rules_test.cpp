#include "people/person_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::people {
namespace {

PersonCard card() {
    PersonCard card;
    card.given_name = "Anna";
    card.family_name = "Nowak";
    card.zone = "Europe/Warsaw";
    return card;
}

std::string errors(const Result<PersonCard>& result) {
    std::string text;
    if (result) return text;
    for (const FieldError& error : result.error().fields) {
        text += (text.empty() ? "" : " ") + error.pointer + " " + std::string(error.reason);
    }
    return text;
}

TEST_CASE("Polish calls people by another form of their name") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Anna", "Anno"},
        {"Katarzyna", "Katarzyno"},
        {"Maria", "Mario"},
        {"Zofia", "Zofio"},
        {"Julia", "Julio"},
        {"Alicja", "Alicjo"},
        {"Ewa", "Ewo"},
        {"Kasia", "Kasiu"},
        {"Zuzia", "Zuziu"},
        {"Ania", "Aniu"},
        {"Stefania", "Stefanio"},
        {"Ola", "Olu"},
        {"Jola", "Jolu"},
        {"Kamila", "Kamilo"},
        {"Karmen", "Karmen"},
        {"Łucja", "Łucjo"},
        {"Jan", "Janie"},
        {"Piotr", "Piotrze"},
        {"Paweł", "Pawle"},
        {"Michał", "Michale"},
        {"Marek", "Marku"},
        {"Jacek", "Jacku"},
        {"Maciek", "Maćku"},
        {"Krzysiek", "Krzyśku"},
        {"Krzysztof", "Krzysztofie"},
        {"Tomasz", "Tomaszu"},
        {"Łukasz", "Łukaszu"},
        {"Grzegorz", "Grzegorzu"},
        {"Andrzej", "Andrzeju"},
        {"Wojciech", "Wojciechu"},
        {"Jakub", "Jakubie"},
        {"Kuba", "Kubo"},
        {"Adam", "Adamie"},
        {"Robert", "Robercie"},
        {"Ernest", "Erneście"},
        {"Konrad", "Konradzie"},
        {"Karol", "Karolu"},
        {"Zbigniew", "Zbigniewie"},
        {"Filip", "Filipie"},
        {"Patryk", "Patryku"},
        {"Aleksander", "Aleksandrze"},
        {"Kacper", "Kacprze"},
        {"Jerzy", "Jerzy"},
        {"Antoni", "Antoni"},
        {"Mieszko", "Mieszku"},
        {"Jaś", "Jasiu"},
        {"Borys", "Borysie"},
        {"Anna Maria", "Anno"},
        {"", ""},
        {"X", ""},
        {"Max", ""},
    };
    for (const auto& [name, vocative] : cases) {
        CAPTURE(name);
        CHECK(propose_vocative(name) == vocative);
    }
}

TEST_CASE("a person has at least one name, and every address once") {
    CHECK(errors(checked_person(card())) == "");
    PersonCard typed = card();
    typed.family_name = "";
    CHECK(errors(checked_person(typed)) == "");
    typed.given_name = " ";
    typed.emails = {"anna@firma.example", "ANNA@Firma.Example", "anna", ""};
    typed.phones = {{.number = "nie mam"}};
    typed.zone = "Warszawa";
    CHECK(errors(checked_person(typed)) ==
          "/familyName people.name_missing /emails/1 people.doubled /emails/2 email_form "
          "/emails/3 email_form /phones/0/number phone_characters /zone people.zone_unknown");
}

TEST_CASE("what everybody may change about themselves gives nobody more rights") {
    EditPerson own{.phones = std::vector<PersonPhone>{},
                   .language = Language::en,
                   .zone = "UTC",
                   .form_of_address = FormOfAddress::pani,
                   .vocative = "Anno"};
    CHECK(is_own_business(own));
    CHECK_FALSE(changes_identity(own));
    for (const EditPerson& wish : {EditPerson{.is_staff = true},
                                   EditPerson{.emails = std::vector<std::string>{"a@b.example"}},
                                   EditPerson{.customers = std::vector<CustomerId>{{1}}}}) {
        CHECK_FALSE(is_own_business(wish));
        CHECK(changes_identity(wish));
    }
    for (const EditPerson& wish : {EditPerson{.given_name = "A"},
                                   EditPerson{.family_name = "A"},
                                   EditPerson{.job_title = "A"},
                                   EditPerson{.notes = "A"}}) {
        CHECK_FALSE(is_own_business(wish));
        CHECK_FALSE(changes_identity(wish));
    }
}

TEST_CASE("a change names the fields that it changed and no others") {
    const PersonCard before = card();
    const PersonCard after = with_changes(before,
                                          {.given_name = "Anna",
                                           .emails = std::vector<std::string>{"a@b.example"},
                                           .form_of_address = FormOfAddress::pani});
    CHECK(changed_fields(before, after) ==
          std::vector{PersonField::emails, PersonField::form_of_address});
}

}  // namespace
}  // namespace ogniwo::people
