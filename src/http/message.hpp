#pragma once

// What the edge hands in and what it takes back: one request, one response, as plain values.
//
// Everything in a Request has passed the edge's checks: one framing, no NUL, a path that decodes to
// UTF-8 and holds no dot segments, header names in lower case and each name once. Nothing here
// knows sockets or the library that reads them, so handlers and tests make Requests by hand.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/enum.hpp"
#include "http/address.hpp"
#include "http/growing_body.hpp"

namespace ogniwo {

// HEAD arrives as `get`: whoever may read may ask for the size, and the edge leaves the body out.
// TRACE and CONNECT never arrive.
enum class HttpMethod { get, post, put, patch, del, options };
constexpr auto names(HttpMethod) {
    return enum_names("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
}

using NamedValues = std::vector<std::pair<std::string, std::string>>;

struct Request {
    HttpMethod method = HttpMethod::get;
    bool head_only = false;             // It was a HEAD; only the log needs to know.
    std::string target = "/";           // As sent, undecoded: path and query.
    std::vector<std::string> segments;  // Decoded. "/" has none, "/a//b/" is "a", "", "b", "".
    NamedValues query;                  // Decoded, in the order sent; a name may repeat.
    NamedValues headers;                // Lower-case names, each once.
    std::string body;
    IpAddress client;     // Who asked: the peer, or whom a trusted proxy named.
    bool secure = false;  // The client's own connection is encrypted.
    std::string trace;    // 32 hexadecimal digits, for the log and for answers about bugs.

    std::string_view path() const;  // The target up to the query, undecoded.
    // `name` in lower case. Repeated list headers come joined by ", ".
    std::optional<std::string_view> header(std::string_view name) const;
    std::optional<std::string_view> query_value(std::string_view name) const;  // The first.
    std::optional<std::string_view> cookie(std::string_view name) const;       // The first.
};

// The bytes of an answer: its own, or bytes that live as long as the process (embedded assets).
class ResponseBody {
public:
    ResponseBody() = default;
    ResponseBody(std::string bytes) : own_(std::move(bytes)) {}
    ResponseBody(const char* text) : own_(text) {}
    static ResponseBody lasting(std::string_view bytes);
    // `held` is let go of when the bytes are, so that somebody can count them.
    ResponseBody& hold(std::shared_ptr<const void> held);

    std::string_view view() const { return lasting_.data() != nullptr ? lasting_ : own_; }

private:
    std::string own_;
    std::string_view lasting_;
    std::shared_ptr<const void> held_;
};

// The edge adds the framing headers, Date and the security headers; of the latter all but
// X-Content-Type-Options may be set here instead (a Content-Security-Policy, a Cache-Control).
struct Response {
    int status = 200;
    NamedValues headers;
    ResponseBody body;
    // Instead of a body: what follows the head until it ends, and the connection with it. Shared
    // by whoever pushes into it and the connection.
    std::shared_ptr<GrowingBody> growing;

    Response& set(std::string_view name, std::string value);              // Replaces.
    std::optional<std::string_view> header(std::string_view name) const;  // In any case.
};

Response json_response(int status, std::string json);
Response text_response(int status, std::string text);

// The reasons the edge itself refuses for, as RFC 9457 problems: unparsable, too_large, timeout,
// too_many, unavailable, internal. `reason` and `trace` go into JSON unescaped.
Response problem_response(int status, std::string_view reason, std::string_view trace = {});

std::string_view status_title(int status);  // "Not Found"; "Unknown" for a number without a name.

// ASCII only, which is all that header names are made of.
bool same_ignoring_case(std::string_view a, std::string_view b);
std::string_view trim_blanks(std::string_view text);  // Spaces and tabs at both ends.

}  // namespace ogniwo
