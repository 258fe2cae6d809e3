#include "app/copying.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

namespace ogniwo::app {

namespace fs = std::filesystem;

Outcome make_empty_folder(const fs::path& folder, Reason reason) {
    std::error_code failed;
    const bool is_there = fs::exists(folder, failed);
    if (is_there && !(fs::is_directory(folder, failed) && fs::is_empty(folder, failed))) {
        return Error{.reason = reason, .detail = folder.string() + " is not an empty folder"};
    }
    fs::create_directories(folder, failed);
    if (!failed) fs::permissions(folder, fs::perms::owner_all, failed);
    if (!failed) return Nothing{};
    return Error{.reason = reason,
                 .detail = folder.string() + " cannot be made: " + failed.message()};
}

Outcome sync_everything(const fs::path& folder, Reason reason) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = file >= 0 && ::syncfs(file) == 0;
    ::close(file);
    if (synced) return Nothing{};
    return Error{.reason = reason, .detail = folder.string() + " could not be synced to the disk"};
}

void SteadySync::wrote(std::size_t bytes) {
    constexpr std::size_t at_once = 8 * 1024 * 1024;
    bytes_ += bytes;
    if (bytes_ < at_once) return;
    bytes_ = 0;
    const int file = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // Whether it worked is asked at the end, when everything is synced.
    if (file >= 0) ::syncfs(file);
    ::close(file);
}

std::string read_all(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

}  // namespace ogniwo::app
