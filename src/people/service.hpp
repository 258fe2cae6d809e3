#pragma once

// The verbs of people, for the slices above and for app.

#include "people/access_service.hpp"
#include "people/directory_service.hpp"
#include "people/merge_service.hpp"
