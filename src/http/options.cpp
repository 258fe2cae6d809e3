#include "http/options.hpp"

namespace ogniwo {

Outcome check_exposure(const HttpOptions& options) {
    const auto address = parse_address(options.address);
    if (!address) {
        return Error{.reason = listen_address_invalid,
                     .shown = {{"address", options.address}},
                     .detail = "the address to listen on must be an IP address, not '" +
                               options.address + "'"};
    }
    if (options.tls_cert.empty() != options.tls_key.empty()) {
        return Error{.reason = tls_incomplete,
                     .detail = "TLS needs both a certificate and a key; only one is given"};
    }
    const bool encrypted = !options.tls_cert.empty();
    if (!address->is_loopback() && !encrypted && options.trusted_proxies.empty()) {
        return Error{.reason = listen_exposed,
                     .shown = {{"address", options.address}},
                     .detail = "listening on " + options.address +
                               " would send passwords in clear text: give --tls-cert and --tls-key, "
                               "or name the proxy that stands in front with --trusted-proxy"};
    }
    return Nothing{};
}

}  // namespace ogniwo
