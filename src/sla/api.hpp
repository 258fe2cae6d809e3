#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::sla {

void mount(Operations& operations);
void mount_reports(Operations& operations);

}  // namespace ogniwo::sla
