#pragma once

// What a tree of categories may look like, and which of them a ticket may get. Pure.

#include <span>

#include "tickets/category_types.hpp"

namespace ogniwo::tickets {

// The category as it is wished among all others; one without an id is new. Order: too many; no such
// parent, in itself, too deep, retired above; a name that another one beside it has.
Outcome check_category(std::span<const Category> all, const Category& wished);

// Order: no such category; it or one above it is retired.
Outcome may_choose(std::span<const Category> all, CategoryId category);

// What is to be added of a tree to begin with, the upper ones first. A parent is named by its place
// among the answers, or by its id where it is there already.
struct Starter {
    std::optional<CategoryId> parent{};
    std::optional<std::size_t> parent_place{};
    std::string name_pl{};
    std::string name_en{};
};
std::vector<Starter> missing_starters(std::span<const Category> all,
                                      std::span<const StarterNode> wished);

}  // namespace ogniwo::tickets
