#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_macros(Operations& operations);

}  // namespace ogniwo::tickets
