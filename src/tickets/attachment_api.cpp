#include "tickets/attachment_api.hpp"

#include "base/describe.hpp"
#include "base/encoding.hpp"
#include "base/limits.hpp"
#include "operations/operations.hpp"
#include "tickets/service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::size_t content_most = base64_letters(attachment_bytes_most);

}  // namespace

void describe(Fields& fields, Attachment& attachment) {
    fields("id", attachment.id);
    fields("name", attachment.name);
    fields("bytes", attachment.bytes);
    fields("mediaType", attachment.media_type).about("By our own look at the bytes.");
}

void describe(Fields& fields, AttachFile& wish) {
    fields("ticket", wish.ticket);
    fields("name", wish.name).within(1, limits::name_length);
    fields("content", wish.content)
        .within(1, static_cast<std::int64_t>(content_most))
        .about("The bytes in Base64.");
}

void describe(Fields& fields, ReadAttachment& wish) {
    fields("attachment", wish.attachment);
    fields("inline", wish.inline_).about("True: pictures are shown instead of saved.");
}

void mount_attachments(Operations& operations) {
    operations
        .post<AttachFile, Attachment>(
            "tickets.attach_file",
            "/tickets/{ticket}/attachments",
            reply,
            attach_file,
            {.ticket = {1}, .name = "zdjęcie.txt", .content = "RHJ1a2Fya2E="})
        .before<AttachFile>(attach_file_before)
        .most_body(content_most + 64 * limits::kib)
        .creates()
        .about("Uploads a file that a reply or a note can then be sent with, within a day.");
    operations
        .file<ReadAttachment>("tickets.read_attachment",
                              "/attachments/{attachment}",
                              see_messages,
                              read_attachment,
                              {.attachment = {1}})
        .about("The bytes of a file.");
}

}  // namespace ogniwo::tickets
