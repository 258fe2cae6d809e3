#include "tickets/events.hpp"

#include "tickets/rules.hpp"

namespace ogniwo::tickets {
namespace {

// Tries the alternatives one by one; the event's name says which it is.
template <std::size_t Index = 0>
std::optional<TicketEvent> read_alternative(const Event& event) {
    if constexpr (Index < std::variant_size_v<TicketEvent>) {
        using Alternative = std::variant_alternative_t<Index, TicketEvent>;
        if (event.name != Alternative::name) return read_alternative<Index + 1>(event);
        if (event.schema != Alternative::schema) return std::nullopt;
        auto read = from_json<Alternative>(event.payload);
        if (!read) return std::nullopt;
        return TicketEvent(std::move(*read));
    } else {
        return std::nullopt;
    }
}

// What each event does to the ticket.
class Apply {
public:
    Apply(Ticket& ticket, Time at) : ticket_(ticket), at_(at) {}

    void operator()(const TicketCreated& event) {
        ticket_.requester = event.requester;
        ticket_.impact = event.impact;
        ticket_.urgency = event.urgency;
        ticket_.tier = event.tier;
        ticket_.queue = event.queue;
        be(event.kind);
    }
    void operator()(const TicketReplied& event) {
        stand(ticket_, {.status = event.status, .waiting_for = event.waiting_for}, at_);
    }
    void operator()(const TicketNoted&) {}
    void operator()(const TicketAssigned& event) {
        ticket_.assignee = event.assignee;
        stand(ticket_, {.status = event.status, .waiting_for = ticket_.waiting_for}, at_);
    }
    void operator()(const TicketRouted& event) {
        ticket_.assignee = event.assignee;
        stand(ticket_, {event.status, ticket_.waiting_for}, at_);
    }
    void operator()(const TicketStatusChanged& event) {
        stand(ticket_, {.status = event.status, .waiting_for = event.waiting_for}, at_);
    }
    void operator()(const TicketEscalated& event) {
        move(event.tier, event.queue, std::nullopt);
        stand(ticket_, {.status = event.status}, at_);
    }
    void operator()(const TicketHandedBack& event) {
        move(event.tier, event.queue, event.assignee);
        stand(ticket_, {.status = event.status}, at_);
    }
    void operator()(const TicketResolved&) {
        stand(ticket_, {.status = TicketStatus::resolved}, at_);
    }
    void operator()(const TicketReopened& event) { stand(ticket_, {.status = event.status}, at_); }
    void operator()(const TicketEdited& event) {
        ticket_.impact = event.impact;
        ticket_.urgency = event.urgency;
        be(event.kind);
    }
    void operator()(const TicketFollowed&) {}
    void operator()(const TicketUnfollowed&) {}
    void operator()(const TicketHandoverScored&) {}
    void operator()(const TicketLeadInformed&) {}
    void operator()(const TicketTimeBooked&) {}
    void operator()(const TicketTimeReversed&) {}
    void operator()(const TicketHistoryImported& event) {
        move(event.tier, event.queue, event.assignee);
        ticket_.impact = event.impact;
        ticket_.product = event.product;
        be({});
        stand(ticket_, {.status = event.status, .waiting_for = event.waiting_for}, at_);
    }
    void operator()(const TicketBroughtIn& event) {
        ticket_.requester = event.requester;
        move(event.tier, event.queue, event.assignee);
        ticket_.impact = event.impact;
        ticket_.urgency = event.urgency;
        be(event.kind);
        stand(ticket_, {.status = event.status, .waiting_for = event.waiting_for}, at_);
        // As it was noted where it comes from, however it stands there now.
        ticket_.resolved_at = event.resolved_at;
        ticket_.closed_at = event.closed_at;
    }

private:
    void be(const Kind& kind) {
        ticket_.priority = kind.priority.value_or(
            priority_of(usual_priorities(), ticket_.impact, ticket_.urgency));
        if (!kind.type) return;
        ticket_.type = *kind.type;
        ticket_.category = kind.category;
    }
    void move(int tier, QueueId queue, const std::optional<PersonId>& assignee) {
        ticket_.tier = tier;
        ticket_.queue = queue;
        ticket_.assignee = assignee;
    }

    Ticket& ticket_;
    Time at_;
};

class Describe {
public:
    explicit Describe(HistoryEntry& entry) : entry_(entry) {}

