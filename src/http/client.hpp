#pragma once

// A small HTTP client for the command line: one request at a time, over one connection that is
// kept. Blocking, so never used by a server's own threads.

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "http/message.hpp"

namespace ogniwo {

inline constexpr Reason server_unreachable{Refusal::unavailable, "http.server_unreachable"};
inline constexpr Reason server_url_invalid{Refusal::invalid, "http.server_url_invalid"};

// For a value in a query string.
std::string percent_encode(std::string_view text);

class HttpClient {
public:
    // "https://desk.example" or "http://127.0.0.1:8080". Certificates are checked against those the
    // system trusts.
    explicit HttpClient(std::string url);
    ~HttpClient();

    // Refuses with server_url_invalid or server_unreachable; `detail` says what happened. A lost
    // connection is opened again once, so a request may arrive twice: send an Idempotency-Key.
    Result<Response> send(HttpMethod method,
                          const std::string& target,
                          const NamedValues& headers,
                          const std::string& body);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ogniwo
