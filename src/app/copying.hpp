#pragma once

// Folders that a whole copy of an installation is written into.

#include <filesystem>
#include <string>
#include <utility>

#include "base/result.hpp"

namespace ogniwo::app {

// The master key in a copy that holds it.
inline constexpr const char* key_file = "master.key";

// Makes the folder, open to its owner only; refuses one that holds something.
Outcome make_empty_folder(const std::filesystem::path& folder, Reason reason);

// Everything on the file system of this folder is on the disk, names of files included.
Outcome sync_everything(const std::filesystem::path& folder, Reason reason);

// Syncs now and then what is written into a folder. Left in the machine's memory, a large copy
// would stand in the way of everybody else's next sync, and a server's COMMIT would wait for
// seconds.
class SteadySync {
public:
    explicit SteadySync(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // So much more was written, and was handed to the system.
    void wrote(std::size_t bytes);

private:
    const std::filesystem::path folder_;
    std::size_t bytes_ = 0;
};

// Empty when there is no such file.
std::string read_all(const std::filesystem::path& path);

}  // namespace ogniwo::app
