#include "tickets/guest_rules.hpp"

#include <algorithm>

#include "base/email.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

Time guest_end(Time now, int days) {
    return now + std::chrono::days(days);
}

bool is_invited(const TicketGuest& guest, Time now) {
    return !guest.ended_at && guest.ends_at > now;
}

Outcome may_change_guest(const TicketGuest& guest, Time now) {
    if (!is_invited(guest, now)) return guest_ended;
    return Nothing{};
}

Outcome may_invite(const std::vector<TicketGuest>& guests, std::string_view email, Time now) {
    std::size_t invited = 0;
    bool is_in = false;
    for (const TicketGuest& guest : guests) {
        if (!is_invited(guest, now)) continue;
        ++invited;
        is_in |= guest.email && email_key(*guest.email) == email_key(email);
    }
    if (invited >= guests_most) {
        return Error{.reason = guests_too_many, .shown = {{"most", std::to_string(guests_most)}}};
    }
    if (is_in) return guest_invited_already;
    return Nothing{};
}

Outcome may_write(const GuestUse& use) {
    if (use.messages_today < guest_messages_a_day) return Nothing{};
    return Error{.reason = guest_wrote_too_often,
                 .shown = {{"most", std::to_string(guest_messages_a_day)}}};
}

Outcome may_attach(const GuestUse& use, std::int64_t bytes) {
    if (use.files_waiting >= guest_files_waiting) {
        return Error{.reason = attachments_too_many,
                     .shown = {{"most", std::to_string(guest_files_waiting)}}};
    }
    if (use.bytes + bytes <= guest_bytes_most) return Nothing{};
    constexpr std::int64_t mib = 1024 * 1024;
    return Error{.reason = guest_files_too_large,
                 .shown = {{"most", std::to_string(guest_bytes_most / mib)}}};
}

}  // namespace ogniwo::tickets
