#pragma once

// Files that come in with a wish, as base64. Their bytes are stored before the transaction, in
// short ones of their own; so the right is asked twice, first here, that nobody fills the disk who
// may not.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "operations/operations.hpp"
#include "storage/work.hpp"

namespace ogniwo {

// What `check` says, in a reading of its own. The work asks it again.
Outcome ask_before(Outside& outside, const std::function<Outcome(const View&)>& check);

struct UploadLimit {
    std::size_t bytes_most = 0;
    Reason too_large;
};

struct Upload {
    std::string name{};  // Without folders; never used as a path.
    std::string sha256{};
    std::int64_t bytes = 0;
    std::string media_type{};  // By our own look at the bytes.
};
// Order: no base64 (/content), too large, no name (/name).
Result<Upload> store_upload(Outside& outside,
                            std::string_view name,
                            std::string_view content,
                            const UploadLimit& limit);

// Into the wish that brought it: its members name, sha256, bytes and media_type.
template <class Wish>
Outcome take_upload(Outside& outside, Wish& wish, const UploadLimit& limit) {
    TRY(Upload upload, store_upload(outside, wish.name, wish.content, limit));
    wish.name = std::move(upload.name);
    wish.sha256 = std::move(upload.sha256);
    wish.bytes = upload.bytes;
    wish.media_type = std::move(upload.media_type);
    return Nothing{};
}

}  // namespace ogniwo
