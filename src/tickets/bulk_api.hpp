#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_bulks(Operations& operations);

}  // namespace ogniwo::tickets
