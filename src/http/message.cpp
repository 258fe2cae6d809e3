#include "http/message.hpp"

#include <algorithm>

namespace ogniwo {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::optional<std::string_view> find_value(const NamedValues& list, std::string_view name) {
    for (const auto& [key, value] : list) {
        if (key == name) return value;
    }
    return std::nullopt;
}

}  // namespace

std::string_view Request::path() const {
    const std::string_view whole = target;
    return whole.substr(0, whole.find('?'));
}

std::optional<std::string_view> Request::header(std::string_view name) const {
    return find_value(headers, name);
}

std::optional<std::string_view> Request::query_value(std::string_view name) const {
    return find_value(query, name);
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    std::string_view rest = header("cookie").value_or(std::string_view{});
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const std::string_view pair = trim_blanks(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
        return pair.substr(equals + 1);
    }
    return std::nullopt;
}

ResponseBody ResponseBody::lasting(std::string_view bytes) {
    ResponseBody body;
    body.lasting_ = bytes;
    return body;
}

ResponseBody& ResponseBody::hold(std::shared_ptr<const void> held) {
    held_ = std::move(held);
    return *this;
}

Response& Response::set(std::string_view name, std::string value) {
    for (auto& [key, old] : headers) {
        if (same_ignoring_case(key, name)) {
            old = std::move(value);
            return *this;
        }
    }
    headers.emplace_back(name, std::move(value));
    return *this;
}

std::optional<std::string_view> Response::header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
        if (same_ignoring_case(key, name)) return value;
    }
    return std::nullopt;
}

Response json_response(int status, std::string json) {
    return Response{.status = status,
                    .headers = {{"Content-Type", "application/json"}},
                    .body = std::move(json)};
}

Response text_response(int status, std::string text) {
    return Response{.status = status,
                    .headers = {{"Content-Type", "text/plain; charset=utf-8"}},
                    .body = std::move(text)};
}

Response problem_response(int status, std::string_view reason, std::string_view trace) {
    std::string json = R"({"type":"about:blank","title":")";
    json += status_title(status);
    json += R"(","status":)" + std::to_string(status) + R"(,"reason":")";
    json += reason;
    json += '"';
    if (!trace.empty()) {
        json += R"(,"trace":")";
        json += trace;
        json += '"';
    }
    json += '}';
    Response response = json_response(status, std::move(json));
    response.set("Content-Type", "application/problem+json");
    return response;
}

std::string_view status_title(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 406:
            return "Not Acceptable";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 411:
            return "Length Required";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 414:
            return "URI Too Long";
        case 415:
            return "Unsupported Media Type";
        case 416:
            return "Range Not Satisfiable";
        case 417:
            return "Expectation Failed";
        case 421:
            return "Misdirected Request";
        case 422:
            return "Unprocessable Content";
        case 428:
            return "Precondition Required";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 502:
            return "Bad Gateway";
        case 503:
            return "Service Unavailable";
        case 504:
            return "Gateway Timeout";
        case 505:
            return "HTTP Version Not Supported";
        case 507:
            return "Insufficient Storage";
        default:
            return "Unknown";
    }
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return lower(x) == lower(y);
           });
}

std::string_view trim_blanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace ogniwo
