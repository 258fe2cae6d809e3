#pragma once

// The operations of the figures.

#include "operations/operations.hpp"

namespace ogniwo::figures {

void mount(Operations& operations);

}  // namespace ogniwo::figures
