#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_links(Operations& operations);

}  // namespace ogniwo::tickets
