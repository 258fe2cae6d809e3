#pragma once

// The tree of categories and the settings of the desk. Private to the slice; nobody below needs it.

#include "storage/work.hpp"
#include "tickets/category_types.hpp"

namespace ogniwo::tickets {

Result<CategoryList> list_categories(const View& view, const Nothing&);
Result<Category> add_category(Work& work, const AddCategory& wish);
Result<Category> edit_category(Work& work, const EditCategory& wish);
Result<CategoryList> start_categories(Work& work, const StartCategories& wish);

Result<DeskSettings> read_settings(const View& view, const Nothing&);
Result<DeskSettings> edit_settings(Work& work, const EditDeskSettings& wish);

}  // namespace ogniwo::tickets
