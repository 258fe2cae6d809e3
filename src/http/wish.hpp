#pragma once

// Turns a request into the wish of its operation: path, query, body and headers, with every
// mistake in them collected.

#include <memory>
#include <optional>
#include <string>

#include "http/message.hpp"
#include "operations/operations.hpp"

namespace ogniwo {

struct ParsedWish {
    std::shared_ptr<void> in;          // Filled as far as the request allowed.
    std::optional<Error> mistake{};    // Told only to those who may ask at all.
    std::optional<std::string> key{};  // Idempotency-Key, where the operation heeds it.
};

ParsedWish read_wish(const Request& request, const Operations::Match& match);

// `"v17"` -> 17, also when a proxy made it weak.
std::optional<std::int64_t> version_in(std::string_view etag);
// Whether a list as in If-None-Match names this ETag.
bool names_etag(std::string_view list, std::string_view etag);

}  // namespace ogniwo
