#pragma once

// Secrets that must be read again (mailbox passwords, TOTP seeds) are sealed with
// XChaCha20-Poly1305 under a master key that never lies in the database. The place of the value is
// bound into the seal, so a sealed value that is moved to another row or column does not open.

#include <optional>
#include <string>
#include <string_view>

#include "base/crypto.hpp"
#include "storage/value.hpp"

namespace ogniwo {

class Random;

// "table|row|column"
struct Place {
    std::string_view table;
    std::string_view row;
    std::string_view column;
};

class Vault {
public:
    explicit Vault(std::string_view master_key);  // 32 bytes

    // Key id, nonce and sealed bytes.
    Blob seal(Random& random, const Place& place, std::string_view secret) const;
    // Nothing when it was sealed elsewhere, with another key, or was changed.
    std::optional<std::string> open(const Place& place, const Blob& sealed) const;
    // A MAC under a key derived from the master key, for link codes and signed cursors.
    std::string mac(std::string_view purpose, std::string_view text) const;

    // Reads the key file, or makes one (mode 0400) when it is missing. Throws when it is unreadable
    // by us, readable by others, or of the wrong size.
    static Vault from_file(const std::string& path, Random& random);

private:
    SealKey key_;
    std::string key_id_;
};

}  // namespace ogniwo
