#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_appointments(Operations& operations);

}  // namespace ogniwo::tickets
