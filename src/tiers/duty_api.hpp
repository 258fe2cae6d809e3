#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tiers {

void mount_duty(Operations& operations);

}  // namespace ogniwo::tiers
