#pragma once

// What may be merged, split and moved between customers, as pure functions.
//
// Every question checks in the order written above it, the most permanent obstacle first.

#include "tickets/customer_types.hpp"
#include "tickets/merge_types.hpp"
#include "tickets/rules.hpp"
#include "tickets/split_types.hpp"

namespace ogniwo::tickets {

// `target` is where the named ticket goes on; `together`: how many tickets would be one.
// Order: merged already, into itself, another customer, closed, too many.
Outcome may_merge(const Ticket& ticket, const Ticket& target, std::size_t together);

// Whatever has become of the ticket it was merged into.
Outcome may_unmerge(const Ticket& ticket);

// What a reply to a merged ticket does to it, and to the one where it goes on. The latter decides
// whether it may be; a merged ticket that was closed stays as it was. Refused when that one is
// closed.
struct Reached {
    Standing own;
    Standing target;

    friend bool operator==(const Reached&, const Reached&) = default;
};
Result<Reached> plan_reply_to_merged(const Standing& own, const Standing& target, By by);

// `family`: the ticket and those merged into it. What was split off before must be put back first.
// Order: unknown here, taken.
Outcome may_split_off(const std::optional<Shown>& message, const std::vector<TicketId>& family);

// Order: never split off. (That it is merged, every verb says.)
Outcome may_unsplit(const Ticket& ticket);
// Whether a ticket that is put back is merged into the one it came from: not where that one goes on
// at this one.
bool joins_its_source(TicketId ticket, TicketId source_goes_on);

// `bound`: it is joined with others, by merges or splits, which all have one customer.
// Order: nothing changes, bound.
Outcome may_change_customer(const Ticket& ticket, const ChangeCustomer& wish, bool bound);

}  // namespace ogniwo::tickets
