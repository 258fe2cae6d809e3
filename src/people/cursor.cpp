#include "people/cursor.hpp"

#include "base/describe.hpp"

namespace ogniwo::people {
namespace {

struct NameCursor {
    std::string key{};  // The sort key, base64url.
    std::int64_t id = 0;
};
void describe(Fields& fields, NameCursor& cursor) {
    fields("key", cursor.key);
    fields("id", cursor.id);
}

}  // namespace

Result<PageStart> place_in(const std::optional<std::string>& cursor) {
    TRY(const auto read, read_cursor<NameCursor>(cursor));
    if (!read) return PageStart{};
    auto key = from_base64url(read->key);
    if (!key) return invalid_cursor;
    return PageStart{.sort_key = *std::move(key), .id = read->id};
}

std::string cursor_after(const PageStart& place) {
    return cursor_text(NameCursor{.key = to_base64url(place.sort_key), .id = place.id});
}

}  // namespace ogniwo::people
