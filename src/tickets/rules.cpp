#include "tickets/rules.hpp"

#include "tickets/move_types.hpp"
#include "tickets/worker_rules.hpp"

namespace ogniwo::tickets {
namespace {

constexpr PriorityMatrix usual{{
    {Priority::low, Priority::low, Priority::normal},
    {Priority::low, Priority::normal, Priority::high},
    {Priority::normal, Priority::high, Priority::critical},
    {Priority::high, Priority::critical, Priority::critical},
}};

const Standing opened{.status = TicketStatus::open};

bool may_move(TicketStatus from, TicketStatus to) {
    switch (from) {
        case TicketStatus::fresh:
            return to == TicketStatus::open || to == TicketStatus::waiting;
        case TicketStatus::open:
            return to == TicketStatus::waiting;
        case TicketStatus::waiting:
            return to == TicketStatus::open || to == TicketStatus::waiting;
        case TicketStatus::resolved:
            return to == TicketStatus::closed;
        case TicketStatus::closed:
            return false;
    }
    return false;
}

bool differs_in_state_only(const Standing& now, const Standing& wish) {
    Standing there = now;
    there.state = wish.state;
    return now.state != wish.state && there == wish;
}

Outcome may_move_between_tiers(TicketStatus now) {
    if (now == TicketStatus::closed) return ticket_closed;
    if (now == TicketStatus::resolved) return resolved_already;
    return Nothing{};
}

}  // namespace

const PriorityMatrix& usual_priorities() {
    return usual;
}

Priority priority_of(const PriorityMatrix& matrix, Impact impact, Urgency urgency) {
    return matrix[static_cast<std::size_t>(impact)][static_cast<std::size_t>(urgency)];
}

bool is_open(TicketStatus status) {
    return status != TicketStatus::resolved && status != TicketStatus::closed;
}

bool groups_allow(TicketStatus from, TicketStatus to) {
    if (from == to) return from != TicketStatus::closed;
    const bool resolves = is_open(from) && to == TicketStatus::resolved;
    const bool reopens = !is_open(from) && to == TicketStatus::open;
    return resolves || reopens || may_move(from, to);
}

bool stands_open(const Ticket& ticket) {
    return is_open(ticket.status) && !ticket.merged_into && !ticket.spam_at;
}

Result<Standing> plan_status(const Standing& now, const Standing& wish) {
    if (now.status == TicketStatus::closed) return ticket_closed;
    const bool waits = wish.status == TicketStatus::waiting;
    const bool says_anew = !differs_in_state_only(now, wish);
    if (waits && says_anew && !wish.waiting_for) return waiting_for_missing;
    if (waits && says_anew && wish.waiting_note.value_or("").empty()) return waiting_note_missing;
    if (!waits && (wish.waiting_for || wish.waiting_note)) return waiting_for_superfluous;
    if (now == wish) return status_unchanged;
    const bool within = now.status == wish.status && now.state != wish.state;
    if (!within && !may_move(now.status, wish.status)) return status_not_allowed;
    return wish;
}

Result<Standing> plan_reply(const Standing& now, By by) {
    TRY_DO(may_change(now.status));
    const bool waited_for_customer = now.waiting_for == WaitingFor::customer;
    if (by == By::customer && (waited_for_customer || now.status == TicketStatus::resolved)) {
        return opened;
    }
    if (by == By::staff && now.status == TicketStatus::fresh) return opened;
    return now;
}

Result<Standing> plan_taking(const Standing& now) {
    TRY_DO(may_change(now.status));
    return now.status == TicketStatus::fresh ? opened : now;
}

Result<Standing> plan_escalation(const Standing& now, int from_tier, int to_tier) {
    TRY_DO(may_move_between_tiers(now.status));
    if (to_tier <= from_tier) return tier_not_higher;
    return opened;
}

Result<Standing> plan_hand_back(const Standing& now, int from_tier, int to_tier) {
    TRY_DO(may_move_between_tiers(now.status));
    if (to_tier >= from_tier) return tier_not_lower;
    return opened;
}

Outcome may_move_queue(const Standing& now, QueueId from, QueueId to) {
    TRY_DO(may_move_between_tiers(now.status));
    if (from == to) return queue_unchanged;
    return Nothing{};
}

Result<Standing> plan_resolution(const Standing& now) {
    TRY_DO(may_move_between_tiers(now.status));
    return Standing{.status = TicketStatus::resolved};
}

Result<Standing> plan_reopening(const Standing& now, By by) {
    if (now.status == TicketStatus::closed && by == By::customer) return ticket_closed;
    if (is_open(now.status)) return not_resolved;
    return opened;
}

Result<Standing> plan_closing(const Standing& now, By by) {
    if (now.status == TicketStatus::closed) return ticket_closed;
    if (by == By::staff && now.status != TicketStatus::resolved) return not_resolved;
    return Standing{.status = TicketStatus::closed};
}

void stand(Ticket& ticket, const Standing& standing, Time at) {
    ticket.status = standing.status;
    ticket.state = standing.state;
    ticket.waiting_for = standing.waiting_for;
    if (standing.status != TicketStatus::waiting) {
        ticket.waiting_note.reset();
        ticket.waiting_noted_by.reset();
    } else if (standing.waiting_note) {
        ticket.waiting_note = standing.waiting_note;
    }
    if (!is_open(standing.status)) end_voice(ticket);
    if (is_open(standing.status)) {
        ticket.resolved_at.reset();
        ticket.closed_at.reset();
    } else if (standing.status == TicketStatus::resolved) {
        if (!ticket.resolved_at) ticket.resolved_at = at;
        ticket.closed_at.reset();
    } else if (!ticket.closed_at) {
        ticket.closed_at = at;
    }
}

Outcome may_change(TicketStatus now) {
    if (now == TicketStatus::closed) return ticket_closed;
    return Nothing{};
}

}  // namespace ogniwo::tickets
