#pragma once

// What is done when a share of a promise is used up, or the promise was missed. Private to the
// slice.

#include <string_view>
#include <vector>

#include "sla/service.hpp"
#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// What our owner is told of: there is something to decide (sla/credit_types.hpp).
inline constexpr std::string_view credit_proposed = "tickets.credit_proposed";

// By a ticket that is claimed. Once for each share; nothing, where it was done already.
void react(Work& work,
           Ticket ticket,
           const sla::Counted& counted,
           const sla::Promises::Next& share,
           sla::Promises& promises);

// Of clocks that were missed just now.
void tell_of_credits(Work& work, TicketId id, const std::vector<sla::Counted>& missed);

}  // namespace ogniwo::tickets
