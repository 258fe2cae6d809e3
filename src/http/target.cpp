#include "http/target.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ogniwo {
namespace {

enum class Plus { literal, space };

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decode(std::string_view text, Plus plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus == Plus::space) {
            c = ' ';
        }
        if (c == '\0') return std::nullopt;
        decoded += c;
    }
    if (!is_utf8(decoded)) return std::nullopt;
    return decoded;
}

// "http://desk.example/x?y" loses what is before "/x?y". Anything but http and https is not ours.
bool split_authority(std::string_view& raw, std::string& authority) {
    if (raw.starts_with('/')) return true;
    const std::size_t scheme_end = raw.find("://");
    if (scheme_end == std::string_view::npos) return false;
    const std::string_view scheme = raw.substr(0, scheme_end);
    if (!same_ignoring_case(scheme, "http") && !same_ignoring_case(scheme, "https")) return false;
    raw.remove_prefix(scheme_end + 3);
    const std::size_t end = std::min(raw.find_first_of("/?"), raw.size());
    authority = raw.substr(0, end);
    raw.remove_prefix(end);
    return !authority.empty() && authority.find('@') == std::string::npos;
}

bool parse_segments(std::string_view path, std::vector<std::string>& segments) {
    path.remove_prefix(1);
    if (path.empty()) return true;
    for (;;) {
        const std::size_t end = path.find('/');
        auto segment = decode(path.substr(0, end), Plus::literal);
        if (!segment || *segment == "." || *segment == "..") return false;
        segments.push_back(*std::move(segment));
        if (end == std::string_view::npos) return true;
        path.remove_prefix(end + 1);
    }
}

bool parse_query(std::string_view query, NamedValues& values) {
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = decode(pair.substr(0, equals), Plus::space);
        auto value = decode(pair.substr(std::min(equals + 1, pair.size())), Plus::space);
        if (!name || !value) return false;
        values.emplace_back(*std::move(name), *std::move(value));
    }
    return true;
}

}  // namespace

std::optional<RequestTarget> parse_target(std::string_view raw) {
    const bool printable = std::all_of(
        raw.begin(), raw.end(), [](char c) { return c > ' ' && c < '\x7f' && c != '#'; });
    if (raw.empty() || !printable) return std::nullopt;

    RequestTarget target;
    if (!split_authority(raw, target.authority)) return std::nullopt;
    const std::size_t question = std::min(raw.find('?'), raw.size());
    const std::string_view path = question == 0 ? "/" : raw.substr(0, question);
    const std::string_view query = raw.substr(std::min(question + 1, raw.size()));
    target.origin = question == 0 ? "/" + std::string(raw) : std::string(raw);
    if (!parse_segments(path, target.segments)) return std::nullopt;
    if (!parse_query(query, target.query)) return std::nullopt;
    return target;
}

}  // namespace ogniwo
