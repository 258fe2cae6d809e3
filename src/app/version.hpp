#pragma once

#include <string_view>

namespace ogniwo::app {

inline constexpr std::string_view version = OGNIWO_VERSION;  // From CMakeLists.txt.

}  // namespace ogniwo::app
