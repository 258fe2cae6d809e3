#pragma once

// Handovers and the figures of a ticket's way, as pure functions.

#include <vector>

#include "tickets/handover_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// Without the spaces around each part; an empty part is none.
HandoverText tidied(const HandoverText& text);

// Percent of the five parts that are there.
int completeness_of(const HandoverText& text);

// Every part that is missing, where the tier demands all of them.
Outcome check_handover(const HandoverText& text, bool is_needed);

// A step of a ticket's way, as its events tell it.
struct Step {
    Time at{};
    int tier = 1;     // After the step,
    QueueId queue{};  // the same.
    bool is_open = true;
    bool waits_for_customer = false;
};

// Of all steps, the oldest first; there is at least one. A ticket that is open counts until `now`.
TicketFigures figures_of(const std::vector<Step>& steps, Time now);

}  // namespace ogniwo::tickets
