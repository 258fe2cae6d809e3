#pragma once

// The steps of a ticket, to be ticked off: who did what when. They come from a template or are
// written down by whoever works on the ticket; customers' people do not see them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "tickets/handover_types.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::tickets {

using StepId = Id<struct StepTag>;

inline constexpr std::size_t steps_most = 50;  // Of a ticket, and of a template.
inline constexpr std::size_t step_most = 300;

struct ChecklistStep {
    StepId id{};
    std::optional<std::string> text{};  // Nothing: its author was erased.
    std::optional<PersonId> added_by{};
    std::optional<PersonId> ticked_by{};
    std::optional<std::string> ticked_by_name{};
    std::optional<Time> ticked_at{};
};
void describe(Fields& fields, ChecklistStep& step);

struct TicketChecklist {
    std::vector<ChecklistStep> items{};  // In their order.
    int ticked = 0;
};
void describe(Fields& fields, TicketChecklist& checklist);

struct OfChecklist {
    TicketId ticket{};
};
void describe(Fields& fields, OfChecklist& wish);

struct AddSteps {
    TicketId ticket{};
    std::vector<std::string> texts{};
};
void describe(Fields& fields, AddSteps& wish);

struct TickStep {
    TicketId ticket{};
    StepId step{};
    bool ticked = true;
};
void describe(Fields& fields, TickStep& wish);

struct RemoveStep {
    TicketId ticket{};
    StepId step{};
};
void describe(Fields& fields, RemoveStep& wish);

// Events.

struct TicketStepsAdded {  // steps, one a line; hidden from customers
    static constexpr std::string_view name = "tickets.steps_added";
    static constexpr int schema = 1;

    std::vector<StepId> steps{};
};
void describe(Fields& fields, TicketStepsAdded& event);

struct TicketStepTicked {
    static constexpr std::string_view name = "tickets.step_ticked";
    static constexpr int schema = 1;

    StepId step{};
    bool ticked = true;
};
void describe(Fields& fields, TicketStepTicked& event);

struct TicketStepRemoved {
    static constexpr std::string_view name = "tickets.step_removed";
    static constexpr int schema = 1;

    StepId step{};
};
void describe(Fields& fields, TicketStepRemoved& event);

inline constexpr Reason steps_too_many{Refusal::conflict, "tickets.steps_too_many"};

}  // namespace ogniwo::tickets
