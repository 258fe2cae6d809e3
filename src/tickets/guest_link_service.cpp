// The guest's own verbs, by their link. Whoever holds it may do these and nothing else, and does
// them as nobody: a browser in which one of ours is signed in writes no message of theirs.

#include <algorithm>

#include "base/crypto.hpp"
#include "base/media_type.hpp"
#include "base/random.hpp"
#include "operations/uploads.hpp"
#include "people/service.hpp"
#include "storage/attachments.hpp"
#include "tickets/access.hpp"
#include "tickets/attachments.hpp"
#include "tickets/guest_rules.hpp"
#include "tickets/guest_service.hpp"
#include "tickets/guest_store.hpp"
#include "tickets/guest_support.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/names.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::chrono::hours day{24};

// Nobody has asked for rights, since the link is the right.
const Scope any_customer{.everyone = true};

// Nothing for a text that is no link, and for one of an invitation that is over.
std::optional<TicketGuest> find_guest(const View& view, std::string_view token) {
    if (!looks_like_token(token)) return std::nullopt;
    auto guest = store::find_guest_by_token(view.tx, Blob{sha256(token)});
    if (!guest || !is_invited(*guest, view.now)) return std::nullopt;
    return guest;
}

bool is_shut(const Ticket& ticket) {
    return ticket.status == TicketStatus::closed || ticket.spam_at;
}

struct OpenRoom {
    TicketGuest guest{};
    Ticket ticket{};  // Where theirs goes on.
};
Result<OpenRoom> find_room(const View& view, std::string_view token) {
    auto guest = find_guest(view, token);
    if (!guest) return missing;
    auto ticket =
        store::find_ticket(view.tx, any_customer, store::find_goes_on(view.tx, guest->ticket));
    if (!ticket || is_shut(*ticket)) return missing;
    return OpenRoom{.guest = *std::move(guest), .ticket = *std::move(ticket)};
}

// With the ticket claimed. Between the look and the claim the invitation may have ended.
Result<OpenRoom> claim_room(Work& work, std::string_view token) {
    TRY(OpenRoom room, find_room(work, token));
    auto ticket = store::claim_ticket(work.tx, any_customer, room.ticket.id);
    auto guest = find_guest(work, token);
    if (!ticket || !guest || is_shut(*ticket)) return missing;
    return OpenRoom{.guest = *std::move(guest), .ticket = *std::move(ticket)};
}

RoomSide side_of(Tx& tx, const store::RoomRow& row) {
    if (row.part == GuestPart::wrote) return RoomSide::you;
    if (row.part == GuestPart::told) return RoomSide::us;
    if (!row.message.author) return RoomSide::other;
    return people::was_staff(tx, *row.message.author) ? RoomSide::us : RoomSide::customer;
}

std::vector<RoomMessage> messages_of(Tx& tx, const TicketGuest& guest) {
    const auto rows = room_of(tx, guest);
    std::vector<TicketMessage> messages;
    for (const store::RoomRow& row : rows) messages.push_back(row.message);
    add_files(tx, messages);
    NamesOf<PersonId> names;
    std::vector<RoomMessage> shown;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const RoomSide by = side_of(tx, rows[i]);
        if (by == RoomSide::us) names.want(rows[i].message.author);
        shown.push_back({.id = messages[i].id,
                         .by = by,
                         .part = rows[i].part,
                         .text = std::move(messages[i].text),
                         .at = messages[i].at,
                         .attachments = std::move(messages[i].attachments)});
    }
    load_person_names(tx, names);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (shown[i].by == RoomSide::us) shown[i].author_name = names.find(rows[i].message.author);
    }
    return shown;
}

GuestRoom shown(const View& view, const OpenRoom& room) {
    return {.number = room.ticket.id.value,
            .subject = room.ticket.subject,
            .company_name = people::company_name(view.tx),
            .name = room.guest.name.value_or(""),
            .language = room.guest.language,
            .ends_at = room.guest.ends_at,
            .opened_at = room.guest.opened_at,
            .question = room.guest.question,
            .messages = messages_of(view.tx, room.guest)};
}

GuestUse use_of(const View& view, GuestId guest) {
    GuestUse use;
    std::vector<std::int64_t> written;
    for (const store::RoomRow& row : store::list_room(view.tx, guest)) {
        if (row.part != GuestPart::wrote) continue;
        written.push_back(row.message.id.value);
        if (row.message.at > view.now - day) ++use.messages_today;
    }
    const auto waiting = attachments::of_owners(view.tx, waiting_at_guest, {guest.value});
    use.files_waiting = waiting.size();
    for (const auto& file : waiting) use.bytes += file.bytes;
    for (const auto& file : attachments::of_owners(view.tx, of_message, written)) {
        use.bytes += file.bytes;
    }
    return use;
}

