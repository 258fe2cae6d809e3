#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::backups {

void mount(Operations& operations);

}  // namespace ogniwo::backups
