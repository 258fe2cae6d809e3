#include "tickets/category_rules.hpp"

#include <doctest/doctest.h>

#include "tickets/category_starters.hpp"

namespace ogniwo::tickets {
namespace {

// 1 Sprzęt > 2 Drukarka > 3 Toner;  4 Poczta;  5 Telefon, retired.
std::vector<Category> tree() {
    return {{.id = {1}, .name_pl = "Sprzęt", .name_en = "Hardware"},
            {.id = {2}, .parent = CategoryId{1}, .name_pl = "Drukarka", .name_en = "Printer"},
            {.id = {3}, .parent = CategoryId{2}, .name_pl = "Toner", .name_en = "Toner"},
            {.id = {4}, .name_pl = "Poczta", .name_en = "Mail"},
            {.id = {5}, .name_pl = "Telefon", .name_en = "Phone", .retired_at = Time{}}};
}

// The pointers and reasons, a line each; empty when all is well.
std::string complaint(const Outcome& outcome) {
    if (outcome) return "";
    std::string text(outcome.error().fields.empty() ? outcome.error().reason.name : "");
    for (const FieldError& field : outcome.error().fields) {
        text += (text.empty() ? "" : "\n") + field.pointer + " " + std::string(field.reason);
    }
    return text;
}

Category wished(int id, std::optional<int> parent, const char* pl, const char* en) {
    Category category{.id = {id}, .name_pl = pl, .name_en = en};
    if (parent) category.parent = CategoryId{*parent};
    return category;
}

TEST_CASE("where a category may stand") {
    struct Row {
        const char* what;
        Category wished;
        const char* complaint;
    };
    const Row rows[] = {
        {"new, at the top", wished(0, {}, "Sieć", "Network"), ""},
        {"new, on the third level", wished(0, 2, "Papier", "Paper"), ""},
        {"new, on a fourth level",
         wished(0, 3, "Kolor", "Colour"),
         "/parent tickets.category_too_deep"},
        {"below nothing", wished(0, 9, "Sieć", "Network"), "/parent tickets.category_unknown"},
        {"below a retired one",
         wished(0, 5, "Sieć", "Network"),
         "/parent tickets.category_retired"},
        {"a name in one language is taken",
         wished(0, {}, "SPRZĘT", "Things"),
         "/namePl tickets.category_name_taken"},
        {"both are",
         wished(0, {}, "sprzet", "hardware"),
         "/namePl tickets.category_name_taken\n/nameEn tickets.category_name_taken"},
        {"the same name elsewhere", wished(0, 1, "Poczta", "Mail"), ""},
        {"a retired one's name", wished(0, {}, "Telefon", "Phone"), ""},
        {"its own name", wished(4, {}, "Poczta", "Mail"), ""},
        {"moved below another", wished(4, 2, "Poczta", "Mail"), ""},
        {"moved into itself",
         wished(1, 1, "Sprzęt", "Hardware"),
         "/parent tickets.category_in_itself"},
        {"moved below its own",
         wished(1, 3, "Sprzęt", "Hardware"),
         "/parent tickets.category_in_itself"},
        {"moved with what is below it", wished(2, 4, "Drukarka", "Printer"), ""},
        {"moved too deep with it",
         wished(1, 4, "Sprzęt", "Hardware"),
         "/parent tickets.category_too_deep"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(complaint(check_category(tree(), row.wished)) == row.complaint);
    }
}

TEST_CASE("there is an end to categories") {
    std::vector<Category> many;
    for (int i = 1; i <= static_cast<int>(categories_most); ++i) {
        const std::string name = std::to_string(i);
        many.push_back({.id = {i}, .name_pl = name, .name_en = name});
    }
    CHECK(complaint(check_category(many, wished(0, {}, "Sieć", "Network"))) ==
          categories_too_many.name);
    CHECK(complaint(check_category(many, wished(7, {}, "Sieć", "Network"))).empty());
}

TEST_CASE("what a ticket may get") {
    auto all = tree();
    CHECK(complaint(may_choose(all, {3})).empty());
    CHECK(complaint(may_choose(all, {5})) == "/category tickets.category_retired");
    CHECK(complaint(may_choose(all, {9})) == "/category tickets.category_unknown");
    all[0].retired_at = Time{};
    CHECK(complaint(may_choose(all, {3})) == "/category tickets.category_retired");
}

TEST_CASE("starters add what is missing, once") {
    std::vector<Category> all = tree();
    const auto add_starters = [&all](Sector sector) {
        const auto starters = missing_starters(all, starters_of(sector));
        std::vector<CategoryId> added;
        for (const Starter& starter : starters) {
            const CategoryId id{static_cast<std::int64_t>(all.size()) + 1};
            all.push_back({.id = id,
                           .parent = starter.parent_place
                                         ? std::optional(added[*starter.parent_place])
                                         : starter.parent,
                           .name_pl = starter.name_pl,
                           .name_en = starter.name_en});
            added.push_back(id);
        }
        return starters.size();
    };
    for (const Sector sector :
         {Sector::office, Sector::retail, Sector::production, Sector::software}) {
        CHECK(add_starters(sector) > 0);
        CHECK(add_starters(sector) == 0);
    }
    CHECK(all.size() < categories_most);
    // Each of them could have been added by hand.
    for (const Category& category : all) {
        CAPTURE(category.name_pl);
        CHECK(complaint(check_category(all, category)).empty());
    }
}

}  // namespace
}  // namespace ogniwo::tickets
