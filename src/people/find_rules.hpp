#pragma once

// How rows of the directory are ordered and found, as pure functions over text.
//
// A row keeps what it is found by as `search_text`: folded, one item per line. What somebody types
// becomes at most four patterns that must all occur in it. Digits are compared without what stands
// between them, so a phone or a NIP is found by any part of it, however it is written.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "people/directory_types.hpp"

namespace ogniwo::people {

// Patterns for LIKE with '\' as the escape; "%" where there is nothing to ask.
using Words = std::array<std::string, 4>;
Words words_of(std::string_view typed);

// Surname first; whoever has none stands under their given name. Bytes.
std::string person_sort_key(const std::string& given_name, const std::string& family_name);
std::string person_search_text(const PersonCard& card);
std::string customer_search_text(const CustomerCard& card);

// The place after which a page starts: behind this key and id.
struct PageStart {
    std::string sort_key{};
    std::int64_t id = 0;

    friend bool operator==(const PageStart&, const PageStart&) = default;
};

}  // namespace ogniwo::people
