#pragma once

// Statuses of a company's own in the operation table.

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_states(Operations& operations);

}  // namespace ogniwo::tickets
