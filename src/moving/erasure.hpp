#pragma once

// What the slice holds about a person: cells of files that are not forgotten yet.

#include <string>

#include "storage/work.hpp"

namespace ogniwo::moving {

std::string export_person(const View& view, PersonId person);
void forget_person(Work& work, PersonId person);

}  // namespace ogniwo::moving
