#include <algorithm>

#include "base/media_type.hpp"
#include "operations/uploads.hpp"
#include "storage/attachments.hpp"
#include "tickets/access.hpp"
#include "tickets/attachments.hpp"
#include "tickets/service.hpp"
#include "tickets/store.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::size_t files_most = 20;  // In one message, and waiting for one.
constexpr std::chrono::hours waiting_time{24};

Attachment shown(const ogniwo::Attachment& stored) {
    return {.id = stored.id,
            .name = stored.name,
            .bytes = stored.bytes,
            .media_type = stored.media_type};
}

// Whether this reader sees the message, or the waiting file, that the attachment belongs to.
Outcome may_read(const View& view, const ogniwo::Attachment& attachment) {
    if (attachment.owner_kind == waiting_at_ticket) {
        const auto sender = attachments::sender(view.tx, attachment.id);
        if (!view.actor.is(sender)) return missing;
        return Nothing{};
    }
    if (attachment.owner_kind != of_message) return missing;
    const auto message = store::find_message(view.tx, MessageId{attachment.owner_id});
    if (!message) return missing;
    return may_read(view, *message);
}

// A ticket that this actor may attach one more file to.
Result<Ticket> may_attach(const View& view, TicketId id) {
    TRY(Ticket ticket, load_visible(view, id));
    const bool may =
        view.actor.may(reply, ticket.customer) || view.actor.may(note, ticket.customer);
    if (!may || !view.actor.person) return forbidden;
    const auto waiting = attachments::count_waiting(view.tx, view.actor.person, waiting_at_ticket);
    if (waiting >= static_cast<std::int64_t>(files_most)) {
        return Error{.reason = attachments_too_many,
                     .shown = {{"most", std::to_string(files_most)}}};
    }
    return ticket;
}

}  // namespace

Outcome attach_file_before(Outside& outside, AttachFile& wish) {
    const auto ask = [&](const View& view) -> Outcome {
        TRY_DO(may_attach(view, wish.ticket));
        return Nothing{};
    };
    TRY_DO(ask_before(outside, ask));
    return take_upload(
        outside, wish, {.bytes_most = attachment_bytes_most, .too_large = attachment_too_large});
}

Result<Attachment> attach_file(Work& work, const AttachFile& wish) {
    TRY(const Ticket ticket, may_attach(work, wish.ticket));
    ogniwo::Attachment attachment{.sha256 = wish.sha256,
                                  .bytes = wish.bytes,
                                  .name = wish.name,
                                  .media_type = wish.media_type,
                                  .customer = ticket.customer,
                                  .owner_kind = std::string(waiting_at_ticket),
                                  .owner_id = ticket.id.value};
    attachment.id = attachments::insert(work, attachment);
    return shown(attachment);
}

Result<FileAnswer> read_attachment(const View& view, const ReadAttachment& wish) {
    const auto attachment = attachments::find(view.tx, view.actor.scope(see_own), wish.attachment);
    if (!attachment) return missing;
    TRY_DO(may_read(view, *attachment));
    return FileAnswer{
        .sha256 = attachment->sha256,
        .bytes = attachment->bytes,
        .name = attachment->name,
        .media_type = attachment->media_type,
        .shown = wish.inline_.value_or(false) && is_plain_picture(attachment->media_type)};
}

Outcome send_files(Work& work,
                   const TicketMessage& message,
                   const std::optional<std::vector<AttachmentId>>& files) {
    if (!files || files->empty()) return Nothing{};
    if (files->size() > files_most) {
        return Error{.reason = attachments_too_many,
                     .shown = {{"most", std::to_string(files_most)}}};
    }
    const bool claimed = attachments::claim(
        work, *files, {waiting_at_ticket, message.ticket.value}, {of_message, message.id.value});
    if (!claimed) return attachment_unknown;
    return Nothing{};
}

void add_files(Tx& tx, std::vector<TicketMessage>& messages) {
    std::vector<std::int64_t> ids;
    for (const TicketMessage& message : messages) ids.push_back(message.id.value);
    for (const auto& attachment : attachments::of_owners(tx, of_message, ids)) {
        const auto message =
            std::ranges::find(messages, MessageId{attachment.owner_id}, &TicketMessage::id);
        if (message != messages.end()) message->attachments.push_back(shown(attachment));
    }
}

std::vector<Attachment> files_of_person(const View& view, PersonId person) {
    std::vector<Attachment> files;
    for (const auto& attachment : attachments::sent_by(view.tx, person)) {
        files.push_back(shown(attachment));
    }
    return files;
}

void forget_waiting_files(Work& work) {
    for (const auto owner : {waiting_at_ticket, waiting_at_guest}) {
        attachments::forget_waiting(work.tx, owner, work.now - waiting_time);
    }
}

}  // namespace ogniwo::tickets
