#pragma once

// How long a guest expert may stay, and how much they may send. Pure.

#include "tickets/guest_types.hpp"

namespace ogniwo::tickets {

Time guest_end(Time now, int days);

bool is_invited(const TicketGuest& guest, Time now);
// Nobody comes back into an invitation that is over; they are invited anew.
Outcome may_change_guest(const TicketGuest& guest, Time now);

// Order: as many as there may be; the same address is in already.
Outcome may_invite(const std::vector<TicketGuest>& guests, std::string_view email, Time now);

// What a guest has sent so far.
struct GuestUse {
    std::size_t messages_today = 0;
    std::size_t files_waiting = 0;
    std::int64_t bytes = 0;  // Of all their files.
};
Outcome may_write(const GuestUse& use);
// Order: too many wait; too large together.
Outcome may_attach(const GuestUse& use, std::int64_t bytes);

}  // namespace ogniwo::tickets
