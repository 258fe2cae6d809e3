#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::sla {

void mount(Operations& operations);
void mount_reports(Operations& operations);
void mount_credits(Operations& operations);

}  // namespace ogniwo::sla
