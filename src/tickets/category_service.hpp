#pragma once

// The tree of categories and the settings of the desk. Private to the slice; nobody below needs it.

#include <map>

#include "storage/work.hpp"
#include "tickets/category_types.hpp"
#include "tiers/requirement_types.hpp"

namespace ogniwo::tickets {

Result<CategoryList> list_categories(const View& view, const Nothing&);
Result<Category> add_category(Work& work, const AddCategory& wish);
Result<Category> edit_category(Work& work, const EditCategory& wish);
Result<CategoryList> start_categories(Work& work, const StartCategories& wish);

// Those that a ticket may get, for the slice below that asks skills of who works on them.
std::map<tiers::WorkCategoryId, tiers::WorkCategory> categories_in_use(Tx& tx);

Result<DeskSettings> read_settings(const View& view, const Nothing&);
Result<DeskSettings> edit_settings(Work& work, const EditDeskSettings& wish);

}  // namespace ogniwo::tickets
