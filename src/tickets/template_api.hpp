#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tickets {

void mount_approvals(Operations& operations);
void mount_checklists(Operations& operations);
void mount_recurrences(Operations& operations);
void mount_templates(Operations& operations);

}  // namespace ogniwo::tickets
