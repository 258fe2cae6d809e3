#pragma once

// Takes a request target apart: path segments and query, decoded.
//
// There is exactly one spelling of every path: nothing is normalised, so no check can be walked
// around with "//", "/./" or "%2e%2e". Dot segments, however written, are refused; an encoded
// slash stays inside its segment; whatever decodes to NUL or to broken UTF-8 is refused.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"

namespace ogniwo {

struct RequestTarget {
    std::string origin;     // Path and query as sent, without scheme and authority.
    std::string authority;  // Of an absolute target ("http://desk.example/x"), else empty.
    std::vector<std::string> segments;
    NamedValues query;  // "+" is a space, as forms send it.
};

std::optional<RequestTarget> parse_target(std::string_view raw);

}  // namespace ogniwo
