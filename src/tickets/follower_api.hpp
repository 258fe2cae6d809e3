#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_followers(Operations& operations);

}  // namespace ogniwo::tickets
