#include "http/proxies.hpp"

#include <algorithm>

namespace ogniwo {
namespace {

std::string_view value_of(const NamedValues& headers, std::string_view name) {
    for (const auto& [key, value] : headers) {
        if (key == name) return value;
    }
    return {};
}

// Cuts the last entry off a comma-separated list.
std::string_view take_last(std::string_view& list) {
    const std::size_t comma = list.rfind(',');
    const std::string_view last = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(0, comma);
    return trim_blanks(last);
}

// "192.0.2.1", "192.0.2.1:4711", "2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:4711".
std::optional<IpAddress> parse_forwarded(std::string_view entry) {
    if (entry.starts_with('[')) {
        const std::size_t end = entry.find(']');
        if (end == std::string_view::npos) return std::nullopt;
        return parse_address(entry.substr(1, end - 1));
    }
    const std::size_t colon = entry.find(':');
    if (colon != std::string_view::npos && entry.find(':', colon + 1) == std::string_view::npos) {
        entry = entry.substr(0, colon);
    }
    return parse_address(entry);
}

bool is_lower_hex(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

}  // namespace

RequestOrigin resolve_origin(const IpAddress& peer,
                             Arrival arrival,
                             const NamedValues& headers,
                             std::span<const IpNetwork> trusted) {
    RequestOrigin origin{.client = peer, .secure = arrival == Arrival::encrypted, .trace = {}};
    if (!contains(trusted, peer)) return origin;

    std::string_view chain = value_of(headers, "x-forwarded-for");
    while (!chain.empty() && contains(trusted, origin.client)) {
        const auto before = parse_forwarded(take_last(chain));
        if (!before) break;
        origin.client = *before;
    }
    std::string_view schemes = value_of(headers, "x-forwarded-proto");
    if (!schemes.empty()) origin.secure = same_ignoring_case(take_last(schemes), "https");
    origin.trace = trace_of(value_of(headers, "traceparent"));
    return origin;
}

std::optional<std::string> trace_of(std::string_view traceparent) {
    // version "-" trace id "-" parent id "-" flags
    if (traceparent.size() < 55 || !is_lower_hex(traceparent.substr(0, 2))) return std::nullopt;
    if (traceparent[2] != '-' || traceparent[35] != '-' || traceparent[52] != '-') {
        return std::nullopt;
    }
    const std::string_view version = traceparent.substr(0, 2), id = traceparent.substr(3, 32);
    if (version == "ff" || (version == "00" && traceparent.size() != 55)) return std::nullopt;
    if (!is_lower_hex(id) || !is_lower_hex(traceparent.substr(36, 16))) return std::nullopt;
    if (id.find_first_not_of('0') == std::string_view::npos) return std::nullopt;
    return std::string(id);
}

}  // namespace ogniwo
