#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_handovers(Operations& operations);

}  // namespace ogniwo::tickets
