#include "app/folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/files.hpp"

namespace ogniwo::app {

Result<FolderLock> FolderLock::take(const std::string& folder) {
    const auto unusable = [&](const std::string& why) {
        return Error{.reason = folder_unusable,
                     .detail = "the data folder " + folder + " cannot be used: " + why};
    };
    if (!make_folder(folder)) return unusable(std::strerror(errno));
    const int file = ::open((folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return unusable(std::strerror(errno));
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return Error{.reason = folder_in_use,
                     .detail = "another process works in " + folder +
                               "; stop it first, or use the running server's API"};
    }
    return FolderLock(file);
}

FolderLock::~FolderLock() {
    if (file_ >= 0) ::close(file_);
}

}  // namespace ogniwo::app
