#include "http/wire.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/check.hpp"

namespace ogniwo {
namespace {

struct DefaultHeader {
    std::string_view name;
    std::string_view value;
};
constexpr std::array<DefaultHeader, 5> defaults{{{"Cache-Control", "no-store"},
                                                 {"Content-Security-Policy", closed_csp},
                                                 {"Referrer-Policy", "same-origin"},
                                                 {"Cross-Origin-Opener-Policy", "same-origin"},
                                                 {"Cross-Origin-Resource-Policy", "same-origin"}}};

constexpr std::array<std::string_view, 5> reserved{
    "Content-Length", "Transfer-Encoding", "Connection", "Date", "X-Content-Type-Options"};

bool is_token(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
    });
}

bool is_header_value(std::string_view value) {
    return std::none_of(value.begin(), value.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    });
}

void add(std::string& head, std::string_view name, std::string_view value) {
    head += name;
    head += ": ";
    head += value;
    head += "\r\n";
}

// Adds what the handler said and answers which of the defaults it spoke about.
std::array<bool, defaults.size()> add_said(std::string& head, const NamedValues& headers) {
    std::array<bool, defaults.size()> said{};
    for (const auto& [name, value] : headers) {
        INVARIANT(is_token(name) && is_header_value(value));
        for (const std::string_view own : reserved) INVARIANT(!same_ignoring_case(name, own));
        for (std::size_t i = 0; i < defaults.size(); ++i) {
            said[i] = said[i] || same_ignoring_case(name, defaults[i].name);
        }
        add(head, name, value);
    }
    return said;
}

bool has_length(int status) {
    return status != 204 && status != 304;
}

}  // namespace

std::string response_head(const Response& response, const WireFacts& facts) {
    INVARIANT(response.status >= 200 && response.status <= 599);
    std::string head;
    head.reserve(640);
    head += "HTTP/1.1 ";
    head += std::to_string(response.status);
    head += ' ';
    head += status_title(response.status);
    head += "\r\n";
    add(head, "Date", facts.date);
    if (has_length(response.status) && !response.growing) {
        add(head, "Content-Length", std::to_string(response.body.view().size()));
    }
    if (!facts.keep_alive) {
        add(head, "Connection", "close");
    } else if (facts.http_1_0) {
        add(head, "Connection", "keep-alive");
    }
    const auto said = add_said(head, response.headers);
    add(head, "X-Content-Type-Options", "nosniff");
    for (std::size_t i = 0; i < defaults.size(); ++i) {
        if (!said[i]) add(head, defaults[i].name, defaults[i].value);
    }
    if (facts.secure) add(head, "Strict-Transport-Security", "max-age=31536000");
    head += "\r\n";
    return head;
}

bool has_body(const Response& response, const WireFacts& facts) {
    return !facts.head_only && has_length(response.status);
}

}  // namespace ogniwo
