#pragma once

// Names of files that survive a power cut. Syncing a file saves its bytes; its name is saved by
// syncing the folder it stands in, and that folder's name by syncing the one above.

#include <string>

namespace ogniwo {

// Saves the names in a folder; false with errno.
bool sync_folder(const std::string& folder);

// Makes a folder, with those above it that are missing, and saves their names. Open to its owner
// only. False with errno.
bool make_folder(const std::string& folder);

}  // namespace ogniwo
