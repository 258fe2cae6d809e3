#include "moving/mapping_rules.hpp"

#include <doctest/doctest.h>

#include "moving/cells.hpp"
#include "moving/mapping_file_service.hpp"

namespace ogniwo::moving {
namespace {

std::string shown(const std::vector<ColumnMeaning>& columns) {
    std::string text;
    for (const auto& [field, column] : columns) {
        if (!text.empty()) text += ", ";
        text += field + "=" + column;
    }
    return text;
}

TEST_CASE("columns are known by their names, in both languages") {
    struct Case {
        MovingKind kind;
        std::vector<std::string> header;
        std::string expected;
    };
    const Case cases[] = {
        {MovingKind::customers,
         {"Nazwa firmy", "NIP", "E-mail", "Telefon", "KOD_POCZTOWY", "Kolor"},
         "name=Nazwa firmy, nip=NIP, postCode=KOD_POCZTOWY, phone=Telefon, email=E-mail"},
        {MovingKind::customers,
         {"Company name", "VAT ID", "City"},
         "name=Company name, nip=VAT ID, city=City"},
        {MovingKind::persons,
         {"Imię", "Nazwisko", "Adres e-mail", "Komórka", "Firma"},
         "givenName=Imię, familyName=Nazwisko, email=Adres e-mail, mobile=Komórka, customer=Firma"},
        {MovingKind::persons, {"Full Name", "Company"}, "name=Full Name, customer=Company"},
        {MovingKind::assets,
         {"Nazwa komputera", "Firma", "Typ", "Nr seryjny", "Użytkownik", "Gwarancja do"},
         "name=Nazwa komputera, customer=Firma, kind=Typ, serialNumber=Nr seryjny, "
         "person=Użytkownik, warrantyUntil=Gwarancja do"},
        {MovingKind::tickets,
         {"Numer zgłoszenia", "Firma", "Temat", "Status", "Data utworzenia", "Technik"},
         "number=Numer zgłoszenia, customer=Firma, subject=Temat, status=Status, "
         "createdAt=Data utworzenia, assignee=Technik"}};
    for (const Case& one : cases)
        CHECK(shown(propose_columns(one.kind, one.header)) == one.expected);
}

TEST_CASE("a mapping that does not fit is refused with all that is wrong") {
    const std::vector<std::string> header{"A", "B"};
    const auto errors = [&](MovingKind kind, const MovingMapping& mapping) {
        std::string text;
        const Outcome outcome = check_mapping(kind, header, mapping);
        if (outcome) return text;
        for (const FieldError& one : outcome.error().fields) {
            text += one.pointer + " " + std::string(one.reason) + "\n";
        }
        return text;
    };
    CHECK(errors(MovingKind::customers, {.name = "x", .columns = {{"name", "A"}}}).empty());
    CHECK(errors(MovingKind::customers, {.name = " ", .columns = {{"nip", "A"}, {"nip", "C"}}}) ==
          "/mapping/columns/1/field moving.field_doubled\n"
          "/mapping/columns/1/column moving.column_unknown\n"
          "/mapping/columns moving.field_missing\n"
          "/mapping/name too_short\n");
    CHECK(errors(MovingKind::persons, {.name = "x", .columns = {{"email", "A"}}}) ==
          "/mapping/columns moving.field_missing\n");
    CHECK(errors(MovingKind::persons, {.name = "x", .columns = {{"familyName", "A"}}}).empty());
    // Whose the tickets are may stand in the mapping as well.
    const MovingMapping tickets{.name = "x",
                                .columns = {{"number", "A"}, {"createdAt", "B"}, {"text", "A"}},
                                .customer = "Alfa"};
    CHECK(errors(MovingKind::tickets, tickets).empty());
    MovingMapping odd = tickets;
    odd.words = {{"status", "Inny", "gone"}};
    CHECK(errors(MovingKind::tickets, odd) == "/mapping/words/0/ours moving.word_unknown\n");
}

TEST_CASE("words of other desks are understood, and the mapping's come first") {
    const MovingMapping mapping{.words = {{"status", "Zamknięte", "resolved"}}};
    struct Case {
        const char* field;
        const char* theirs;
        const char* ours;
    };
    const Case cases[] = {{"status", "ZAMKNIĘTE", "resolved"},
                          {"status", "W realizacji", "open"},
                          {"status", "On hold", "waiting"},
                          {"priority", "P1", "critical"},
                          {"priority", "Wysoki", "high"},
                          {"type", "Awaria", "incident"},
                          {"type", "Zlecenie", "request"}};
    for (const Case& one : cases) CHECK(word_for(mapping, one.field, one.theirs) == one.ours);
    CHECK_FALSE(word_for(mapping, "status", "Wysoki").has_value());
    CHECK(read_yes_no("Tak") == true);
    CHECK(read_yes_no("") == false);
    CHECK(read_yes_no(" - ") == false);
    for (const char* odd : {"może", "?", "✓"}) CHECK_FALSE(read_yes_no(odd).has_value());
}

TEST_CASE("rows of one thing are known by what they have in common") {
    const std::vector<std::string> header{"name", "nip", "email", "phone"};
    const MovingMapping mapping{
        .columns = {{"name", "name"}, {"nip", "nip"}, {"email", "email"}, {"phone", "phone"}}};
    const Columns columns(header, mapping);
    const auto asks = [&](MovingKind kind, const std::vector<std::string>& row) {
        std::string text;
        for (const Identity& one : identities_of(kind, Cells(columns, row)).asks) {
            text += one.text + "|";
        }
        return text;
    };
    CHECK(asks(MovingKind::customers, {"Łódź", "525-000-00-09", "", ""}) ==
          "nip:5250000009|name:lodz|");
    CHECK(asks(MovingKind::customers, {"Łódź", "", "", ""}) == "name:lodz|name with nip:lodz|");
    CHECK(asks(MovingKind::persons, {"Jan Kowal", "", "JAN@a.pl", "784 380 784"}) ==
          "email:jan@a.pl|phone:+48784380784 jan kowal|");
    CHECK(person_name("Jan Maria Nowak").given == "Jan Maria");
    CHECK(person_name("Nowak").family == "Nowak");
}

TEST_CASE("a mapping file is read, or the line that is wrong is told") {
    const auto mapping = read_mapping_file(
        "name = \"stary\"\nduplicates = \"update\"\nmake_persons = false\n[columns]\n"
        "name = \"Nazwa firmy\"\n[words.status]\n\"Inny\" = \"open\"\n");
    REQUIRE(static_cast<bool>(mapping));
    CHECK(mapping->name == "stary");
    CHECK(mapping->duplicates == Duplicates::update);
    CHECK_FALSE(mapping->make_persons);
    CHECK(shown(mapping->columns) == "name=Nazwa firmy");
    REQUIRE(mapping->words.size() == 1);
    CHECK(mapping->words[0].ours == "open");
    for (const char* broken : {"name = 7", "colour = \"red\"", "[columns]\nname = 1", "name"}) {
        CHECK(read_mapping_file(broken).error().reason == mapping_unreadable);
    }
}

}  // namespace
}  // namespace ogniwo::moving
