#include "assets/rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::assets {
namespace {

constexpr Date march = std::chrono::year{2024} / 3 / 1;
constexpr Date may = std::chrono::year{2024} / 5 / 1;

std::string errors_of(const AssetCard& card) {
    const auto checked = checked_card(card);
    std::string text;
    if (checked) return text;
    for (const FieldError& error : checked.error().fields) {
        text += error.pointer + " " + std::string(error.reason) + ";";
    }
    return text;
}

}  // namespace

TEST_CASE("a card keeps tidy words, and tells all that is wrong with it") {
    const auto tidy = checked_card({.name = "  Kasa 1 ", .maker = " HP\n", .model = "z\u0307"});
    REQUIRE(static_cast<bool>(tidy));
    CHECK(tidy->name == "Kasa 1");
    CHECK(tidy->maker == "HP");
    CHECK(tidy->model == "\u017c");
    struct Case {
        AssetCard card;
        const char* errors;
    };
    const Case cases[] = {
        {{.name = "Kasa"}, ""},
        {{.name = " \t"}, "/name assets.name_missing;"},
        {{.name = "Kasa", .purchased_on = march, .warranty_until = march}, ""},
        {{.name = "Kasa", .purchased_on = march, .warranty_until = may}, ""},
        {{.name = "Kasa", .warranty_until = march}, ""},
        {{.name = "Kasa", .purchased_on = may, .warranty_until = march},
         "/warrantyUntil assets.warranty_before_purchase;"},
        {{.purchased_on = may, .warranty_until = march},
         "/name assets.name_missing;/warrantyUntil assets.warranty_before_purchase;"},
    };
    for (const Case& one : cases) CHECK(errors_of(one.card) == one.errors);
}

TEST_CASE("a change of a card leaves what it does not name, and takes away what is null") {
    const AssetCard before{.kind = AssetKind::till,
                           .name = "Kasa 1",
                           .site = people::SiteId{3},
                           .person = PersonId{4},
                           .purchased_on = march,
                           .note = "Hasło w sejfie"};
    const AssetCard after = with_changes(before,
                                         {.name = "Kasa 2",
                                          .site = std::optional<people::SiteId>(),
                                          .purchased_on = std::optional<Date>(may)});
    CHECK(after.kind == AssetKind::till);
    CHECK(after.name == "Kasa 2");
    CHECK(!after.site);
    CHECK(after.person == PersonId{4});
    CHECK(after.purchased_on == may);
    CHECK(after.note == "Hasło w sejfie");
}

TEST_CASE("an asset is found by words of its card, and never by the note") {
    const AssetCard card{.name = "Drukarka w księgowości",
                         .maker = "Brother",
                         .model = "HL-L2352DW",
                         .serial_number = "E78_283",
                         .inventory_number = "WSI-D118",
                         .note = "Hasło w sejfie"};
    CHECK(search_text(card) == "drukarka w ksiegowosci\nbrother hl-l2352dw\ne78_283\nwsi-d118\n");
    const Words none{"%", "%", "%", "%"};
    CHECK(words_of("") == none);
    CHECK(words_of("  ") == none);
    CHECK(words_of("Księg BROTHER") == Words{"%ksieg%", "%brother%", "%", "%"});
    CHECK(words_of("50% a_b !") == Words{"%50!%%", "%a!_b%", "%!!%", "%"});
    CHECK(words_of("a b c d e f") == Words{"%a%", "%b%", "%c%", "%d%"});
}

}  // namespace ogniwo::assets
