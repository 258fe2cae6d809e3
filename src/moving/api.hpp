#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::moving {

void mount(Operations& operations);

}  // namespace ogniwo::moving
