#pragma once

// toml++ without exceptions, in the one mode that the whole program must share: two modes in one
// binary have the same symbols with different layouts.

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>
