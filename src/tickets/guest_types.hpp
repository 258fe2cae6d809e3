#pragma once

// A guest expert: somebody from outside, a maker's or a vendor's engineer, who is let into one
// ticket for a time to answer one question.
//
// They have no account. A private link from a letter shows them the subject, what was said to them,
// and those messages that were ticked for them; nothing else of the ticket, and nobody's contacts.
// What they write and what is said to them are notes: a customer's people learn nothing of it. The
// invitation ends by hand, by its time, or when the ticket is closed or turns out to be another
// customer's, and its links with it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "people/types.hpp"
#include "storage/attachments.hpp"
#include "tickets/handover_types.hpp"

namespace ogniwo::tickets {

using GuestId = Id<struct GuestTag>;

inline constexpr int guest_days_default = 14;
inline constexpr int guest_days_most = 90;      // From the moment at which it is said.
inline constexpr std::size_t guests_most = 10;  // Who are let into one ticket at the same time.
inline constexpr std::int64_t guest_shown_most = 200;
inline constexpr int guest_text_most = 20'000;
// Of one guest, who might be anybody who has got hold of the link.
inline constexpr std::size_t guest_messages_a_day = 50;
inline constexpr std::size_t guest_files_waiting = 20;
inline constexpr std::int64_t guest_bytes_most = 200 * 1024 * 1024;  // All files together.

// What a guest has to do with a message.
enum class GuestPart { wrote, told, shown };
constexpr auto names(GuestPart) {
    return enum_names("wrote", "told", "shown");
}

struct MessageGuest {
    GuestId guest{};
    std::optional<std::string> name{};  // Nothing: erased.
    std::optional<std::string> company{};
    GuestPart part = GuestPart::shown;
};
void describe(Fields& fields, MessageGuest& guest);

enum class GuestEnd { hand, time, closed, moved };  // moved: the ticket, to another customer.
constexpr auto names(GuestEnd) {
    return enum_names("hand", "time", "closed", "moved");
}

struct TicketGuest {
    GuestId id{};
    TicketId ticket{};  // They were invited into; it may have been merged since.
    std::optional<std::string> name{};
    std::optional<std::string> email{};
    std::optional<std::string> company{};
    people::Language language = people::Language::pl;  // Of the letters and of their page.
    MessageId question{};
    std::optional<PersonId> invited_by{};
    std::optional<std::string> invited_by_name{};
    Time invited_at{};
    Time ends_at{};
    std::optional<Time> ended_at{};
    std::optional<GuestEnd> ended_why{};
    std::optional<Time> opened_at{};  // For the first time.
    std::vector<MessageId> shown{};   // Of what the ticket's talk shows by now.
};
void describe(Fields& fields, TicketGuest& guest);

struct ListGuests {
    TicketId ticket{};
};
void describe(Fields& fields, ListGuests& wish);

struct TicketGuests {
    std::vector<TicketGuest> items{};  // Also of what was merged into the ticket, oldest first.
};
void describe(Fields& fields, TicketGuests& guests);

struct InviteGuest {
    TicketId ticket{};
    std::string name{};
    std::string email{};
    std::optional<std::string> company{};
    people::Language language = people::Language::pl;
    std::string question{};
    std::optional<int> days{};
    std::optional<std::vector<MessageId>> messages{};  // To be shown.
};
void describe(Fields& fields, InviteGuest& wish);

struct OfGuest {
    TicketId ticket{};
    GuestId guest{};
};
void describe(Fields& fields, OfGuest& wish);

// In the place of what was shown before.
struct ShowToGuest {
    TicketId ticket{};
    GuestId guest{};
    std::vector<MessageId> messages{};
    // As whoever asks saw it: refused when somebody has shown more or less since.
    std::optional<std::vector<MessageId>> before{};
};
void describe(Fields& fields, ShowToGuest& wish);

struct ProlongGuest {
    TicketId ticket{};
    GuestId guest{};
    int days = guest_days_default;  // From now on.
};
void describe(Fields& fields, ProlongGuest& wish);

struct TellGuest {
    TicketId ticket{};
    GuestId guest{};
    std::string text{};
    std::optional<std::vector<AttachmentId>> attachments{};  // Uploaded to the ticket before.
};
void describe(Fields& fields, TellGuest& wish);

// Events of the ticket, all of them hidden from customers.

struct TicketGuestInvited {  // text: the question; name, email, company
    static constexpr std::string_view name = "tickets.guest_invited";
    static constexpr int schema = 1;

