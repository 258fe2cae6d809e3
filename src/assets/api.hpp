#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::assets {

void mount(Operations& operations);

}  // namespace ogniwo::assets
