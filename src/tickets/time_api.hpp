#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_time(Operations& operations);
void mount_stopwatches(Operations& operations);

}  // namespace ogniwo::tickets
