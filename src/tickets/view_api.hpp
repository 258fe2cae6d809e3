#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_views(Operations& operations);

}  // namespace ogniwo::tickets
