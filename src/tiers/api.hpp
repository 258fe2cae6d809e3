#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tiers {

void mount(Operations& operations);

}  // namespace ogniwo::tiers
