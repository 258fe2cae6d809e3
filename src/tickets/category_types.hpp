#pragma once

// What tickets are sorted by, and how this company works with them: the tree of categories and the
// settings of the desk. A category is never deleted: a retired one stays on the tickets that have
// it, and nothing new gets it, nor anything below it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

inline constexpr int category_levels_most = 3;
inline constexpr std::size_t categories_most = 500;

struct Category {
    CategoryId id{};
    std::int64_t version = 1;
    std::optional<CategoryId> parent{};
    std::string name_pl{};
    std::string name_en{};
    std::optional<Time> retired_at{};
};
void describe(Fields& fields, Category& category);

struct CategoryList {
    std::vector<Category> items{};  // In the order in which they were added.
};
void describe(Fields& fields, CategoryList& list);

struct AddCategory {
    std::optional<CategoryId> parent{};
    std::string name_pl{};
    std::string name_en{};
};
void describe(Fields& fields, AddCategory& wish);

struct EditCategory {
    CategoryId category{};
    std::int64_t version = 0;
    std::optional<std::optional<CategoryId>> parent{};  // Null: to the top.
    std::optional<std::string> name_pl{};
    std::optional<std::string> name_en{};
    std::optional<bool> retired{};
};
void describe(Fields& fields, EditCategory& wish);

enum class Sector { office, retail, production, software };
constexpr auto names(Sector) {
    return enum_names("office", "retail", "production", "software");
}

// One category of a tree to begin with, and those below it.
struct StarterNode {
    const char* name_pl;
    const char* name_en;
    std::vector<StarterNode> below{};
};

// A tree to begin with. What is there by that name already is left as it is.
struct StartCategories {
    Sector sector = Sector::office;
};
void describe(Fields& fields, StartCategories& wish);

struct CategoryAdded {  // namePl, nameEn
    static constexpr std::string_view name = "tickets.category_added";
    static constexpr int schema = 1;

    std::optional<CategoryId> parent{};
};
void describe(Fields& fields, CategoryAdded& event);

// The state after it.
struct CategoryEdited {  // namePl, nameEn
    static constexpr std::string_view name = "tickets.category_edited";
    static constexpr int schema = 1;

    std::optional<CategoryId> parent{};
    bool retired = false;
};
void describe(Fields& fields, CategoryEdited& event);

// A cell of the matrix.
struct PriorityRule {
    Impact impact = Impact::low;
    Urgency urgency = Urgency::low;
    Priority priority = Priority::low;
};
void describe(Fields& fields, PriorityRule& rule);

struct DeskSettings {
    std::int64_t version = 1;
    // On the form of a ticket; else below "Advanced".
    bool shows_type = false;
    bool shows_category = false;
    bool asks_for_ratings = true;            // Requesters, when their ticket is resolved.
    std::vector<PriorityRule> priorities{};  // All twelve.
};
void describe(Fields& fields, DeskSettings& settings);

struct EditDeskSettings {
    std::int64_t version = 0;
    std::optional<bool> shows_type{};
    std::optional<bool> shows_category{};
    std::optional<bool> asks_for_ratings{};
    std::optional<std::vector<PriorityRule>> priorities{};  // The cells that change.
};
void describe(Fields& fields, EditDeskSettings& wish);

struct DeskSettingsChanged {
    static constexpr std::string_view name = "tickets.settings_changed";
    static constexpr int schema = 1;

    bool shows_type = false;
    bool shows_category = false;
    std::optional<bool> asks_for_ratings{};  // Older programs always did not.
    std::vector<PriorityRule> priorities{};
};
void describe(Fields& fields, DeskSettingsChanged& event);

inline constexpr Reason category_too_deep{Refusal::invalid, "tickets.category_too_deep"};
inline constexpr Reason category_in_itself{Refusal::invalid, "tickets.category_in_itself"};
inline constexpr Reason category_name_taken{Refusal::invalid, "tickets.category_name_taken"};
inline constexpr Reason categories_too_many{Refusal::conflict, "tickets.categories_too_many"};

}  // namespace ogniwo::tickets
