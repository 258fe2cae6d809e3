#pragma once

// What a guest expert sees and does by their link, without signing in: guest_types.hpp says who
// they are.
//
// Looking changes nothing. Of our people they learn the names, of the customer's not even that.

#include <optional>
#include <string>
#include <vector>

#include "tickets/types.hpp"

namespace ogniwo::tickets {

struct LookAtGuestRoom {
    std::string token{};
};
void describe(Fields& fields, LookAtGuestRoom& wish);

enum class RoomSide { you, us, customer, other };
constexpr auto names(RoomSide) {
    return enum_names("you", "us", "customer", "other");
}

struct RoomMessage {
    MessageId id{};
    RoomSide by = RoomSide::us;
    std::optional<std::string> author_name{};  // Of ours alone.
    GuestPart part = GuestPart::shown;
    std::optional<std::string> text{};  // Nothing: its author was erased.
    Time at{};
    std::vector<Attachment> attachments{};
};
void describe(Fields& fields, RoomMessage& message);

struct GuestRoom {
    std::int64_t number = 0;
    std::string subject{};
    std::string company_name{};  // Ours.
    std::string name{};          // The guest's.
    people::Language language = people::Language::pl;
    Time ends_at{};
    std::optional<Time> opened_at{};      // For the first time.
    MessageId question{};                 // Which of the messages.
    std::vector<RoomMessage> messages{};  // Oldest first.
};
void describe(Fields& fields, GuestRoom& room);

struct WriteAsGuest {
    std::string token{};
    std::string text{};
    std::optional<std::vector<AttachmentId>> attachments{};  // Uploaded before, by this link.
};
void describe(Fields& fields, WriteAsGuest& wish);

struct AttachAsGuest {
    std::string token{};
    std::string name{};
    std::string content{};  // Base64.

    // Found out before the transaction.
    std::string sha256{};
    std::int64_t bytes = 0;
    std::string media_type{};
};
void describe(Fields& fields, AttachAsGuest& wish);

struct ReadGuestFile {
    std::string token{};
    AttachmentId attachment{};
    std::optional<bool> inline_{};  // Pictures may be shown instead of saved.
};
void describe(Fields& fields, ReadGuestFile& wish);

}  // namespace ogniwo::tickets