    GuestId guest{};
    MessageId message{};
    Time ends_at{};
    std::vector<MessageId> shown{};
};
void describe(Fields& fields, TicketGuestInvited& event);

struct TicketGuestOpened {
    static constexpr std::string_view name = "tickets.guest_opened";
    static constexpr int schema = 1;

    GuestId guest{};
};
void describe(Fields& fields, TicketGuestOpened& event);

struct TicketGuestWrote {  // text
    static constexpr std::string_view name = "tickets.guest_wrote";
    static constexpr int schema = 1;

    GuestId guest{};
    MessageId message{};
    std::optional<std::vector<AttachmentId>> attachments{};
};
void describe(Fields& fields, TicketGuestWrote& event);

struct TicketGuestTold {  // text
    static constexpr std::string_view name = "tickets.guest_told";
    static constexpr int schema = 1;

    GuestId guest{};
    MessageId message{};
    std::optional<std::vector<AttachmentId>> attachments{};
};
void describe(Fields& fields, TicketGuestTold& event);

struct TicketGuestShown {
    static constexpr std::string_view name = "tickets.guest_shown";
    static constexpr int schema = 1;

    GuestId guest{};
    std::vector<MessageId> shown{};  // All that is shown from then on.
};
void describe(Fields& fields, TicketGuestShown& event);

struct TicketGuestProlonged {  // Or shortened.
    static constexpr std::string_view name = "tickets.guest_prolonged";
    static constexpr int schema = 1;

    GuestId guest{};
    Time ends_at{};
};
void describe(Fields& fields, TicketGuestProlonged& event);

struct TicketGuestLinked {  // The link was sent again; the old ones are void.
    static constexpr std::string_view name = "tickets.guest_linked";
    static constexpr int schema = 1;

    GuestId guest{};
};
void describe(Fields& fields, TicketGuestLinked& event);

struct TicketGuestEnded {
    static constexpr std::string_view name = "tickets.guest_ended";
    static constexpr int schema = 1;

    GuestId guest{};
    GuestEnd why = GuestEnd::hand;
};
void describe(Fields& fields, TicketGuestEnded& event);

struct TicketGuestErased {
    static constexpr std::string_view name = "tickets.guest_erased";
    static constexpr int schema = 1;

    GuestId guest{};
};
void describe(Fields& fields, TicketGuestErased& event);

// What a step of a ticket's history says of a guest.
struct GuestPoint {
    GuestId guest{};
    std::optional<std::string> name{};
    std::optional<std::string> company{};
    std::optional<Time> ends_at{};
    std::optional<int> shown{};  // How many messages.
    std::optional<GuestEnd> why{};
};
void describe(Fields& fields, GuestPoint& point);

inline constexpr Reason guest_ended{Refusal::conflict, "tickets.guest_ended"};
inline constexpr Reason guest_of_spam{Refusal::conflict, "tickets.guest_of_spam"};
inline constexpr Reason guests_too_many{Refusal::conflict, "tickets.guests_too_many"};
inline constexpr Reason guest_invited_already{Refusal::conflict, "tickets.guest_invited_already"};
inline constexpr Reason guest_of_customer{Refusal::invalid, "tickets.guest_of_customer"};
inline constexpr Reason guest_message_unknown{Refusal::invalid, "tickets.guest_message_unknown"};
inline constexpr Reason guest_wrote_too_often{Refusal::too_many, "tickets.guest_wrote_too_often"};
inline constexpr Reason guest_files_too_large{Refusal::too_large, "tickets.guest_files_too_large"};

}  // namespace ogniwo::tickets
