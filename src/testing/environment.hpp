#pragma once

// Figures that a run of the tests is given from outside: which seed to repeat, how long to go on.

#include <cstdint>
#include <cstdlib>
#include <string>

namespace ogniwo {

// What the environment variable holds, if it is set.
inline std::int64_t number_from(const char* variable, std::int64_t otherwise) {
    const char* text = std::getenv(variable);
    return text == nullptr ? otherwise : std::stoll(text);
}

}  // namespace ogniwo
