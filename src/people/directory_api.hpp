#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::people {

void mount_directory(Operations& operations);

// Its parts.
void mount_customers(Operations& operations);
void mount_persons(Operations& operations);
void mount_company(Operations& operations);
void mount_erasure(Operations& operations);

}  // namespace ogniwo::people
