#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_routing(Operations& operations);

}  // namespace ogniwo::tickets
