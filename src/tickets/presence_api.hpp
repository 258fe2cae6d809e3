#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_presence(Operations& operations);

}  // namespace ogniwo::tickets
