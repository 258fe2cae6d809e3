#pragma once

// What the directory itself registers for exports and retention, when its operations are mounted.

#include <string>

#include "base/id.hpp"
#include "storage/work.hpp"

namespace ogniwo::people {

std::string export_directory(const View& view, PersonId person);
void register_directory_retention();

}  // namespace ogniwo::people
