#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::people {

void mount_merges(Operations& operations);

}  // namespace ogniwo::people
