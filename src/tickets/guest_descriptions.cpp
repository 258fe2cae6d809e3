// What guest experts look like from outside, in the journal and in letters.

#include "base/describe.hpp"
#include "base/encoding.hpp"
#include "base/limits.hpp"
#include "tickets/guest_letter.hpp"
#include "tickets/guest_link_types.hpp"

namespace ogniwo::tickets {
namespace {

constexpr auto name_most = static_cast<std::int64_t>(limits::name_length);
constexpr std::int64_t email_most = limits::email_bytes;
constexpr auto content_most = static_cast<std::int64_t>(base64_letters(attachment_bytes_most));

}  // namespace

void describe(Fields& fields, MessageGuest& guest) {
    fields("guest", guest.guest);
    fields("name", guest.name).about("Null when it was erased.");
    fields("company", guest.company);
    fields("part", guest.part).about("Wrote it, was told it, or is shown it.");
}

void describe(Fields& fields, TicketGuest& guest) {
    fields("id", guest.id);
    fields("ticket", guest.ticket).about("They were invited into; it may have been merged since.");
    fields("name", guest.name).about("Null when it was erased.");
    fields("email", guest.email);
    fields("company", guest.company);
    fields("language", guest.language);
    fields("question", guest.question);
    fields("invitedBy", guest.invited_by);
    fields("invitedByName", guest.invited_by_name);
    fields("invitedAt", guest.invited_at);
    fields("endsAt", guest.ends_at);
    fields("endedAt", guest.ended_at);
    fields("endedWhy", guest.ended_why);
    fields("openedAt", guest.opened_at).about("For the first time.");
    fields("shown", guest.shown).about("Messages that were shared with them.");
}

void describe(Fields& fields, ListGuests& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, TicketGuests& guests) {
    fields("items", guests.items);
}

void describe(Fields& fields, InviteGuest& wish) {
    fields("ticket", wish.ticket);
    fields("name", wish.name).within(1, name_most);
    fields("email", wish.email).within(1, email_most);
    fields("company", wish.company).at_most(name_most);
    fields("language", wish.language).about("Of the letters and of their page.");
    fields("question", wish.question).within(1, guest_text_most).multiline();
    fields("days", wish.days).within(1, guest_days_most).about("Without it 14.");
    fields("messages", wish.messages).at_most(guest_shown_most).about("Which they may read.");
}

void describe(Fields& fields, OfGuest& wish) {
    fields("ticket", wish.ticket);
    fields("guest", wish.guest);
}

void describe(Fields& fields, ShowToGuest& wish) {
    fields("ticket", wish.ticket);
    fields("guest", wish.guest);
    fields("messages", wish.messages)
        .at_most(guest_shown_most)
        .about("In the place of those that were shown before.");
    fields("before", wish.before)
        .at_most(guest_shown_most)
        .about("Those that were shown, as they were read; refused when they are others by now.");
}

void describe(Fields& fields, ProlongGuest& wish) {
    fields("ticket", wish.ticket);
    fields("guest", wish.guest);
    fields("days", wish.days).within(1, guest_days_most).about("From now on.");
}

void describe(Fields& fields, TellGuest& wish) {
    fields("ticket", wish.ticket);
    fields("guest", wish.guest);
    fields("text", wish.text).within(1, guest_text_most).multiline();
    fields("attachments", wish.attachments).about("Files that were attached before.");
}

void describe(Fields& fields, GuestPoint& point) {
    fields("guest", point.guest);
    fields("name", point.name);
    fields("company", point.company);
    fields("endsAt", point.ends_at);
    fields("shown", point.shown).about("How many messages.");
    fields("why", point.why);
}

// --- The guest's page

void describe(Fields& fields, LookAtGuestRoom& wish) {
    fields("token", wish.token).secret();
}

void describe(Fields& fields, RoomMessage& message) {
    fields("id", message.id);
    fields("by", message.by);
    fields("authorName", message.author_name).about("Of our people only.");
    fields("part", message.part);
    fields("text", message.text).about("Null when its author's data were erased.");
    fields("at", message.at);
    fields("attachments", message.attachments);
}

void describe(Fields& fields, GuestRoom& room) {
    fields("number", room.number);
    fields("subject", room.subject);
    fields("companyName", room.company_name);
    fields("name", room.name);
    fields("language", room.language);
    fields("endsAt", room.ends_at);
    fields("openedAt", room.opened_at).about("For the first time.");
    fields("question", room.question).about("Which of the messages.");
    fields("messages", room.messages);
}

void describe(Fields& fields, WriteAsGuest& wish) {
    fields("token", wish.token).secret();
    fields("text", wish.text).within(1, guest_text_most).multiline();
    fields("attachments", wish.attachments)
        .at_most(static_cast<std::int64_t>(guest_files_waiting))
        .about("Files that were attached by this link before.");
}

void describe(Fields& fields, AttachAsGuest& wish) {
    fields("token", wish.token).secret();
    fields("name", wish.name).within(1, name_most);
    fields("content", wish.content).within(1, content_most).about("The bytes in Base64.");
}

void describe(Fields& fields, ReadGuestFile& wish) {
    fields("token", wish.token).secret();
    fields("attachment", wish.attachment);
    fields("inline", wish.inline_).about("True: pictures are shown instead of saved.");
}

// --- Events

void describe(Fields& fields, TicketGuestInvited& event) {
    fields("guest", event.guest);
    fields("message", event.message);
    fields("endsAt", event.ends_at);
    fields("shown", event.shown);
}

void describe(Fields& fields, TicketGuestOpened& event) {
    fields("guest", event.guest);
}

void describe(Fields& fields, TicketGuestWrote& event) {
    fields("guest", event.guest);
    fields("message", event.message);
    fields("attachments", event.attachments);
}

void describe(Fields& fields, TicketGuestTold& event) {
    fields("guest", event.guest);
    fields("message", event.message);
    fields("attachments", event.attachments);
}

void describe(Fields& fields, TicketGuestShown& event) {
    fields("guest", event.guest);
    fields("shown", event.shown);
}

void describe(Fields& fields, TicketGuestProlonged& event) {
    fields("guest", event.guest);
    fields("endsAt", event.ends_at);
}

void describe(Fields& fields, TicketGuestLinked& event) {
    fields("guest", event.guest);
}

void describe(Fields& fields, TicketGuestEnded& event) {
    fields("guest", event.guest);
    fields("why", event.why);
}

void describe(Fields& fields, TicketGuestErased& event) {
    fields("guest", event.guest);
}

// --- Letters

void describe(Fields& fields, GuestMailParams& params) {
    fields("url", params.url).secret();
    fields("number", params.number);
    fields("subject", params.subject);
    fields("text", params.text);
    fields("name", params.name);
    fields("writerName", params.writer_name);
    fields("companyName", params.company_name);
    fields("endsAt", params.ends_at);
    fields("zone", params.zone);
}

void describe(Fields& fields, GuestMail& mail) {
    fields("to", mail.to);
    fields("template", mail.template_name);
    fields("language", mail.language);
    fields("params", mail.params);
}

}  // namespace ogniwo::tickets
