#pragma once

// Everything that can be chosen about the edge, and every limit it sets to strangers.

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "base/result.hpp"
#include "http/address.hpp"

namespace ogniwo {

struct HttpLimits {
    std::size_t head_bytes = 16 * limits::kib;           // Request line and headers together.
    std::size_t line_bytes = limits::header_line_bytes;  // One of them.
    std::size_t header_count = limits::headers;
    std::size_t body_bytes = limits::body_bytes;
    std::size_t upload_bytes = 32 * limits::mib;   // Where HttpOptions::is_upload says so.
    std::size_t bodies_bytes = 256 * limits::mib;  // All bodies of open requests together.

    std::chrono::milliseconds head_deadline{
        limits::header_time};  // TLS handshake, then each whole head.
    // Each window must bring its share of the body: 500 B/s, looked at every 5 s.
    std::chrono::milliseconds body_window{5'000};
    std::size_t body_bytes_per_second = limits::body_bytes_per_second;
    std::chrono::milliseconds idle_deadline{limits::idle_time};  // Between two requests.
    std::chrono::milliseconds answer_deadline{300'000};          // For the handler.
    std::chrono::milliseconds write_deadline{30'000};            // Without progress.
    std::chrono::milliseconds linger{2'000};  // For reading what comes after a refusal.

    std::size_t connections = 10'000;
    // Connections from one address. Behind a trusted proxy: open requests of one client address.
    // Loopback is exempt.
    std::size_t per_address = 512;
};

struct HttpOptions {
    std::string address = "127.0.0.1";  // Where to listen; "0.0.0.0" and "::" mean everywhere.
    std::uint16_t port = 8080;          // 0: any free one.
    int io_threads = 2;
    std::string tls_cert;  // PEM, the chain from the server's own certificate on. Empty: no TLS.
    std::string tls_key;
    std::chrono::milliseconds tls_check{3'000};  // How long a changed file may go unnoticed.
    std::vector<IpNetwork> trusted_proxies;
    HttpLimits limits;

    std::function<bool(std::string_view path)> is_upload;  // Undecoded path; unset: none is.
    std::function<void(std::string_view)> report;  // Sentences for the log, from any io thread.
};

inline constexpr Reason listen_address_invalid{Refusal::invalid, "http.listen_address_invalid"};
inline constexpr Reason listen_exposed{Refusal::invalid, "http.listen_exposed"};
inline constexpr Reason tls_incomplete{Refusal::invalid, "http.tls_incomplete"};
inline constexpr Reason tls_unusable{Refusal::invalid, "http.tls_unusable"};
inline constexpr Reason cannot_listen{Refusal::conflict, "http.cannot_listen"};

// Passwords and sessions do not cross a network in clear text: whoever listens beyond loopback has
// TLS, or a trusted proxy in front that has it. Checked in this order: listen_address_invalid,
// tls_incomplete (one file of two), listen_exposed.
Outcome check_exposure(const HttpOptions& options);

}  // namespace ogniwo
