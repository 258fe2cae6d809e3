#pragma once

// The head of an answer as it goes over the wire, with the headers every answer carries.
//
// A handler says what is special; this says the rest: framing, date, and the security headers, for
// errors as much as for pages. Header names or values that could split an answer are a Bug.

#include <string>
#include <string_view>

#include "http/message.hpp"

namespace ogniwo {

struct WireFacts {
    std::string_view date;  // As in RFC 9110: "Sun, 06 Nov 1994 08:49:37 GMT".
    bool head_only = false;
    bool keep_alive = true;
    bool http_1_0 = false;
    bool secure = false;  // Then HSTS is said, too.
};

// Status line and headers, with the empty line. Content-Length, Transfer-Encoding, Connection and
// Date are the edge's own, and a Bug in `response`.
std::string response_head(const Response& response, const WireFacts& facts);

// 204 and 304 have no body, and neither has the answer to a HEAD.
bool has_body(const Response& response, const WireFacts& facts);

// What an API answer may do in a browser: nothing at all.
inline constexpr std::string_view closed_csp =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

}  // namespace ogniwo
