#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_guests(Operations& operations);

}  // namespace ogniwo::tickets
