#pragma once

// toml++ without exceptions, in the one mode that the whole program must share: two modes in one
// binary have the same symbols with different layouts. Compiled once, in toml.cpp.

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 0
#include <toml++/toml.h>
