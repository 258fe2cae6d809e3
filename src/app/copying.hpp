#pragma once

// Folders that a whole copy of an installation is written into.

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace ogniwo::app {

// Makes the folder, open to its owner only; refuses one that holds something.
Outcome make_empty_folder(const std::filesystem::path& folder, Reason reason);

// Everything on the file system of this folder is on the disk, names of files included.
Outcome sync_everything(const std::filesystem::path& folder, Reason reason);

// Empty when there is no such file.
std::string read_all(const std::filesystem::path& path);

}  // namespace ogniwo::app
