#include "operations/uploads.hpp"

#include "base/encoding.hpp"
#include "base/media_type.hpp"
#include "storage/blobs.hpp"

namespace ogniwo {

Outcome ask_before(Outside& outside, const std::function<Outcome(const View&)>& check) {
    Outcome may = Nothing{};
    outside.data.read([&](Tx& tx, Time now) {
        may = check(View{tx, outside.actor, now, outside.environment, outside.caller});
    });
    return may;
}

Result<Upload> store_upload(Outside& outside,
                            std::string_view name,
                            std::string_view content,
                            const UploadLimit& limit) {
    const auto bytes = from_base64(content);
    if (!bytes) return Error{.reason = invalid_fields, .fields = {{"/content", "not_base64"}}};
    if (bytes->size() > limit.bytes_most) {
        return Error{.reason = limit.too_large,
                     .shown = {{"most", std::to_string(limit.bytes_most)}}};
    }
    Upload upload{.name = file_name(name)};
    if (upload.name.empty()) {
        return Error{.reason = invalid_fields,
                     .fields = {{"/name", "too_short", {{"least", "1"}}}}};
    }
    upload.sha256 = outside.blobs.put(*bytes);
    upload.bytes = static_cast<std::int64_t>(bytes->size());
    upload.media_type = media_type_of(*bytes, upload.name);
    return upload;
}

}  // namespace ogniwo
