#pragma once

// How queues give their tickets out, and why a ticket came to whoever has it.

#include <string_view>

#include "storage/timers.hpp"
#include "tickets/routing_types.hpp"

namespace ogniwo::tickets {

// Those that are not pulled.
Result<QueueRoutings> list_routing(const View& view, const Nothing&);
Result<QueueRouting> read_queue_routing(const View& view, const ReadQueueRouting& wish);
Result<QueueRouting> edit_queue_routing(Work& work, const EditQueueRouting& wish);

// Why its assignee has it, or why nobody does.
Result<TicketRouting> read_routing(const View& view, const ReadRouting& wish);

// Gives out what waits, in order of rank: once a minute while some queue is not pulled, right after
// somebody has room, and when somebody comes on duty (tiers::duty_changed_timer).
inline constexpr std::string_view routing_timer = "tickets.routing";
inline constexpr std::string_view room_timer = "tickets.room";
Outcome route_waiting(Work& work, const Timer& timer);

}  // namespace ogniwo::tickets
