#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_workers(Operations& operations);
void mount_timed(Operations& operations);
void mount_clocks(Operations& operations);
void mount_breaches(Operations& operations);

}  // namespace ogniwo::tickets
