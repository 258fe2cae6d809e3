// A cursor is opaque text that strangers send back: only what we wrote is read, and it is read as
// it was written.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "storage/journal.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto cursor = ogniwo::parse_cursor(text);
    if (cursor && ogniwo::to_text(*cursor) != text) std::abort();
    if (cursor && ogniwo::parse_cursor(ogniwo::to_text(*cursor)) != cursor) std::abort();
    return 0;
}
