#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tiers {

void mount_structure(Operations& operations);

}  // namespace ogniwo::tiers
