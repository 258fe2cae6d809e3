#pragma once

// What the demo's people can do, as of today: levels that climb with the tiers, certificates of
// which one lapses soon, requirements, and a product that nobody knows.

#include "demo/generator.hpp"
#include "storage/work.hpp"

namespace ogniwo::demo {

Outcome fill_skills(Work& work, const World& world);

}  // namespace ogniwo::demo
