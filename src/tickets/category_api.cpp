#include "tickets/category_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tickets/category_service.hpp"
#include "tiers/skill_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int name_most = 100;
constexpr int cells = 12;

}  // namespace

void describe(Fields& fields, Category& category) {
    fields("id", category.id);
    fields("version", category.version);
    fields("parent", category.parent);
    fields("namePl", category.name_pl);
    fields("nameEn", category.name_en);
    fields("retiredAt", category.retired_at).about("Nothing new gets it, nor anything below it.");
}

void describe(Fields& fields, CategoryList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, AddCategory& wish) {
    fields("parent", wish.parent);
    fields("namePl", wish.name_pl).within(1, name_most);
    fields("nameEn", wish.name_en).within(1, name_most);
}

void describe(Fields& fields, EditCategory& wish) {
    fields("category", wish.category);
    fields("version", wish.version);
    fields("parent", wish.parent).about("Null: to the top.");
    fields("namePl", wish.name_pl).within(1, name_most);
    fields("nameEn", wish.name_en).within(1, name_most);
    fields("retired", wish.retired);
}

void describe(Fields& fields, StartCategories& wish) {
    fields("sector", wish.sector).about("What our customers do.");
}

void describe(Fields& fields, CategoryAdded& event) {
    fields("parent", event.parent);
}

void describe(Fields& fields, CategoryEdited& event) {
    fields("parent", event.parent);
    fields("retired", event.retired);
}

void describe(Fields& fields, PriorityRule& rule) {
    fields("impact", rule.impact);
    fields("urgency", rule.urgency);
    fields("priority", rule.priority);
}

void describe(Fields& fields, DeskSettings& settings) {
    fields("version", settings.version);
    fields("showsType", settings.shows_type).about("On the form; else below Advanced.");
    fields("showsCategory", settings.shows_category).about("On the form; else below Advanced.");
    fields("asksForRatings", settings.asks_for_ratings)
        .about("Requesters get a letter when their ticket is resolved, once in 30 days.");
    fields("priorities", settings.priorities).about("All twelve pairs of impact and urgency.");
}

void describe(Fields& fields, EditDeskSettings& wish) {
    fields("version", wish.version);
    fields("showsType", wish.shows_type);
    fields("showsCategory", wish.shows_category);
    fields("asksForRatings", wish.asks_for_ratings);
    fields("priorities", wish.priorities)
        .at_most(cells)
        .about("The pairs that change. Tickets keep the priority that was decided for them.");
}

void describe(Fields& fields, DeskSettingsChanged& event) {
    fields("showsType", event.shows_type);
    fields("showsCategory", event.shows_category);
    fields("asksForRatings", event.asks_for_ratings);
    fields("priorities", event.priorities);
}

void mount_categories(Operations& operations) {
    people::allow(configure, {people::Role::administrator, people::Role::lead});
    tiers::on_categories(categories_in_use);
    operations
        .get("tickets.list_categories", "/ticket-categories", see_own, list_categories, Nothing{})
        .about("The whole tree, the retired ones too.");
    operations
        .post("tickets.add_category",
              "/ticket-categories",
              configure,
              add_category,
              {.name_pl = "Drukarki", .name_en = "Printers"})
        .creates()
        .about("Adds a category, at most three levels deep.");
    operations
        .patch("tickets.edit_category",
               "/ticket-categories/{category}",
               configure,
               edit_category,
               {.category = {1}, .version = 1, .name_pl = "Drukarki i skanery"})
        .about("Renames, moves, retires a category or takes it back.");
    operations
        .post("tickets.start_categories",
              "/ticket-categories/starters",
              configure,
              start_categories,
              {.sector = Sector::retail})
        .about("Adds what is missing of the tree that suits a sector.");
    operations.get("tickets.read_settings", "/ticket-settings", see_own, read_settings, Nothing{})
        .about("How this company works with tickets.");
    operations
        .patch("tickets.edit_settings",
               "/ticket-settings",
               configure,
               edit_settings,
               {.version = 1, .shows_type = true})
        .about("Changes the form of tickets and the matrix of priorities.");
}

}  // namespace ogniwo::tickets
