#pragma once

// Where a page of assets ends (base/cursor.hpp).

#include <string>

#include "assets/types.hpp"
#include "base/cursor.hpp"

namespace ogniwo::assets {

struct AssetCursor {
    std::string folded{};
    AssetId asset{};
};
void describe(Fields& fields, AssetCursor& cursor);

}  // namespace ogniwo::assets
