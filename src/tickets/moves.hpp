#pragma once

// Moves that the product makes itself, and whom it tells. Private to the slice.

#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// Where a ticket goes upwards, once it is known that it may.
struct Lift {
    int tier = 2;
    QueueId queue{};
    std::string reason{};
    HandoverText handover{};
    bool keeps_voice = false;
};
// From a ticket that is claimed, with the way back, the handover, the event and the routing.
Ticket lift(Work& work, Ticket ticket, const Lift& to, std::vector<EventText> texts);

}  // namespace ogniwo::tickets
