#pragma once

// Invariants. A failed INVARIANT is always a bug of ours, never bad input.

#include <stdexcept>
#include <string>

namespace ogniwo {

struct Bug : std::logic_error {
    using std::logic_error::logic_error;
};

// Aborts when the environment variable OGNIWO_ABORT_ON_BUG is set (tests, simulator), else throws.
[[noreturn]] void bug(const char* file, int line, const std::string& what);

}  // namespace ogniwo

// Throws Bug, which only the outermost loops catch: the work in progress is rolled back, the client
// gets a 500 with a trace id, and the next request is served.
#define INVARIANT(condition)                               \
    do {                                                   \
        if (!(condition)) {                                \
            ::ogniwo::bug(__FILE__, __LINE__, #condition); \
        }                                                  \
    } while (false)
