#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_sites(Operations& operations);

}  // namespace ogniwo::tickets
