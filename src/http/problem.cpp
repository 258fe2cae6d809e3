#include "http/problem.hpp"

#include <algorithm>
#include <array>

#include "base/json.hpp"

namespace ogniwo {
namespace {

constexpr std::string_view retry_parameter = "retryAfterSeconds";

constexpr std::array<std::string_view, 6> own_members{
    "type", "title", "status", "reason", "trace", "errors"};

void add_member(std::string& json, std::string_view name, std::string_view value) {
    if (json.back() != '{') json += ',';
    write_json_text(json, name);
    json += ':';
    write_json_text(json, value);
}

void add_params(std::string& json, const Params& shown) {
    for (const auto& [name, value] : shown) {
        if (std::ranges::find(own_members, name) == own_members.end()) {
            add_member(json, name, value);
        }
    }
}

void add_fields(std::string& json, const std::vector<FieldError>& fields) {
    if (fields.empty()) return;
    json += R"(,"errors":[)";
    for (const FieldError& field : fields) {
        if (&field != &fields.front()) json += ',';
        json += '{';
        add_member(json, "pointer", field.pointer);
        add_member(json, "reason", field.reason);
        for (const auto& [name, value] : field.shown) add_member(json, name, value);
        json += '}';
    }
    json += ']';
}

std::string problem_json(int status, const Error& error, std::string_view trace) {
    std::string json = "{";
    add_member(json, "type", "about:blank");
    add_member(json, "title", status_title(status));
    json += R"(,"status":)" + std::to_string(status);
    if (error.reason.refusal == Refusal::missing) {
        add_member(json, "reason", missing.name);
        return json + "}";
    }
    add_member(json, "reason", error.reason.name);
    add_member(json, "trace", trace);
    add_params(json, error.shown);
    add_fields(json, error.fields);
    return json + "}";
}

std::string retry_after(const Params& shown) {
    const auto said = std::ranges::find(shown, retry_parameter, &Params::value_type::first);
    return said == shown.end() ? "1" : said->second;
}

}  // namespace

int status_of(const Reason& reason) {
    if (reason == refusing::method_not_allowed) return 405;
    if (reason == refusing::media_type) return 415;
    if (reason == refusing::version_required) return 428;
    if (reason == refusing::storage_full) return 507;
    if (reason == refusing::internal) return 500;
    switch (reason.refusal) {
        case Refusal::invalid:
            return 422;
        case Refusal::unparsable:
            return 400;
        case Refusal::unauthenticated:
            return 401;
        case Refusal::forbidden:
            return 403;
        case Refusal::missing:
            return 404;
        case Refusal::conflict:
        case Refusal::exhausted:
            return 409;
        case Refusal::stale:
            return 412;
        case Refusal::too_large:
            return 413;
        case Refusal::too_many:
            return 429;
        case Refusal::unavailable:
            return 503;
    }
    return 500;
}

Response problem(const Error& error, std::string_view trace) {
    const int status = status_of(error.reason);
    Response response = json_response(status, problem_json(status, error, trace));
    response.set("Content-Type", "application/problem+json");
    if (status == 429 || status == 503) response.set("Retry-After", retry_after(error.shown));
    if (status == 401) response.set("WWW-Authenticate", "Bearer");
    return response;
}

}  // namespace ogniwo
