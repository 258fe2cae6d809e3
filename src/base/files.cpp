#include "base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace ogniwo {

bool sync_folder(const std::string& folder) {
    const int file =
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return false;
    const bool synced = ::fsync(file) == 0;
    const int error = errno;
    ::close(file);
    errno = error;
    return synced;
}

bool make_folder(const std::string& folder) {
    if (::mkdir(folder.c_str(), 0700) == 0) {
        return sync_folder(std::filesystem::path(folder).parent_path());
    }
    struct stat there {};
    if (errno == EEXIST && ::stat(folder.c_str(), &there) == 0 && S_ISDIR(there.st_mode)) {
        return true;
    }
    const std::string above = std::filesystem::path(folder).parent_path();
    if (errno != ENOENT || above.empty() || above == folder) return false;
    return make_folder(above) && make_folder(folder);
}

}  // namespace ogniwo
