#pragma once

// The few cryptographic operations the product needs, all on libsodium; nothing is invented here.
//
// Bytes are std::string. Secrets that leave the house are compared with same_bytes, passwords are
// stored as what hash_password returns, secrets kept for use are sealed.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ogniwo {

class Random;

inline constexpr std::size_t sha256_size = 32;

// SHA-256 of something that arrives in parts.
class Sha256 {
public:
    Sha256();
    void add(std::string_view bytes);
    std::string finish();  // 32 bytes; the object is spent afterwards.

private:
    // Room for crypto_hash_sha256_state, so that this header does not bring libsodium along.
    alignas(16) std::array<unsigned char, 128> state_{};
};

std::string sha256(std::string_view bytes);      // 32 bytes
std::string sha256_hex(std::string_view bytes);  // 64 characters

std::string hmac_sha256(std::string_view key, std::string_view message);  // 32 bytes, RFC 2104

// In a time that depends on the lengths only.
bool same_bytes(std::string_view a, std::string_view b);

// 32 bytes that open what they sealed. Wiped from memory when it goes.
class SealKey {
public:
    static constexpr std::size_t size = 32;

    explicit SealKey(std::string_view bytes);  // Exactly `size` of them.
    static SealKey fresh(Random& random);
    SealKey(const SealKey&) = default;
    SealKey& operator=(const SealKey&) = default;
    ~SealKey();

    std::string_view bytes() const {
        return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
    }

private:
    std::array<unsigned char, size> bytes_;
};

// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha): a random nonce of 24 bytes, the ciphertext, a tag
// of 16. `place` is authenticated but not stored: what was sealed for one row opens nowhere else.
std::string aead_seal(const SealKey& key,
                      std::string_view place,
                      std::string_view secret,
                      Random& random);
// Nothing when the key or the place is another, or a bit has changed.
std::optional<std::string> aead_open(const SealKey& key,
                                     std::string_view place,
                                     std::string_view sealed);

// Argon2id with 19 MiB and two passes, as text that holds salt and cost. Takes some 20 ms and the
// memory: callers see to it that few run at once. The password is compared in NFC, since keyboards
// of different systems write the same accented letter differently.
std::string hash_password(std::string_view password);
bool is_password(std::string_view hash, std::string_view password);
// Made with another cost than today's: hash again at the next successful sign-in.
bool is_outdated_hash(std::string_view hash);

}  // namespace ogniwo
