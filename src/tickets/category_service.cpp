#include "tickets/category_service.hpp"

#include "tickets/category_rules.hpp"
#include "tickets/category_starters.hpp"
#include "tickets/category_store.hpp"
#include "tickets/clock_service.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

About about(const Category& category) {
    return {.kind = "category", .id = category.id.value, .version = category.version};
}

std::vector<EventText> names_of(const Category& category) {
    return {{"namePl", category.name_pl}, {"nameEn", category.name_en}};
}

Category insert(Work& work, Category category) {
    category.version = 1;
    category.id = store::insert_category(work.tx, category);
    work.record(CategoryAdded{.parent = category.parent}, about(category), names_of(category));
    return category;
}

}  // namespace

Result<CategoryList> list_categories(const View& view, const Nothing&) {
    return CategoryList{.items = store::list_categories(view.tx)};
}

Result<Category> add_category(Work& work, const AddCategory& wish) {
    store::claim_categories(work.tx);
    Category category{.parent = wish.parent};
    TRY(category.name_pl, written(wish.name_pl, "/namePl"));
    TRY(category.name_en, written(wish.name_en, "/nameEn"));
    TRY_DO(check_category(store::list_categories(work.tx), category));
    return insert(work, std::move(category));
}

Result<Category> edit_category(Work& work, const EditCategory& wish) {
    store::claim_categories(work.tx);
    auto claimed = store::claim_category(work.tx, wish.category);
    if (!claimed) return missing;
    Category category = std::move(*claimed);
    if (category.version - 1 != wish.version) return stale;

    if (wish.name_pl) {
        TRY(category.name_pl, written(*wish.name_pl, "/namePl"));
    }
    if (wish.name_en) {
        TRY(category.name_en, written(*wish.name_en, "/nameEn"));
    }
    if (wish.parent) category.parent = *wish.parent;
    if (wish.retired && *wish.retired != category.retired_at.has_value()) {
        category.retired_at = *wish.retired ? std::optional(work.now) : std::nullopt;
    }
    TRY_DO(check_category(store::list_categories(work.tx), category));

    store::update_category(work.tx, category);
    work.record(
        CategoryEdited{.parent = category.parent, .retired = category.retired_at.has_value()},
        about(category),
        names_of(category));
    // What lies below it may be promised something else now.
    if (wish.parent) count_open_clocks(work);
    return category;
}

Result<CategoryList> start_categories(Work& work, const StartCategories& wish) {
    store::claim_categories(work.tx);
    const auto all = store::list_categories(work.tx);
    const auto starters = missing_starters(all, starters_of(wish.sector));
    if (all.size() + starters.size() > categories_most) return categories_too_many;
    std::vector<CategoryId> added;
    for (const Starter& starter : starters) {
        const auto parent =
            starter.parent_place ? std::optional(added[*starter.parent_place]) : starter.parent;
        added.push_back(
            insert(work, {.parent = parent, .name_pl = starter.name_pl, .name_en = starter.name_en})
                .id);
    }
    return CategoryList{.items = store::list_categories(work.tx)};
}

std::map<tiers::WorkCategoryId, tiers::WorkCategory> categories_in_use(Tx& tx) {
    const auto all = store::list_categories(tx);
    std::vector<CategoryId> ids;
    for (const Category& one : all) {
        if (may_choose(all, one.id)) ids.push_back(one.id);
    }
    std::map<tiers::WorkCategoryId, tiers::WorkCategory> categories;
    for (const auto& [id, name] : store::find_category_names(tx, ids)) {
        categories[{id.value}] = {.name_pl = name.pl, .name_en = name.en};
    }
    return categories;
}

Result<DeskSettings> read_settings(const View& view, const Nothing&) {
    return store::load_settings(view.tx);
}

Result<DeskSettings> edit_settings(Work& work, const EditDeskSettings& wish) {
    DeskSettings settings = store::load_settings(work.tx);
    if (settings.version != wish.version) return stale;
    settings.shows_type = wish.shows_type.value_or(settings.shows_type);
    settings.shows_category = wish.shows_category.value_or(settings.shows_category);
    settings.asks_for_ratings = wish.asks_for_ratings.value_or(settings.asks_for_ratings);
    for (const PriorityRule& wished : wish.priorities.value_or(std::vector<PriorityRule>{})) {
        for (PriorityRule& rule : settings.priorities) {
            if (rule.impact == wished.impact && rule.urgency == wished.urgency) {
                rule.priority = wished.priority;
            }
        }
    }
    ++settings.version;
    if (!store::save_settings(work.tx, settings)) return stale;
    work.record(DeskSettingsChanged{.shows_type = settings.shows_type,
                                    .shows_category = settings.shows_category,
                                    .asks_for_ratings = settings.asks_for_ratings,
                                    .priorities = settings.priorities},
                About{.kind = "ticket_settings", .id = 1, .version = settings.version});
    return settings;
}

}  // namespace ogniwo::tickets
