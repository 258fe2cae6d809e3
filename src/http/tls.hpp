#pragma once

// The server's certificate and key, read again when the files change.
//
// A certificate is renewed under a running server, often as two files one after the other. So a
// pair that does not work is reported and left alone, and the old one serves on; connections that
// are open keep what they started with.

#include <memory>
#include <string>

#include "base/result.hpp"

struct ssl_ctx_st;
struct ssl_st;

namespace ogniwo {

class TlsKeys {
public:
    // Both files in PEM. Refuses with http.tls_unusable, the reason in `detail`.
    static Result<TlsKeys> load(std::string cert_path, std::string key_path);

    // Looks at the files' times; loads them if they changed. Refuses, once per change, if the new
    // pair is unusable.
    Outcome refresh();

    // A new server session, which the caller owns (SSL_free). TLS 1.2 and 1.3, HTTP/1.1.
    ssl_st* new_session() const;

private:
    // Shared because OpenSSL's contexts are counted, and open sessions hold theirs.
    using Context = std::shared_ptr<ssl_ctx_st>;

    TlsKeys(std::string cert_path, std::string key_path);
    static Result<Context> make_context(const std::string& cert_path, const std::string& key_path);

    std::string cert_path_;
    std::string key_path_;
    std::string stamp_;  // What the files looked like when they were last read.
    Context context_;
};

}  // namespace ogniwo
