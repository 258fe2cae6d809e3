#pragma once

// The only place that names the tables ticket_category and ticket_settings.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tickets/category_types.hpp"

namespace ogniwo::tickets::store {

std::vector<Category> list_categories(Tx& tx);
// The root of the tree: two changes of it never interleave. First in every verb that changes it.
void claim_categories(Tx& tx);
// Raises the version, so that two changes of one category never interleave.
std::optional<Category> claim_category(Tx& tx, CategoryId category);
CategoryId insert_category(Tx& tx, const Category& category);
void update_category(Tx& tx, const Category& category);

// In both languages, with the names of those above: "Sprzęt / Drukarka", "Hardware / Printer".
struct CategoryName {
    std::string pl{};
    std::string en{};
};
std::map<CategoryId, CategoryName> find_category_names(Tx& tx, const std::vector<CategoryId>& ids);

// Their matrix in the order of impact, then urgency.
DeskSettings load_settings(Tx& tx);
PriorityMatrix load_priorities(Tx& tx);
// False when somebody else was faster.
bool save_settings(Tx& tx, const DeskSettings& settings);

}  // namespace ogniwo::tickets::store
