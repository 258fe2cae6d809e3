#include "people/cursor.hpp"

#include <doctest/doctest.h>

namespace ogniwo::people {
namespace {

TEST_CASE("a cursor of the directory gives back its place, and nothing else is a cursor") {
    const PageStart place{.sort_key = std::string("\x2a\x00\xff:7", 5), .id = 42};
    const auto read = place_in(cursor_after(place));
    REQUIRE(read);
    CHECK(*read == place);
    CHECK(*place_in(std::nullopt) == PageStart{});
    const auto with_key = [](const char* key) {
        return to_base64url(R"({"id":42,"key":")" + std::string(key) + R"("})");
    };
    CHECK(static_cast<bool>(place_in(with_key("Kg"))));
    for (const std::string& text :
         {std::string(), std::string("NDI6"), with_key("="), with_key("żó")}) {
        CAPTURE(text);
        const auto refused = place_in(text);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().reason == invalid_cursor);
    }
}

}  // namespace
}  // namespace ogniwo::people
