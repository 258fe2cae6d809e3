#pragma once

// Which passwords may be chosen. Length is what makes a password strong, so there are no rules
// about capitals and signs; what everybody tries first is refused, and so is one's own name.

#include <span>
#include <string_view>

#include "base/result.hpp"

namespace ogniwo {

inline constexpr std::size_t password_shortest = 8;  // Code points after composition.
inline constexpr std::size_t password_longest = 128;

inline constexpr Reason password_characters{Refusal::invalid, "password_characters"};
inline constexpr Reason password_short{Refusal::invalid, "password_short"};
inline constexpr Reason password_long{Refusal::invalid, "password_long"};
inline constexpr Reason password_common{Refusal::invalid, "password_common"};
inline constexpr Reason password_own{Refusal::invalid, "password_own"};

// `own` are the names and mail addresses of the person who chooses. Capitals, diacritics, and
// digits or signs at the end make none of the common or own words a different one.
Outcome check_password(std::string_view password, std::span<const std::string_view> own);

}  // namespace ogniwo
