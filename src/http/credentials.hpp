#pragma once

// What a request shows of who sent it, and whether a browser was made to send it by a stranger.
//
// A bearer token goes before a cookie: only a program of ours can have set it. A cookie goes along
// with whatever any page makes the browser send, so a change that comes with one must also say that
// it comes from our own pages: by Sec-Fetch-Site, or by an Origin that is our own address.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "http/message.hpp"

namespace ogniwo {

inline constexpr std::string_view session_cookie = "__Host-ogniwo";

struct Credentials {
    enum class Kind { none, cookie, bearer };

    Kind kind = Kind::none;
    std::string token{};
};

// An Authorization header of another kind than Bearer is refused with `unauthenticated`.
Result<Credentials> credentials_of(const Request& request);

// Refuses with `cross_site`. `base_url` is our own address as configured, or empty. Without
// credentials, too, where a browser says that another site is behind it: nobody is signed in to an
// account that a stranger chose.
Outcome check_site(const Request& request,
                   const Credentials& credentials,
                   std::string_view base_url);

// For Set-Cookie. Without `seconds` the cookie goes with the browser.
std::string cookie_with(std::string_view token, std::optional<std::int64_t> seconds);
std::string cookie_gone();

}  // namespace ogniwo
