#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::people {

void mount(Operations& operations);

}  // namespace ogniwo::people
