#pragma once

namespace ogniwo {

// The two databases that the product runs on.
enum class Dialect { sqlite, postgres };

}  // namespace ogniwo
