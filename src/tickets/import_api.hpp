#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_imports(Operations& operations);

}  // namespace ogniwo::tickets
