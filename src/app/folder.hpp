#pragma once

// The data folder, held by one process at a time.

#include <string>

#include "base/result.hpp"

namespace ogniwo::app {

inline constexpr Reason folder_in_use{Refusal::conflict, "app.folder_in_use"};
inline constexpr Reason folder_unusable{Refusal::conflict, "app.folder_unusable"};

class FolderLock {
public:
    // Makes the folder (0700) when it is missing. Refuses when another process holds it.
    static Result<FolderLock> take(const std::string& folder);

    FolderLock(FolderLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int file) : file_(file) {}
    int file_;
};

}  // namespace ogniwo::app
