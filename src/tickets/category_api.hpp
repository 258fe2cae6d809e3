#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_categories(Operations& operations);

}  // namespace ogniwo::tickets
