#pragma once

// A named permission: a constant in the types.hpp of the slice it guards. Roles are sets of them.

#include <string_view>

namespace ogniwo {

struct Right {
    std::string_view name;

    friend bool operator==(Right a, Right b) { return a.name == b.name; }
};

// Two that belong to no slice: everybody, also before signing in; and whoever has signed in.
inline constexpr Right anyone{"anyone"};
inline constexpr Right signed_in{"signed_in"};

}  // namespace ogniwo
