#pragma once

// The TypeScript client, read off the operation table: web/src/api/types.ts and client.ts.
//
// Types cost nothing at run time; an operation costs its method and path. What a call does with
// them stands in web/src/base/http.ts. Both texts depend on the table alone, in a fixed order, and
// look as Biome formats them, so a test can compare them with the files in the repository.

#include <string>

#include "operations/operations.hpp"

namespace ogniwo {

std::string typescript_types(const Operations& operations);
std::string typescript_client(const Operations& operations);

}  // namespace ogniwo
