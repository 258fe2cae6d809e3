#include "base/crypto.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>

#include "base/check.hpp"
#include "base/encoding.hpp"
#include "base/random.hpp"
#include "base/text.hpp"

namespace ogniwo {
namespace {

constexpr unsigned long long password_passes = 2;
constexpr std::size_t password_memory = std::size_t{19} * 1024 * 1024;

static_assert(sizeof(crypto_hash_sha256_state) <= 128 && alignof(crypto_hash_sha256_state) <= 16);
static_assert(SealKey::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

// libsodium picks the fastest code for the processor once.
void ensure_ready() {
    static const int ready = sodium_init();
    INVARIANT(ready >= 0);
}

const unsigned char* data(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* data(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

crypto_hash_sha256_state* state_in(std::array<unsigned char, 128>& room) {
    return std::launder(reinterpret_cast<crypto_hash_sha256_state*>(room.data()));
}

}  // namespace

Sha256::Sha256() {
    ensure_ready();
    crypto_hash_sha256_init(new (state_.data()) crypto_hash_sha256_state);
}

void Sha256::add(std::string_view bytes) {
    crypto_hash_sha256_update(state_in(state_), data(bytes), bytes.size());
}

std::string Sha256::finish() {
    std::string digest(sha256_size, '\0');
    crypto_hash_sha256_final(state_in(state_), data(digest));
    return digest;
}

std::string sha256(std::string_view bytes) {
    ensure_ready();
    std::string digest(sha256_size, '\0');
    crypto_hash_sha256(data(digest), data(bytes), bytes.size());
    return digest;
}

std::string sha256_hex(std::string_view bytes) {
    return to_hex(sha256(bytes));
}

std::string hmac_sha256(std::string_view key, std::string_view message) {
    ensure_ready();
    std::string digest(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, data(key), key.size());
    crypto_auth_hmacsha256_update(&state, data(message), message.size());
    crypto_auth_hmacsha256_final(&state, data(digest));
    sodium_memzero(&state, sizeof(state));
    return digest;
}

bool same_bytes(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

SealKey::SealKey(std::string_view bytes) {
    INVARIANT(bytes.size() == size);
    std::memcpy(bytes_.data(), bytes.data(), size);
}

SealKey SealKey::fresh(Random& random) {
    std::string bytes = random.bytes(size);
    const SealKey key(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

SealKey::~SealKey() {
    sodium_memzero(bytes_.data(), bytes_.size());
}

std::string aead_seal(const SealKey& key,
                      std::string_view place,
                      std::string_view secret,
                      Random& random) {
    ensure_ready();
    std::string sealed = random.bytes(nonce_size);
    sealed.resize(nonce_size + secret.size() + tag_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(data(sealed) + nonce_size,
                                               nullptr,
                                               data(secret),
                                               secret.size(),
                                               data(place),
                                               place.size(),
                                               nullptr,
                                               data(sealed),
                                               data(key.bytes()));
    return sealed;
}

std::optional<std::string> aead_open(const SealKey& key,
                                     std::string_view place,
                                     std::string_view sealed) {
    ensure_ready();
    if (sealed.size() < nonce_size + tag_size) return std::nullopt;

    std::string secret(sealed.size() - nonce_size - tag_size, '\0');
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(data(secret),
                                                                  nullptr,
                                                                  nullptr,
                                                                  data(sealed) + nonce_size,
                                                                  sealed.size() - nonce_size,
                                                                  data(place),
                                                                  place.size(),
                                                                  data(sealed),
                                                                  data(key.bytes()));
    if (failed != 0) return std::nullopt;
    return secret;
}

std::string hash_password(std::string_view password) {
    ensure_ready();
    const std::string typed = nfc(password);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int failed = crypto_pwhash_str_alg(hash.data(),
                                             typed.data(),
                                             typed.size(),
                                             password_passes,
                                             password_memory,
                                             crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw std::bad_alloc();  // The only way it fails.
    return hash.data();
}

bool is_password(std::string_view hash, std::string_view password) {
    ensure_ready();
    if (hash.size() >= crypto_pwhash_STRBYTES) return false;
    const std::string ended(hash);
    const std::string typed = nfc(password);
    return crypto_pwhash_str_verify(ended.c_str(), typed.data(), typed.size()) == 0;
}

bool is_outdated_hash(std::string_view hash) {
    ensure_ready();
    if (hash.size() >= crypto_pwhash_STRBYTES) return true;
    const std::string ended(hash);
    return crypto_pwhash_str_needs_rehash(ended.c_str(), password_passes, password_memory) != 0;
}

}  // namespace ogniwo
