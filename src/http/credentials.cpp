#include "http/credentials.hpp"

#include "http/problem.hpp"

namespace ogniwo {
namespace {

enum class Site { own, foreign, unsaid };

// "https://desk.example/path" -> "desk.example"
std::string_view authority_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    return url.substr(0, url.find('/'));
}

Site site_by_origin(const Request& request, std::string_view base_url) {
    const auto origin = request.header("origin");
    if (!origin) return Site::unsaid;
    const std::string_view sender = authority_of(*origin);  // Empty for "null".
    if (sender.empty()) return Site::foreign;
    if (same_ignoring_case(sender, request.header("host").value_or(std::string_view{}))) {
        return Site::own;
    }
    return same_ignoring_case(sender, authority_of(base_url)) ? Site::own : Site::foreign;
}

Site site_of(const Request& request, std::string_view base_url) {
    if (const auto said = request.header("sec-fetch-site")) {
        return *said == "same-origin" ? Site::own : Site::foreign;
    }
    return site_by_origin(request, base_url);
}

bool changes(HttpMethod method) {
    return method != HttpMethod::get && method != HttpMethod::options;
}

constexpr std::string_view cookie_rules = "; Path=/; HttpOnly; Secure; SameSite=Lax";

}  // namespace

Result<Credentials> credentials_of(const Request& request) {
    if (const auto authorization = request.header("authorization")) {
        constexpr std::string_view scheme = "Bearer ";
        if (!same_ignoring_case(authorization->substr(0, scheme.size()), scheme)) {
            return unauthenticated;
        }
        const auto token = trim_blanks(authorization->substr(scheme.size()));
        return Credentials{.kind = Credentials::Kind::bearer, .token = std::string(token)};
    }
    if (const auto cookie = request.cookie(session_cookie); cookie && !cookie->empty()) {
        return Credentials{.kind = Credentials::Kind::cookie, .token = std::string(*cookie)};
    }
    return Credentials{};
}

Outcome check_site(const Request& request,
                   const Credentials& credentials,
                   std::string_view base_url) {
    if (!changes(request.method) || credentials.kind == Credentials::Kind::bearer) return Nothing{};
    const Site site = site_of(request, base_url);
    if (site == Site::own) return Nothing{};
    if (site == Site::unsaid && credentials.kind == Credentials::Kind::none) return Nothing{};
    return refusing::cross_site;
}

std::string cookie_with(std::string_view token, std::optional<std::int64_t> seconds) {
    std::string cookie = std::string(session_cookie) + "=" + std::string(token);
    cookie += cookie_rules;
    if (seconds) cookie += "; Max-Age=" + std::to_string(*seconds);
    return cookie;
}

std::string cookie_gone() {
    return cookie_with("", 0);
}

}  // namespace ogniwo
