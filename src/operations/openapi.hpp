#pragma once

// openapi.json: the operation table as OpenAPI 3.1, for people who write clients.
//
// Everything is read off the table, so it is right as long as the table is. It passes Spectral's
// spectral:oas and Redocly's recommended rules without errors.

#include <string>

#include "operations/operations.hpp"

namespace ogniwo {

std::string openapi_json(const Operations& operations, std::string_view version);

}  // namespace ogniwo
