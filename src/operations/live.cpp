#include "operations/live.hpp"

namespace ogniwo {

void describe(Fields& fields, FollowLive& wish) {
    constexpr std::int64_t cursor_most = 100;
    fields("after", wish.after)
        .at_most(cursor_most)
        .about("The `live` of the list it belongs to. A Last-Event-ID header outranks it.");
}

}  // namespace ogniwo
