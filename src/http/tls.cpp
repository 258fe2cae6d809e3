#include "http/tls.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/stat.h>

#include "base/check.hpp"
#include "http/options.hpp"

namespace ogniwo {
namespace {

std::string stamp_of(const std::string& path) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) return "missing ";
    return std::to_string(facts.st_mtim.tv_sec) + "." + std::to_string(facts.st_mtim.tv_nsec) +
           "/" + std::to_string(facts.st_size) + "/" + std::to_string(facts.st_ino) + " ";
}

Error unusable(const std::string& path, const std::string& why) {
    std::string detail = why;
    if (const unsigned long code = ERR_peek_error(); code != 0) {
        const char* reason = ERR_reason_error_string(code);
        detail += std::string(": ") + (reason != nullptr ? reason : "unknown");
    }
    ERR_clear_error();
    return Error{.reason = tls_unusable, .shown = {{"path", path}}, .detail = path + ": " + detail};
}

// A key with a passphrase is an error to report, not a question to ask on the terminal.
int no_passphrase(char*, int, int, void*) {
    return -1;
}

int choose_http_1_1(SSL*,
                    const unsigned char** chosen,
                    unsigned char* chosen_size,
                    const unsigned char* offered,
                    unsigned int offered_size,
                    void*) {
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char* selected = nullptr;
    const int outcome = SSL_select_next_proto(
        &selected, chosen_size, ours, sizeof(ours) - 1, offered, offered_size);
    *chosen = selected;
    return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

}  // namespace

TlsKeys::TlsKeys(std::string cert_path, std::string key_path)
    : cert_path_(std::move(cert_path)), key_path_(std::move(key_path)) {}

Result<TlsKeys::Context> TlsKeys::make_context(const std::string& cert_path,
                                               const std::string& key_path) {
    ERR_clear_error();
    const Context context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    INVARIANT(context != nullptr);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.get(),
                        SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION |
                            SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_cipher_list(context.get(), "ECDHE+AESGCM:ECDHE+CHACHA20");  // For TLS 1.2.
    SSL_CTX_set_mode(context.get(),
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                         SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_default_passwd_cb(context.get(), no_passphrase);
    SSL_CTX_set_alpn_select_cb(context.get(), choose_http_1_1, nullptr);
    if (SSL_CTX_use_certificate_chain_file(context.get(), cert_path.c_str()) != 1) {
        return unusable(cert_path, "cannot use the certificate");
    }
    if (SSL_CTX_use_PrivateKey_file(context.get(), key_path.c_str(), SSL_FILETYPE_PEM) != 1) {
        return unusable(key_path, "cannot use the key");
    }
    if (SSL_CTX_check_private_key(context.get()) != 1) {
        return unusable(key_path, "the key does not belong to the certificate");
    }
    return context;
}

Result<TlsKeys> TlsKeys::load(std::string cert_path, std::string key_path) {
    TlsKeys keys(std::move(cert_path), std::move(key_path));
    keys.stamp_ = stamp_of(keys.cert_path_) + stamp_of(keys.key_path_);
    TRY(keys.context_, make_context(keys.cert_path_, keys.key_path_));
    return keys;
}

Outcome TlsKeys::refresh() {
    std::string stamp = stamp_of(cert_path_) + stamp_of(key_path_);
    if (stamp == stamp_) return Nothing{};
    stamp_ = std::move(stamp);
    TRY(context_, make_context(cert_path_, key_path_));
    return Nothing{};
}

ssl_st* TlsKeys::new_session() const {
    SSL* session = SSL_new(context_.get());
    if (session == nullptr) throw std::bad_alloc();
    SSL_set_accept_state(session);
    return session;
}

}  // namespace ogniwo
