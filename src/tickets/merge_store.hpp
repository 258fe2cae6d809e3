#pragma once

// Which tickets are one, by the pointers in the table ticket.

#include <optional>
#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

// The ticket, and all that were merged into it or into one of those.
std::vector<TicketId> list_joined(Tx& tx, TicketId ticket);
// Those between two ids into which another one was merged.
std::vector<TicketId> list_absorbing(Tx& tx, TicketId first, TicketId last);
// The one where it goes on: itself unless it is merged.
TicketId find_goes_on(Tx& tx, TicketId ticket);
// Nothing else is done with it until the transaction ends.
void hold_ticket(Tx& tx, TicketId ticket);
// Of one customer, the newest activity first, neither merged nor closed. Words are looked for among
// the last 500 only: so it takes the same time however much there was.
struct TargetFilter {
    CustomerId customer{};
    TicketId besides{};
    std::optional<std::string> folded_part{};
};
std::vector<TicketId> list_merge_targets(Tx& tx, const TargetFilter& filter, int limit);

struct TalkCount {
    std::int64_t messages = 0;
    std::int64_t notes = 0;
};
TalkCount count_shown_messages(Tx& tx, const std::vector<TicketId>& tickets);
std::vector<std::int64_t> list_shown_messages(Tx& tx, const std::vector<TicketId>& tickets);
// Each person once.
std::int64_t count_followers(Tx& tx, const std::vector<TicketId>& tickets);
std::int64_t count_stopwatches(Tx& tx, const std::vector<TicketId>& tickets);

}  // namespace ogniwo::tickets::store
