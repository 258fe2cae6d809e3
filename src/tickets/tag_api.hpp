#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_tags(Operations& operations);

}  // namespace ogniwo::tickets
