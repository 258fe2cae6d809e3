#include "storage/secrets.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "base/files.hpp"
#include "base/random.hpp"

namespace ogniwo {
namespace {

constexpr std::size_t key_id_bytes = 4;

std::string bound_to(const Place& place) {
    std::string text(place.table);
    return text.append("|").append(place.row).append("|").append(place.column);
}

[[noreturn]] void fail(const std::string& path, const std::string& why) {
    throw std::runtime_error("master key " + path + ": " + why);
}

std::string make_key(const std::string& path, Random& random) {
    std::string key = random.bytes(SealKey::size);
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
    if (file < 0) fail(path, std::strerror(errno));
    const bool written =
        ::write(file, key.data(), key.size()) == static_cast<ssize_t>(key.size()) &&
        ::fsync(file) == 0;
    ::close(file);
    const bool kept = written && sync_folder(std::filesystem::path(path).parent_path());
    if (!kept) fail(path, "could not be written");
    return key;
}

std::string read_key(const std::string& path, const struct stat& status) {
    constexpr mode_t others = S_IRWXG | S_IRWXO;
    if ((status.st_mode & others) != 0) fail(path, "is open to others; run: chmod 0400 " + path);
    std::ifstream file(path, std::ios::binary);
    std::string key((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file.good() && !file.eof()) fail(path, "cannot be read");
    if (key.size() != SealKey::size) fail(path, "must hold exactly 32 bytes");
    return key;
}

}  // namespace

Vault::Vault(std::string_view master_key)
    : key_(master_key), key_id_(hmac_sha256(master_key, "ogniwo key id").substr(0, key_id_bytes)) {}

Vault Vault::from_file(const std::string& path, Random& random) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) return Vault(read_key(path, status));
    if (errno != ENOENT) fail(path, std::strerror(errno));
    return Vault(make_key(path, random));
}

Blob Vault::seal(Random& random, const Place& place, std::string_view secret) const {
    return {key_id_ + aead_seal(key_, bound_to(place), secret, random)};
}

std::optional<std::string> Vault::open(const Place& place, const Blob& sealed) const {
    if (sealed.bytes.compare(0, key_id_bytes, key_id_) != 0) return std::nullopt;
    return aead_open(key_, bound_to(place), std::string_view(sealed.bytes).substr(key_id_bytes));
}

std::string Vault::mac(std::string_view purpose, std::string_view text) const {
    return hmac_sha256(hmac_sha256(key_.bytes(), purpose), text);
}

}  // namespace ogniwo
