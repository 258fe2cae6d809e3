#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_ratings(Operations& operations);

}  // namespace ogniwo::tickets