    void operator()(const TicketCreated& event) {
        entry_.status = TicketStatus::fresh;
        entry_.impact = event.impact;
        entry_.urgency = event.urgency;
        entry_.tier = event.tier;
        entry_.queue = event.queue;
        entry_.message = event.message;
        be(event.kind);
    }
    void operator()(const TicketReplied& event) {
        entry_.status = event.status;
        entry_.waiting_for = event.waiting_for;
        entry_.message = event.message;
    }
    void operator()(const TicketNoted& event) { entry_.message = event.message; }
    void operator()(const TicketAssigned& event) {
        entry_.assignee = event.assignee;
        entry_.status = event.status;
    }
    void operator()(const TicketRouted& event) {
        entry_.assignee = event.assignee;
        entry_.status = event.status;
        entry_.routing = event.why;
    }
    void operator()(const TicketStatusChanged& event) {
        entry_.status = event.status;
        entry_.waiting_for = event.waiting_for;
    }
    void operator()(const TicketEscalated& event) { move(event); }
    void operator()(const TicketHandedBack& event) {
        move(event);
        entry_.assignee = event.assignee;
        entry_.gap = event.gap;
    }
    void operator()(const TicketResolved& event) {
        entry_.status = TicketStatus::resolved;
        entry_.message = event.message;
    }
    void operator()(const TicketReopened& event) { entry_.status = event.status; }
    void operator()(const TicketEdited& event) {
        entry_.impact = event.impact;
        entry_.urgency = event.urgency;
        be(event.kind);
    }
    void operator()(const TicketFollowed& event) { entry_.person = event.person; }
    void operator()(const TicketUnfollowed& event) { entry_.person = event.person; }
    void operator()(const TicketHandoverScored& event) { entry_.score = event.score; }
    void operator()(const TicketLeadInformed&) {}
    void operator()(const TicketTimeBooked& event) {
        entry_.person = event.person;
        entry_.minutes = event.minutes;
    }
    void operator()(const TicketTimeReversed& event) {
        entry_.person = event.person;
        entry_.minutes = event.minutes;
    }
    void operator()(const TicketHistoryImported& event) {
        entry_.row = event.row;
        entry_.status = event.status;
        entry_.waiting_for = event.waiting_for;
        entry_.tier = event.tier;
        entry_.queue = event.queue;
        entry_.assignee = event.assignee;
        entry_.impact = event.impact;
        entry_.product = event.product;
    }
    void operator()(const TicketBroughtIn& event) {
        entry_.status = event.status;
        entry_.waiting_for = event.waiting_for;
        entry_.tier = event.tier;
        entry_.queue = event.queue;
        entry_.assignee = event.assignee;
        entry_.impact = event.impact;
        entry_.urgency = event.urgency;
        entry_.message = event.message;
        be(event.kind);
    }

private:
    void be(const Kind& kind) {
        entry_.type = kind.type;
        entry_.category = kind.category;
        entry_.priority = kind.priority;
    }
    template <class Move>
    void move(const Move& event) {
        entry_.from_tier = event.from_tier;
        entry_.tier = event.tier;
        entry_.from_queue = event.from_queue;
        entry_.queue = event.queue;
        entry_.reason = event.reason;
        entry_.status = event.status;
    }

    HistoryEntry& entry_;
};

bool begins_a_ticket(const TicketEvent& event) {
    return std::holds_alternative<TicketCreated>(event) ||
           std::holds_alternative<TicketHistoryImported>(event) ||
           std::holds_alternative<TicketBroughtIn>(event);
}

// Who follows a ticket, what people thought of a handover and the minutes that were booked change
// nothing about it.
bool moves_in_lists(const TicketEvent& event) {
    return !std::holds_alternative<TicketFollowed>(event) &&
           !std::holds_alternative<TicketUnfollowed>(event) &&
           !std::holds_alternative<TicketHandoverScored>(event) &&
           !std::holds_alternative<TicketTimeBooked>(event) &&
           !std::holds_alternative<TicketTimeReversed>(event);
}

}  // namespace

std::optional<TicketEvent> read_event(const Event& event) {
    return read_alternative(event);
}

void apply_event(Ticket& ticket, const TicketEvent& event, Time at) {
    std::visit(Apply(ticket, at), event);
}

bool replay_next(std::optional<Ticket>& ticket, const Event& event) {
    const auto what = read_event(event);
    if (!what) return false;
    if (!ticket) {
        if (!begins_a_ticket(*what) || !event.customer) return false;
        ticket = Ticket{.id = {event.subject_id},
                        .number = event.subject_id,
                        .customer = *event.customer,
                        .created_at = event.happened_at,
                        .origin = event.origin};
    }
    ticket->version = event.subject_version;
    if (moves_in_lists(*what)) ticket->updated_at = event.happened_at;
    apply_event(*ticket, *what, event.happened_at);
    return true;
}

std::optional<Ticket> replay(const std::vector<Event>& events) {
    std::optional<Ticket> ticket;
    for (const Event& event : events) {
        if (!event.name.starts_with("tickets.")) continue;
        if (event.subject_version != (ticket ? ticket->version + 1 : 1)) return {};
        if (!replay_next(ticket, event)) return {};
    }
    return ticket;
}

HistoryEntry history_entry(const Event& event, const TicketEvent& what) {
    HistoryEntry entry{.event = event.id(),
                       .version = event.subject_version,
                       .at = event.happened_at,
                       .recorded_at = event.recorded_at,
                       .origin = event.origin,
                       .name = event.name,
                       .by = event.actor};
    std::visit(Describe(entry), what);
    return entry;
}

}  // namespace ogniwo::tickets
