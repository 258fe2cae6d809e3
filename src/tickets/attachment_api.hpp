#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_attachments(Operations& operations);

}  // namespace ogniwo::tickets
