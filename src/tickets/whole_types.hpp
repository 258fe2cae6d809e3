#pragma once

// A ticket told from beginning to end: how it began, and step by step what became of it, each step
// at its own moment and by whoever took it. The steps are the same wishes that the verbs take.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "people/types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// Whose ticket it is stands above: the field `ticket` in each of them is left alone.
using StepWish = std::variant<ReplyToTicket,
                              NoteOnTicket,
                              AssignTicket,
                              TakeTicket,
                              SetTicketStatus,
                              EscalateTicket,
                              HandBackTicket,
                              ResolveTicket,
                              ReopenTicket>;

struct TicketStep {
    Time at{};
    std::optional<PersonId> by{};  // Nobody: the product itself.
    people::Side side = people::Side::staff;
    StepWish wish{};
};

struct WholeTicket {
    CustomerId customer{};
    PersonId requester{};  // Who also wrote it.
    std::string subject{};
    std::string text{};
    TicketType type = TicketType::incident;
    std::optional<CategoryId> category{};
    Impact impact = Impact::medium;
    Urgency urgency = Urgency::medium;
    int tier = 1;
    QueueId queue{};
    Time at{};
    std::vector<TicketStep> steps{};
};

}  // namespace ogniwo::tickets
