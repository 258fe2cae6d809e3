#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_customer_changes(Operations& operations);

}  // namespace ogniwo::tickets
