#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tiers {

void mount_structure(Operations& operations);
void mount_timed_rules(Operations& operations);

}  // namespace ogniwo::tiers
