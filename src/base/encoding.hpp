#pragma once

// Bytes as text. Bytes are std::string here and everywhere, text is what these functions return.
//
// Decoding is strict: for every sequence of bytes there is exactly one text, so a token, a cursor
// or an ETag cannot be written in two ways and slip past a comparison of texts.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ogniwo {

// RFC 4648 section 5, without padding.
std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

// RFC 4648 section 4, with padding: for mail, data and basic authentication, where others demand
// it.
std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);
constexpr std::size_t base64_letters(std::size_t bytes) {
    return (bytes + 2) / 3 * 4;
}

// Written in lower case, read in both.
std::string to_hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view text);

// Everything but unreserved characters (RFC 3986 2.3) as %XX: for parts of URLs, and for names of
// files in headers (RFC 8187).
std::string percent_encoded(std::string_view bytes);

}  // namespace ogniwo
