#pragma once

// How the demo's desk is set up: what tickets are sorted by, the fields and forms it asks with, its
// ready forms, its status and macros, the hours of its tiers and what the second one does when time
// goes by.

#include "demo/generator.hpp"
#include "storage/work.hpp"

namespace ogniwo::demo {

// With the structure and its people, before the first ticket. Notes in the world what the tickets
// of each story are.
Outcome set_up_desk(Work& work, World& world);

}  // namespace ogniwo::demo
