#pragma once

// Where a page of customers or persons ends, in the opaque cursor that travels to the client and
// back (base/cursor.hpp). Private to the slice.

#include <optional>
#include <string>

#include "base/cursor.hpp"
#include "people/find_rules.hpp"

namespace ogniwo::people {

// The first page for no cursor; a refusal for any text we did not write.
Result<PageStart> place_in(const std::optional<std::string>& cursor);
std::string cursor_after(const PageStart& place);

}  // namespace ogniwo::people
