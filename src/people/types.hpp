#pragma once

// The nouns of people: who they are and where they belong (directory), and how they get in and what
// they may do (access). Other slices include this file and service.hpp, nothing else of people.

#include "people/access_types.hpp"
#include "people/directory_types.hpp"
#include "people/merge_types.hpp"
