#pragma once

// A running server's operations, asked with an API token.

#include <fmt/format.h>

#include <string>

#include "base/crypto.hpp"
#include "base/json.hpp"
#include "http/client.hpp"

namespace ogniwo::app {

inline constexpr Reason server_refused{Refusal::conflict, "app.server_refused"};

class ApiClient {
public:
    ApiClient(std::string url, std::string token)
        : client_(std::move(url)), token_(std::move(token)) {}

    // The key is made of the request itself and what tells it apart from the same one at another
    // time: sent twice over a bad line, it is done once.
    template <class Answer>
    Result<Answer> ask(HttpMethod method,
                       const std::string& target,
                       const std::string& body,
                       const std::string& apart = {}) {
        NamedValues headers{{"Authorization", "Bearer " + token_}};
        if (method == HttpMethod::post) {
            headers.emplace_back("Content-Type", "application/json");
            headers.emplace_back("Idempotency-Key", sha256_hex(apart + target + "\n" + body));
        }
        TRY(const Response response, client_.send(method, "/api/v1" + target, headers, body));
        if (response.status >= 300) {
            return Error{.reason = server_refused,
                         .detail = fmt::format(
                             "the server answered {}: {}", response.status, response.body.view())};
        }
        return from_json<Answer>(response.body.view());
    }

private:
    HttpClient client_;
    std::string token_;
};

}  // namespace ogniwo::app
