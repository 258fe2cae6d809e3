#pragma once

// What a promise may depend on: the terms under which somebody waits. Tickets have them, and know
// them by the same words; this slice knows no ticket.

#include <optional>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "people/types.hpp"

namespace ogniwo::sla {

using CategoryId = Id<struct CategoryTag>;

// ITIL's words for a call; a task and maintenance are work that nobody called for.
enum class TicketType { incident, request, question, task, maintenance };
constexpr auto names(TicketType) {
    return enum_names("incident", "request", "question", "task", "maintenance");
}

enum class Priority { low, normal, high, critical };
constexpr auto names(Priority) {
    return enum_names("low", "normal", "high", "critical");
}

struct Terms {
    Priority priority = Priority::normal;
    TicketType type = TicketType::incident;
    std::vector<CategoryId> categories{};  // Its own and those above it, the nearest first.
    CustomerId customer{};                 // As which a merged one goes on.

    friend bool operator==(const Terms&, const Terms&) = default;
};

}  // namespace ogniwo::sla
