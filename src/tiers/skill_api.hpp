#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::tiers {

void mount_skills(Operations& operations);
void mount_certificates(Operations& operations);
void mount_requirements(Operations& operations);

}  // namespace ogniwo::tiers
