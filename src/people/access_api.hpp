#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::people {

void mount_access(Operations& operations);

}  // namespace ogniwo::people
