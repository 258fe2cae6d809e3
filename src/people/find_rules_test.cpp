#include "people/find_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace ogniwo::people {
namespace {

PersonCard person(const std::string& given_name, const std::string& family_name) {
    PersonCard card;
    card.given_name = given_name;
    card.family_name = family_name;
    return card;
}

// "Nowak Anna" sorts as a list shows it.
std::vector<std::string> sorted(std::vector<std::pair<std::string, std::string>> names) {
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
        return person_sort_key(a.second, a.first) < person_sort_key(b.second, b.first);
    });
    std::vector<std::string> shown;
    for (const auto& [family_name, given_name] : names) {
        shown.push_back(family_name + " " + given_name);
    }
    return shown;
}

// What LIKE does with one pattern of ours: a part between two percent signs, with escapes.
bool finds(const std::string& typed, const std::string& text) {
    const auto words = words_of(typed);
    return std::all_of(words.begin(), words.end(), [&text](const std::string& pattern) {
        std::string part;
        for (std::size_t i = 1; i + 1 < pattern.size(); ++i) {
            if (pattern[i] == '\\') ++i;
            part += pattern[i];
        }
        return text.find(part) != std::string::npos;
    });
}

TEST_CASE("surnames come first, in the order of the Polish alphabet") {
    CHECK(sorted({{"Magda", "A"}, {"Łukasz", "A"}, {"Lucjan", "A"}}) ==
          std::vector<std::string>{"Lucjan A", "Łukasz A", "Magda A"});
    CHECK(sorted({{"Ćwik", "A"}, {"Czech", "A"}, {"Dąb", "A"}}) ==
          std::vector<std::string>{"Czech A", "Ćwik A", "Dąb A"});
    CHECK(sorted(
              {{"Nowakowska", "Adam"}, {"Nowak", "Zofia"}, {"Nowak", "Ądam"}, {"Nowak", "Adam"}}) ==
          std::vector<std::string>{"Nowak Adam", "Nowak Ądam", "Nowak Zofia", "Nowakowska Adam"});
}

TEST_CASE("whoever has only a given name stands among the surnames with it") {
    CHECK(sorted({{"Nowak", "Anna"}, {"", "Maria"}, {"Lis", "Jan"}}) ==
          std::vector<std::string>{"Lis Jan", " Maria", "Nowak Anna"});
}

TEST_CASE("a person is found by parts of names, addresses and any four digits of a phone") {
    PersonCard card = person("Łucja", "Żółć-Nowak");
    card.emails = {"l.zolc@firma.example"};
    card.phones = {{.number = "+48784380784", .extension = "12"}, {.number = "+48618551234"}};
    const std::string text = person_search_text(card);
    for (const char* typed : {"lucja",
                              "ŁUCJA żół",
                              "nowak lucja",
                              "lucja zolc",
                              "zolc-nowak lucja",
                              "zolc@firma",
                              "3807",
                              "784 380",
                              "784-380-784",
                              "0048 784 380 784",
                              "+48 784",
                              "061 855",
                              "1234",
                              "  "}) {
        CAPTURE(typed);
        CHECK(finds(typed, text));
    }
    for (const char* typed : {"lucjan", "9999", "%", "_", "nowak 9", "78412", "8461"}) {
        CAPTURE(typed);
        CHECK_FALSE(finds(typed, text));
    }
}

TEST_CASE("a customer is found by both names, NIP, domain and phone") {
    CustomerCard card;
    card.name = "Kowalski";
    card.legal_name = "Zakłady Łódzkie S.A.";
    card.nip = "5250000009";
    card.domains = {"zaklady.example"};
    card.phones = {{.number = "+48618551234"}};
    const std::string text = customer_search_text(card);
    for (const char* typed :
         {"kowal", "lodzkie", "zaklady s.a.", "525-000-00-09", "0009", "zaklady.example", "5512"}) {
        CAPTURE(typed);
        CHECK(finds(typed, text));
    }
}

TEST_CASE("what LIKE would understand as a pattern is looked for as it stands") {
    CHECK(words_of("50%_\\a")[0] == "%50\\%\\_\\\\a%");
    CHECK(words_of("")[0] == "%");
    CHECK(words_of("a b c d e")[3] == "%d%");
}

}  // namespace
}  // namespace ogniwo::people
