#pragma once

// A ticket that was opened for the wrong customer, or in the name of the wrong person.
//
// Sight follows the customer a ticket has now: its talk, files and work go with it, and whoever saw
// it before is told that it is gone. Who has it, speaks for it or works on it and sees it no longer
// is taken off it, and guests from outside are sent away. The way back is the same change the other
// way round.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tickets/types.hpp"

namespace ogniwo::tickets {

struct ChangeCustomer {
    TicketId ticket{};
    std::int64_t version = 0;
    CustomerId customer{};
    std::optional<PersonId> requester{};   // Of that customer. Nothing: nobody.
    std::optional<people::SiteId> site{};  // Of a new customer. The same one keeps it.
};
void describe(Fields& fields, ChangeCustomer& wish);

struct PreviewCustomer {
    TicketId ticket{};
    CustomerId customer{};
    std::optional<PersonId> requester{};
    std::optional<people::SiteId> site{};
};
void describe(Fields& fields, PreviewCustomer& wish);

// What goes with the ticket, and who will and will no longer see it.
struct CustomerPreview {
    std::string customer_name{};
    std::optional<std::string> requester_name{};
    std::optional<std::string> site_name{};
    std::optional<std::string> losing_site{};  // Which it is no longer about.
    std::int64_t messages = 0;                 // Read by the new customer's people from then on.
    std::int64_t notes = 0;                    // Never read by a customer's people.
    std::int64_t files = 0;
    std::int64_t entries = 0;  // Of work, which count for the new customer.
    std::int64_t minutes = 0;
    std::int64_t billable_minutes = 0;
    std::int64_t stopwatches = 0;
    std::vector<std::string> losing{};   // Those around it who see it, and keep it, no longer.
    std::vector<std::string> gaining{};  // Those who see it from then on.
    std::vector<std::string> guests{};   // From outside, whose invitations end with it.
};
void describe(Fields& fields, CustomerPreview& preview);

// Events.

struct TicketRequesterChanged {
    static constexpr std::string_view name = "tickets.requester_changed";
    static constexpr int schema = 1;

    std::optional<PersonId> from{};
    std::optional<PersonId> requester{};
};
void describe(Fields& fields, TicketRequesterChanged& event);

struct TicketCustomerChanged {
    static constexpr std::string_view name = "tickets.customer_changed";
    static constexpr int schema = 1;

    CustomerId from_customer{};
    CustomerId customer{};
    std::optional<PersonId> from{};
    std::optional<PersonId> requester{};
    std::optional<people::SiteId> site{};
};
void describe(Fields& fields, TicketCustomerChanged& event);

inline constexpr Reason customer_unchanged{Refusal::conflict, "tickets.customer_unchanged"};
inline constexpr Reason customer_bound{Refusal::conflict, "tickets.customer_bound"};
inline constexpr Reason customer_decides{Refusal::conflict, "tickets.customer_decides"};

}  // namespace ogniwo::tickets
