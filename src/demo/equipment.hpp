#pragma once

// What the hand-written customers have: devices and software, some of them used by one person.

#include "demo/generator.hpp"
#include "storage/work.hpp"

namespace ogniwo::demo {

// Before the first ticket. Notes them in the world, by their names.
Outcome add_equipment(Work& work, World& world);

}  // namespace ogniwo::demo
