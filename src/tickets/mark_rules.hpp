#pragma once

// What may be stuck to a ticket, as pure functions: words, links without circles, due dates that
// are told of once, sleeps that end.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tickets/mark_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// Without "#" in front and spaces around it, and one space between words. 1 to 40 letters.
Result<std::string> tidy_tag(std::string_view name, std::string_view pointer);

// The same link as the other ticket sees it.
TicketLinkKind mirrored(TicketLinkKind kind);
// Links that lead somewhere: following them must not come back. `relates` leads nowhere.
bool is_directed(TicketLinkKind kind);
// The direction that is followed for it: depends_on for both ends of a dependency.
TicketLinkKind direction_of(TicketLinkKind kind);

struct Link {
    TicketId other{};
    TicketLinkKind kind = TicketLinkKind::relates;
    Time since{};
};
// Order: itself, linked in some way already, too many, a second parent.
Outcome may_link(TicketId ticket, const std::vector<Link>& its, const LinkTicket& wish);

// Whoever can be reached from some tickets in one step.
using NextTickets = std::function<std::vector<TicketId>(const std::vector<TicketId>&)>;
// From `from` on, step by step: refused when `to` is reached, or when there are more than
// chain_most tickets to look at.
Outcome may_lead_on(TicketId from, TicketId to, const NextTickets& next);

struct Due {
    std::optional<Time> at{};
    std::optional<Date> on{};

    friend bool operator==(const Due&, const Due&) = default;
};
// Order: a day and a moment, or neither; in the past, years ahead; as it is.
Result<Due> plan_due(const SetDue& wish, const Due& before, std::string_view zone, Time now);

// What is told of a due date after a moment: at eight in the morning of its day, where it is not
// over by then, and when it is over.
struct DueTelling {
    DueStep step = DueStep::soon;
    Time at{};

    friend bool operator==(const DueTelling&, const DueTelling&) = default;
};
std::optional<DueTelling> next_telling(Time due_at, std::string_view zone, Time after);

// Only what is open sleeps. Order: closed, resolved, in the past, for more than a year.
Outcome may_snooze(TicketStatus status, Time until, Time now);

}  // namespace ogniwo::tickets
