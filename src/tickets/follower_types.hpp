#pragma once

// Who follows a ticket: is told what becomes of it. Following gives no right to see it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "tickets/handover_types.hpp"

namespace ogniwo::tickets {

struct TicketFollower {
    PersonId person{};
    std::string name{};
    Time since{};
    std::optional<TicketId> ticket{};  // Where it is one that was merged into this one.
};
void describe(Fields& fields, TicketFollower& follower);

struct ListFollowers {
    TicketId ticket{};
};
void describe(Fields& fields, ListFollowers& wish);

struct TicketFollowers {
    std::vector<TicketFollower> items{};
};
void describe(Fields& fields, TicketFollowers& followers);

struct FollowTicket {
    TicketId ticket{};
    std::optional<PersonId> person{};  // Absent: the one who asks.
};
void describe(Fields& fields, FollowTicket& wish);

struct UnfollowTicket {
    TicketId ticket{};
    PersonId person{};
};
void describe(Fields& fields, UnfollowTicket& wish);

// Events.

struct TicketFollowed {
    static constexpr std::string_view name = "tickets.followed";
    static constexpr int schema = 1;

    PersonId person{};
};
void describe(Fields& fields, TicketFollowed& event);

struct TicketUnfollowed {
    static constexpr std::string_view name = "tickets.unfollowed";
    static constexpr int schema = 1;

    PersonId person{};
};
void describe(Fields& fields, TicketUnfollowed& event);

inline constexpr Reason follower_unknown{Refusal::invalid, "tickets.follower_unknown"};
inline constexpr Reason already_following{Refusal::conflict, "tickets.already_following"};
inline constexpr Reason only_yourself{Refusal::forbidden, "tickets.only_yourself"};

}  // namespace ogniwo::tickets
