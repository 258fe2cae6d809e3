#include "http/target.hpp"

#include <doctest/doctest.h>

namespace ogniwo {
namespace {

std::string show(const std::optional<RequestTarget>& target) {
    if (!target) return "refused";
    std::string text;
    for (const std::string& segment : target->segments) text += "[" + segment + "]";
    for (const auto& [name, value] : target->query) text += " " + name + "=" + value;
    if (!target->authority.empty()) text += " @" + target->authority;
    return text;
}

TEST_CASE("a target is taken apart as it was written, and never tidied up") {
    struct Case {
        std::string raw;
        std::string shown;
    };
    const Case cases[] = {
        {"/", ""},
        {"/a", "[a]"},
        {"/a/", "[a][]"},
        {"/a//b", "[a][][b]"},
        {"//a", "[][a]"},
        {"/a%2Fb/c", "[a/b][c]"},
        {"/%C5%BC%C3%B3%C5%82w", "[żółw]"},
        {"/a;x=1/b", "[a;x=1][b]"},
        {"/a+b", "[a+b]"},
        {"/a?x=1&y=%C5%82+a&x=2", "[a] x=1 y=ł a x=2"},
        {"/a?x", "[a] x="},
        {"/a?", "[a]"},
        {"/?&&a=b=c", " a=b=c"},
        {"http://desk.example/a?b=c", "[a] b=c @desk.example"},
        {"HTTPS://desk.example:8443", " @desk.example:8443"},
        {"http://desk.example?b=c", " b=c @desk.example"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.raw);
        CHECK(show(parse_target(c.raw)) == c.shown);
    }
}

TEST_CASE("a target that could mean two things is refused") {
    for (const std::string raw : {"",
                                  "*",
                                  "a",
                                  "/a/../b",
                                  "/..",
                                  "/a/./b",
                                  "/%2e%2E/b",
                                  "/.%2e",
                                  "/a%00",
                                  "/a?x=%00",
                                  "/a%",
                                  "/a%2",
                                  "/a%zz",
                                  "/a?x=%f",
                                  "/%ff",
                                  "/%c0%af",
                                  "/%ed%a0%80",
                                  "/%f4%90%80%80",
                                  "/a#b",
                                  "/a b",
                                  "/\x7f",
                                  "/\xc5\xbc",
                                  "ftp://desk.example/a",
                                  "http:///a",
                                  "http://me@desk.example/a",
                                  "desk.example:443"}) {
        CAPTURE(raw);
        CHECK_FALSE(parse_target(raw).has_value());
    }
}

}  // namespace
}  // namespace ogniwo
