#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace ogniwo {

void bug(const char* file, int line, const std::string& what) {
    const std::string text = std::string(file) + ":" + std::to_string(line) + ": " + what;
    if (std::getenv("OGNIWO_ABORT_ON_BUG") != nullptr) {
        std::fprintf(stderr, "%s\n", text.c_str());
        std::abort();
    }
    throw Bug(text);
}

}  // namespace ogniwo
