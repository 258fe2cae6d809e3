#pragma once

// Who is asking, when proxies stand in between.
//
// A header is a claim. X-Forwarded-For, X-Forwarded-Proto and traceparent count only if the machine
// that sent them is a trusted proxy, and each entry only as far as the trusted ones vouch for it:
// read from the right, the first address that is no trusted proxy is the client.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace ogniwo {

struct RequestOrigin {
    IpAddress client;
    bool secure = false;
    std::optional<std::string> trace;  // From traceparent, if a trusted proxy sent a valid one.
};

// How the bytes reached this machine.
enum class Arrival { clear, encrypted };

// `headers` as in Request. An entry that is no address (ports are allowed) ends the reading: the
// proxy that wrote it is then the client.
RequestOrigin resolve_origin(const IpAddress& peer,
                             Arrival arrival,
                             const NamedValues& headers,
                             std::span<const IpNetwork> trusted);

// The trace id of a W3C traceparent, 32 hexadecimal digits, or nothing if it is malformed.
std::optional<std::string> trace_of(std::string_view traceparent);

}  // namespace ogniwo
