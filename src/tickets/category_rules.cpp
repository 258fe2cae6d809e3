#include "tickets/category_rules.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ogniwo::tickets {
namespace {

const Category* find(std::span<const Category> all, CategoryId id) {
    const auto found = std::ranges::find(all, id, &Category::id);
    return found == all.end() ? nullptr : &*found;
}

// Of the category itself: 1 at the top.
int level_of(std::span<const Category> all, const Category& category) {
    int level = 1;
    for (auto parent = category.parent; parent; ++level) {
        const Category* above = find(all, *parent);
        if (above == nullptr) break;
        parent = above->parent;
    }
    return level;
}

int levels_below(std::span<const Category> all, CategoryId id) {
    int deepest = 0;
    for (const Category& category : all) {
        if (category.parent == id) deepest = std::max(deepest, 1 + levels_below(all, category.id));
    }
    return deepest;
}

bool is_in_itself(std::span<const Category> all, const Category& wished) {
    for (auto parent = wished.parent; parent;) {
        if (*parent == wished.id) return true;
        const Category* above = find(all, *parent);
        parent = above == nullptr ? std::nullopt : above->parent;
    }
    return false;
}

bool is_retired(std::span<const Category> all, const Category& category) {
    if (category.retired_at) return true;
    const Category* above = category.parent ? find(all, *category.parent) : nullptr;
    return above != nullptr && is_retired(all, *above);
}

Error wrong(std::string pointer, const Reason& reason) {
    return {.reason = invalid_fields, .fields = {{std::move(pointer), reason.name, {}}}};
}

Outcome check_place(std::span<const Category> all, const Category& wished) {
    if (!wished.parent) return Nothing{};
    const Category* above = find(all, *wished.parent);
    if (above == nullptr) return wrong("/parent", category_unknown);
    const bool is_new = wished.id == CategoryId{};
    if (!is_new && is_in_itself(all, wished)) return wrong("/parent", category_in_itself);
    const int below = is_new ? 0 : levels_below(all, wished.id);
    if (level_of(all, wished) + below > category_levels_most) {
        return wrong("/parent", category_too_deep);
    }
    if (!wished.retired_at && is_retired(all, *above)) return wrong("/parent", category_retired);
    return Nothing{};
}

// A retired one's names are free again.
Outcome check_names(std::span<const Category> all, const Category& wished) {
    if (wished.retired_at) return Nothing{};
    std::vector<FieldError> errors;
    for (const auto& [member, pointer] :
         {std::pair(&Category::name_pl, "/namePl"), std::pair(&Category::name_en, "/nameEn")}) {
        const bool is_taken = std::ranges::any_of(all, [&](const Category& other) {
            return other.id != wished.id && other.parent == wished.parent && !other.retired_at &&
                   fold(other.*member) == fold(wished.*member);
        });
        if (is_taken) errors.push_back({pointer, category_name_taken.name, {}});
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

// Adds what is missing of one level, and what lies below it.
class Missing {
public:
    explicit Missing(std::span<const Category> all) : all_(all) {}

    void add(const StarterNode& node, const Starter& above) {
        const Category* there = above.parent_place ? nullptr : find_by_name(node, above.parent);
        Starter below{};
        if (there != nullptr) {
            below.parent = there->id;
        } else {
            starters_.push_back(above);
            starters_.back().name_pl = node.name_pl;
            starters_.back().name_en = node.name_en;
            below.parent_place = starters_.size() - 1;
        }
        for (const StarterNode& child : node.below) add(child, below);
    }

    std::vector<Starter> take() { return std::move(starters_); }

private:
    const Category* find_by_name(const StarterNode& node,
                                 const std::optional<CategoryId>& parent) const {
        const auto found = std::ranges::find_if(all_, [&](const Category& category) {
            return category.parent == parent && !category.retired_at &&
                   (fold(category.name_pl) == fold(node.name_pl) ||
                    fold(category.name_en) == fold(node.name_en));
        });
        return found == all_.end() ? nullptr : &*found;
    }

    std::span<const Category> all_;
    std::vector<Starter> starters_;
};

}  // namespace

Outcome check_category(std::span<const Category> all, const Category& wished) {
    if (wished.id == CategoryId{} && all.size() >= categories_most) return categories_too_many;
    TRY_DO(check_place(all, wished));
    return check_names(all, wished);
}

Outcome may_choose(std::span<const Category> all, CategoryId category) {
    const Category* found = find(all, category);
    if (found == nullptr) return wrong("/category", category_unknown);
    if (is_retired(all, *found)) return wrong("/category", category_retired);
    return Nothing{};
}

std::vector<Starter> missing_starters(std::span<const Category> all,
                                      std::span<const StarterNode> wished) {
    Missing missing(all);
    for (const StarterNode& node : wished) missing.add(node, {});
    return missing.take();
}

}  // namespace ogniwo::tickets
