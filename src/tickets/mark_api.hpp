#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_marks(Operations& operations);

}  // namespace ogniwo::tickets
