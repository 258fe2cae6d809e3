#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::notices {

void mount(Operations& operations);

}  // namespace ogniwo::notices
