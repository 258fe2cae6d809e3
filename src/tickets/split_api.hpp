#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_splits(Operations& operations);

}  // namespace ogniwo::tickets