Outcome send_guest_files(Work& work,
                         GuestId guest,
                         const TicketMessage& message,
                         const std::optional<std::vector<AttachmentId>>& files) {
    if (!files || files->empty()) return Nothing{};
    const bool claimed = attachments::claim_unsigned(
        work.tx, *files, {waiting_at_guest, guest.value}, {of_message, message.id.value});
    if (!claimed) return attachment_unknown;
    return Nothing{};
}

bool may_read_file(Tx& tx, const TicketGuest& guest, const ogniwo::Attachment& file) {
    if (file.owner_kind != of_message) return false;
    const auto rows = room_of(tx, guest);
    return std::ranges::any_of(
        rows, [&](const store::RoomRow& row) { return row.message.id.value == file.owner_id; });
}

// Whoever invited them hears of it, too, wherever they work now.
void tell_of_words(Work& work, const OpenRoom& room) {
    std::vector<PersonId> inviter;
    if (room.guest.invited_by) inviter.push_back(*room.guest.invited_by);
    tell_of(work, room.ticket, TicketGuestWrote::name, inviter);
    tell(work, room.ticket, Happening::guest_wrote, inviter);
}

}  // namespace

Result<GuestRoom> look_at_guest_room(const View& view, const LookAtGuestRoom& wish) {
    TRY(const OpenRoom room, find_room(view, wish.token));
    return shown(view, room);
}

Result<GuestRoom> open_guest_room(Work& work, const LookAtGuestRoom& wish) {
    TRY(OpenRoom room, find_room(work, wish.token));
    if (room.guest.opened_at) return shown(work, room);
    const Actor nobody = Actor::anonymous();
    Work own = acting_as(work, nobody);
    TRY(room, claim_room(own, wish.token));
    room.guest.opened_at = own.now;
    store::update_guest(own.tx, room.guest);
    own.record(TicketGuestOpened{.guest = room.guest.id}, about(room.ticket));
    return shown(work, room);
}

Result<GuestRoom> write_as_guest(Work& work, const WriteAsGuest& wish) {
    const Actor nobody = Actor::anonymous();
    Work own = acting_as(work, nobody);
    TRY(OpenRoom room, claim_room(own, wish.token));
    TRY_DO(may_write(use_of(own, room.guest.id)));
    TRY(std::string text, written(wish.text, "/text"));

    save(own, room.ticket);
    const TicketMessage message = add_message(own, room.ticket.id, MessageKind::note, text);
    store::add_guest_message(own.tx, room.guest.id, message.id, GuestPart::wrote);
    TRY_DO(send_guest_files(own, room.guest.id, message, wish.attachments));
    own.record(
        TicketGuestWrote{
            .guest = room.guest.id, .message = message.id, .attachments = wish.attachments},
        about(room.ticket),
        {{"text", std::move(text)}});
    tell_of_words(own, room);
    return shown(own, room);
}

Outcome attach_as_guest_before(Outside& outside, AttachAsGuest& wish) {
    TRY_DO(ask_before(outside, [&](const View& view) -> Outcome {
        TRY(const OpenRoom room, find_room(view, wish.token));
        return may_attach(use_of(view, room.guest.id), 0);
    }));
    return take_upload(
        outside, wish, {.bytes_most = attachment_bytes_most, .too_large = attachment_too_large});
}

Result<Attachment> attach_as_guest(Work& work, const AttachAsGuest& wish) {
    const Actor nobody = Actor::anonymous();
    Work own = acting_as(work, nobody);
    TRY(const OpenRoom room, find_room(own, wish.token));
    // As it is: two uploads at the same time meet at the row, and the second counts the first.
    store::update_guest(own.tx, room.guest);
    TRY_DO(may_attach(use_of(own, room.guest.id), wish.bytes));
    ogniwo::Attachment attachment{.sha256 = wish.sha256,
                                  .bytes = wish.bytes,
                                  .name = wish.name,
                                  .media_type = wish.media_type,
                                  .customer = room.ticket.customer,
                                  .owner_kind = std::string(waiting_at_guest),
                                  .owner_id = room.guest.id.value};
    attachment.id = attachments::insert(own, attachment);
    return Attachment{.id = attachment.id,
                      .name = attachment.name,
                      .bytes = attachment.bytes,
                      .media_type = attachment.media_type};
}

Result<FileAnswer> read_guest_file(const View& view, const ReadGuestFile& wish) {
    TRY(const OpenRoom room, find_room(view, wish.token));
    const auto file = attachments::find(view.tx, any_customer, wish.attachment);
    if (!file || !may_read_file(view.tx, room.guest, *file)) return missing;
    return FileAnswer{.sha256 = file->sha256,
                      .bytes = file->bytes,
                      .name = file->name,
                      .media_type = file->media_type,
                      .shown = wish.inline_.value_or(false) && is_plain_picture(file->media_type)};
}

}  // namespace ogniwo::tickets
