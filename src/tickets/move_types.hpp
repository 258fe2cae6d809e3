#pragma once

// Another queue of the same tier: nobody else's knowledge is asked for, the ticket only waits at
// the wrong desk. It is no escalation, and it counts as a move.

#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/result.hpp"
#include "tickets/handover_types.hpp"
#include "tiers/types.hpp"

namespace ogniwo::tickets {

struct MoveQueue {
    TicketId ticket{};
    tiers::QueueId queue{};
    std::optional<std::string> reason{};  // A code, where the structure demands one.
    std::optional<std::string> note{};    // Internal.
};
void describe(Fields& fields, MoveQueue& wish);

struct TicketMoved {  // note, hidden from customers
    static constexpr std::string_view name = "tickets.moved";
    static constexpr int schema = 1;

    int tier = 1;
    tiers::QueueId from_queue{};
    tiers::QueueId queue{};
    std::optional<std::string> reason{};
};
void describe(Fields& fields, TicketMoved& event);

inline constexpr Reason queue_unchanged{Refusal::conflict, "tickets.queue_unchanged"};

}  // namespace ogniwo::tickets
