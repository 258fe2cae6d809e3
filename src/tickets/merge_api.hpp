#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_merges(Operations& operations);

}  // namespace ogniwo::tickets
