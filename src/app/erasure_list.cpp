#include "app/erasure_list.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/files.hpp"
#include "base/json.hpp"
#include "storage/connection.hpp"

namespace ogniwo::app {
namespace {

[[noreturn]] void fail(const std::string& path) {
    throw StorageError(StorageError::Kind::io, path + ": " + std::strerror(errno));
}

void append_durably(const std::string& path, const std::string& text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) fail(path);
    const bool written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(file) == 0;
    ::close(file);
    if (!written || !sync_folder(std::filesystem::path(path).parent_path())) fail(path);
}

}  // namespace

std::string erasures_path(const std::string& folder) {
    return folder + "/erasures.jsonl";
}

std::vector<people::Erasure> read_erasures(const std::string& path) {
    std::vector<people::Erasure> erasures;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (auto erasure = from_json<people::Erasure>(line)) erasures.push_back(*erasure);
    }
    return erasures;
}

void add_erasures(const std::string& path, std::span<const people::Erasure> erasures) {
    const auto known = read_erasures(path);
    std::string lines;
    for (const people::Erasure& erasure : erasures) {
        if (std::ranges::find(known, erasure.person, &people::Erasure::person) == known.end()) {
            lines += to_json(erasure) + "\n";
        }
    }
    if (!lines.empty()) append_durably(path, lines);
}

}  // namespace ogniwo::app
