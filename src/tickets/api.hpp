#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount(Operations& operations);

}  // namespace ogniwo::tickets
