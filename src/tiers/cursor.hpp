#pragma once

// Where a page of queues ends, as it travels inside the opaque cursor.

#include <string>

#include "tiers/types.hpp"

namespace ogniwo::tiers {

struct QueueCursor {
    int tier = 0;
    std::string key;  // The sort key, base64url.
    QueueId queue{};
};
void describe(Fields& fields, QueueCursor& cursor);

}  // namespace ogniwo::tiers
