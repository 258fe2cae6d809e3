#pragma once

// The site that a ticket is about: one of its customer's. A site that the customer has no longer is
// shown no more; the ticket stays as it was.

#include <optional>
#include <string_view>

#include "tickets/types.hpp"

namespace ogniwo::tickets {

struct ChangeSite {
    TicketId ticket{};
    std::optional<people::SiteId> site{};  // Nothing: none.
};
void describe(Fields& fields, ChangeSite& wish);

struct TicketSiteChanged {
    static constexpr std::string_view name = "tickets.site_changed";
    static constexpr int schema = 1;

    std::optional<people::SiteId> from{};
    std::optional<people::SiteId> site{};
};
void describe(Fields& fields, TicketSiteChanged& event);

inline constexpr Reason site_unchanged{Refusal::conflict, "tickets.site_unchanged"};

}  // namespace ogniwo::tickets
