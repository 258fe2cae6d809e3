#pragma once

namespace ogniwo {
class Operations;
}

namespace ogniwo::calendars {

void mount(Operations& operations);

}  // namespace ogniwo::calendars
