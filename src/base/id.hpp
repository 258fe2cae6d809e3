#pragma once

// Two ids of different things never compare, convert or swap places in an argument list.
// Ids are positive 64-bit integers below 2^53, so that JavaScript holds them exactly.

#include <compare>
#include <cstdint>
#include <functional>

namespace ogniwo {

template <class Tag>
struct Id {
    std::int64_t value = 0;

    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(Id, Id) = default;
};

// The nouns that the foundation itself must name; every other id lives in its slice's types.hpp.
using CustomerId = Id<struct CustomerTag>;
using PersonId = Id<struct PersonTag>;

}  // namespace ogniwo

template <class Tag>
struct std::hash<ogniwo::Id<Tag>> {
    std::size_t operator()(ogniwo::Id<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
