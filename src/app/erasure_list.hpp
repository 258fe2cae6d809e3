#pragma once

// Who was erased, kept outside of the database: a backup from before does not know of it. The file
// holds numbers and moments only, one JSON object per line, and is only ever appended to.

#include <span>
#include <string>
#include <vector>

#include "people/types.hpp"

namespace ogniwo::app {

// Where the list of this data folder, or of a backup, lies.
std::string erasures_path(const std::string& folder);

// Lines that cannot be read are left out; a missing file is an empty list.
std::vector<people::Erasure> read_erasures(const std::string& path);

// Appends those that are not in the file yet, and is on the disk when it returns.
void add_erasures(const std::string& path, std::span<const people::Erasure> erasures);

}  // namespace ogniwo::app
