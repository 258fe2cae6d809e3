#include "tickets/events.hpp"

#include "tickets/rules.hpp"
#include "tickets/worker_rules.hpp"

namespace ogniwo::tickets {
namespace {

template <class Event>
concept AboutAppointment = std::same_as<decltype(Event::step), AppointmentStep>;

template <class Event>
concept AboutGuest = std::same_as<decltype(Event::guest), GuestId>;

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
        ticket_.site = event.site;
        ticket_.state = event.state;
        be(event.kind);
    }
    void operator()(const TicketReplied& event) {
        be_in(event.status, event.state, event.waiting_for);
    }
    void operator()(const TicketNoted&) {}
    void operator()(const TicketAssigned& event) {
        ticket_.assignee = event.assignee;
        be_in(event.status, event.state, ticket_.waiting_for);
    }
    void operator()(const TicketRouted& event) {
        ticket_.assignee = event.assignee;
        be_in(event.status, event.state, ticket_.waiting_for);
    }
    void operator()(const TicketStatusChanged& event) {
        be_in(event.status, event.state, event.waiting_for);
    }
    void operator()(const TicketEscalated& event) {
        move(event.tier, event.queue, std::nullopt);
        be_in(event.status, event.state);
        if (!event.voice) return;
        ticket_.voice = event.voice;
        ticket_.voice_tier = event.voice_tier;
    }
    void operator()(const TicketMoved& event) { move(ticket_.tier, event.queue, std::nullopt); }
    void operator()(const TicketHandedBack& event) {
        if (ends_voice(ticket_, event.tier)) end_voice(ticket_);
        move(event.tier, event.queue, event.assignee);
        be_in(event.status, event.state);
    }
    void operator()(const TicketResolved& event) { be_in(TicketStatus::resolved, event.state); }
    void operator()(const TicketReopened& event) { be_in(event.status, event.state); }
    void operator()(const TicketStateChanged& event) { ticket_.state = event.state; }
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
    void operator()(const TicketRated&) {}
    void operator()(const TicketStepsAdded&) {}
    void operator()(const TicketMacroApplied&) {}
    void operator()(const TicketStepTicked&) {}
    void operator()(const TicketStepRemoved&) {}
    void operator()(const TicketApprovalAsked& event) {
        be_in(TicketStatus::waiting, event.state, WaitingFor::customer);
    }
    void operator()(const TicketApprovalDecided& event) {
        be_in(event.is_approved ? TicketStatus::open : TicketStatus::closed, event.state);
    }
    void operator()(const TicketTagged& event) { be_tagged(event.tags); }
    void operator()(const TicketUntagged& event) { be_tagged(event.tags); }
    void operator()(const TicketLinked&) {}
    void operator()(const TicketUnlinked&) {}
    void operator()(const TicketDueSet& event) {
        ticket_.due_at = event.due_at;
        ticket_.due_on = event.due_on;
    }
    void operator()(const TicketDueTold&) {}
    void operator()(const TicketSnoozed& event) { ticket_.snoozed_until = event.until; }
    void operator()(const TicketWoken&) { ticket_.snoozed_until.reset(); }
    void operator()(const TicketSpamMarked& event) {
        ticket_.spam_at = at_;
        ticket_.spam_by = event.by;
    }
    void operator()(const TicketSpamUnmarked&) {
        ticket_.spam_at.reset();
        ticket_.spam_by.reset();
    }
    void operator()(const TicketMerged& event) { ticket_.merged_into = event.into; }
    void operator()(const TicketAbsorbed&) {}
    void operator()(const TicketUnmerged&) { ticket_.merged_into.reset(); }
    void operator()(const TicketReleased&) {}
    void operator()(const TicketReachedByReply& event) {
        be_in(event.status, event.state, event.waiting_for);
    }
    void operator()(const TicketSplit&) {}
    void operator()(const TicketSplitOff& event) { ticket_.split_from = event.from; }
    void operator()(const TicketUnsplit& event) {
        ticket_.split_from.reset();
        if (event.merged) ticket_.merged_into = event.from;
    }
    void operator()(const TicketSplitUndone&) {}
    void operator()(const TicketRequesterChanged& event) { ticket_.requester = event.requester; }
    void operator()(const TicketCustomerChanged& event) {
        ticket_.customer = event.customer;
        ticket_.requester = event.requester;
        ticket_.site = event.site;
    }
    void operator()(const TicketSiteChanged& event) { ticket_.site = event.site; }
    void operator()(const TicketFieldsChanged&) {}
    void operator()(const TicketWorkerAdded&) {}
    void operator()(const TicketWorkerRemoved&) {}
    void operator()(const TicketVoiceChanged& event) {
        ticket_.voice = event.voice;
        ticket_.voice_tier = event.voice_tier;
    }
    void operator()(const TicketTimedRuleFired&) {}
    void operator()(const TicketClockReached&) {}
    void operator()(const TicketWorkaroundSet&) {}
    void operator()(const TicketWaitingReminded&) {}
    // What is planned around a ticket changes nothing of the ticket itself.
    template <AboutAppointment Event>
    void operator()(const Event&) {}
    // And so do people from outside.
    template <AboutGuest Event>
    void operator()(const Event&) {}
    void operator()(const TicketHistoryImported& event) {
        move(event.tier, event.queue, event.assignee);
        ticket_.impact = event.impact;
        ticket_.product = event.product;
        be({});
        be_in(event.status, event.state, event.waiting_for);
    }
    void operator()(const TicketBroughtIn& event) {
        ticket_.requester = event.requester;
        move(event.tier, event.queue, event.assignee);
        ticket_.impact = event.impact;
        ticket_.urgency = event.urgency;
        be(event.kind);
        be_in(event.status, event.state, event.waiting_for);
        // As it was noted where it comes from, however it stands there now.
        ticket_.resolved_at = event.resolved_at;
        ticket_.closed_at = event.closed_at;
    }

private:
    void be_in(TicketStatus status,
               const std::optional<StateId>& state,
               const std::optional<WaitingFor>& waiting_for = std::nullopt) {
        stand(ticket_, {.status = status, .waiting_for = waiting_for, .state = state}, at_);
    }
    void be(const Kind& kind) {
        ticket_.priority = kind.priority.value_or(
            priority_of(usual_priorities(), ticket_.impact, ticket_.urgency));
        if (!kind.type) return;
        ticket_.type = *kind.type;
        ticket_.category = kind.category;
    }
    void be_tagged(const std::vector<TagId>& tags) {
        ticket_.tags.clear();
        for (const TagId tag : tags) ticket_.tags.push_back({.tag = tag});
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
        entry_.state = event.state;
        entry_.impact = event.impact;
        entry_.urgency = event.urgency;
        entry_.tier = event.tier;
        entry_.queue = event.queue;
        entry_.message = event.message;
        entry_.site = event.site;
        be(event.kind);
        if (event.fields) change(*event.fields);
    }
    void operator()(const TicketReplied& event) {
        entry_.status = event.status;
        entry_.state = event.state;
        entry_.waiting_for = event.waiting_for;
        entry_.message = event.message;
    }
    void operator()(const TicketNoted& event) {
        entry_.message = event.message;
        for (const PersonId person : event.mentions.value_or(std::vector<PersonId>{})) {
            entry_.mentions.push_back({.person = person});
        }
    }
    void operator()(const TicketAssigned& event) {
        entry_.assignee = event.assignee;
        entry_.status = event.status;
        entry_.state = event.state;
    }
    void operator()(const TicketRouted& event) {
        entry_.assignee = event.assignee;
        entry_.status = event.status;
        entry_.state = event.state;
        entry_.routing = event.why;
    }
    void operator()(const TicketStatusChanged& event) {
        entry_.status = event.status;
        entry_.state = event.state;
        entry_.waiting_for = event.waiting_for;
    }
    void operator()(const TicketEscalated& event) {
        move(event);
        entry_.person = event.voice;
    }
    void operator()(const TicketMoved& event) {
        entry_.tier = event.tier;
        entry_.from_queue = event.from_queue;
        entry_.queue = event.queue;
        entry_.reason = event.reason;
    }
    void operator()(const TicketHandedBack& event) {
        move(event);
        entry_.assignee = event.assignee;
        entry_.person = event.passed_over;
        entry_.gap = event.gap;
    }
    void operator()(const TicketResolved& event) {
        entry_.status = TicketStatus::resolved;
        entry_.state = event.state;
        entry_.message = event.message;
    }
    void operator()(const TicketReopened& event) {
        entry_.status = event.status;
        entry_.state = event.state;
    }
    void operator()(const TicketStateChanged& event) { entry_.state = event.state; }
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
    void operator()(const TicketStepsAdded&) {}
    void operator()(const TicketMacroApplied&) {}
    void operator()(const TicketStepTicked&) {}
    void operator()(const TicketStepRemoved&) {}
    void operator()(const TicketApprovalAsked& event) {
        entry_.status = TicketStatus::waiting;
        entry_.state = event.state;
        entry_.waiting_for = WaitingFor::customer;
    }
    void operator()(const TicketApprovalDecided& event) {
        entry_.status = event.is_approved ? TicketStatus::open : TicketStatus::closed;
        entry_.state = event.state;
    }
    void operator()(const TicketRated& event) {
        entry_.person = event.person;
        entry_.rating = event.score;
    }
    void operator()(const TicketTagged& event) { entry_.tag = TagLabel{.tag = event.tag}; }
    void operator()(const TicketUntagged& event) { entry_.tag = TagLabel{.tag = event.tag}; }
    void operator()(const TicketLinked& event) {
        entry_.other = event.other;
        entry_.link = event.kind;
    }
    void operator()(const TicketUnlinked& event) {
        entry_.other = event.other;
        entry_.link = event.kind;
    }
    void operator()(const TicketDueSet& event) {
        entry_.due_at = event.due_at;
        entry_.due_on = event.due_on;
    }
    void operator()(const TicketDueTold& event) { entry_.due_step = event.step; }
    void operator()(const TicketSnoozed& event) { entry_.until = event.until; }
    void operator()(const TicketWoken& event) { entry_.woken = event.why; }
    void operator()(const TicketSpamMarked&) {}
    void operator()(const TicketSpamUnmarked&) {}
    void operator()(const TicketMerged& event) { entry_.other = event.into; }
    void operator()(const TicketAbsorbed& event) { entry_.other = event.ticket; }
    void operator()(const TicketUnmerged& event) { entry_.other = event.from; }
    void operator()(const TicketReleased& event) { entry_.other = event.ticket; }
    void operator()(const TicketReachedByReply& event) {
        entry_.other = event.ticket;
        entry_.message = event.message;
        entry_.status = event.status;
        entry_.state = event.state;
        entry_.waiting_for = event.waiting_for;
    }
    void operator()(const TicketSplit& event) { entry_.other = event.ticket; }
    void operator()(const TicketSplitOff& event) { entry_.other = event.from; }
    void operator()(const TicketUnsplit& event) { entry_.other = event.from; }
    void operator()(const TicketSplitUndone& event) { entry_.other = event.ticket; }
    void operator()(const TicketRequesterChanged& event) { entry_.person = event.requester; }
    void operator()(const TicketCustomerChanged& event) {
        entry_.customer = event.customer;
        entry_.from_customer = event.from_customer;
        entry_.person = event.requester;
        entry_.site = event.site;
    }
    void operator()(const TicketSiteChanged& event) {
        entry_.site = event.site;
        entry_.from_site = event.from;
    }
    void operator()(const TicketFieldsChanged& event) { change(event.changes); }
    void operator()(const TicketWorkerAdded& event) { entry_.person = event.person; }
    void operator()(const TicketWorkerRemoved& event) { entry_.person = event.person; }
    void operator()(const TicketVoiceChanged& event) { entry_.person = event.voice; }
    void operator()(const TicketTimedRuleFired& event) { entry_.timed = event; }
    void operator()(const TicketClockReached& event) { entry_.clock = event; }
    void operator()(const TicketWaitingReminded& event) { entry_.person = event.person; }
    void operator()(const TicketWorkaroundSet& event) {
        entry_.has_workaround = event.has_workaround;
    }
    template <AboutAppointment Event>
    void operator()(const Event& event) {
        plan(event.step);
    }
    template <AboutGuest Event>
    void operator()(const Event& event) {
        entry_.guest = GuestPoint{.guest = event.guest};
        if constexpr (requires { event.message; }) entry_.message = event.message;
        if constexpr (requires { event.ends_at; }) entry_.guest->ends_at = event.ends_at;
        if constexpr (requires { event.why; }) entry_.guest->why = event.why;
        if constexpr (requires { event.shown; }) {
            entry_.guest->shown = static_cast<int>(event.shown.size());
        }
    }
    void operator()(const TicketHistoryImported& event) {
        entry_.row = event.row;
        entry_.status = event.status;
        entry_.state = event.state;
        entry_.waiting_for = event.waiting_for;
        entry_.tier = event.tier;
        entry_.queue = event.queue;
        entry_.assignee = event.assignee;
        entry_.impact = event.impact;
        entry_.product = event.product;
    }
    void operator()(const TicketBroughtIn& event) {
        entry_.status = event.status;
        entry_.state = event.state;
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
    void change(const std::vector<FieldChange>& changes) {
        entry_.fields.emplace();
        for (const FieldChange& one : changes) {
            entry_.fields->push_back({.field = one.field, .change = one});
        }
    }
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
        entry_.state = event.state;
    }

    void plan(const AppointmentStep& step) {
        entry_.appointment = AppointmentPoint{.appointment = step.appointment,
                                              .kind = step.kind,
                                              .state = step.state,
                                              .starts_at = step.starts_at,
                                              .by_link = step.by_link};
    }

    HistoryEntry& entry_;
};

bool begins_a_ticket(const TicketEvent& event) {
    return std::holds_alternative<TicketCreated>(event) ||
           std::holds_alternative<TicketHistoryImported>(event) ||
           std::holds_alternative<TicketBroughtIn>(event);
}

bool is_mark(const TicketEvent& event) {
    return std::holds_alternative<TicketTagged>(event) ||
           std::holds_alternative<TicketUntagged>(event) ||
           std::holds_alternative<TicketLinked>(event) ||
           std::holds_alternative<TicketUnlinked>(event) ||
           std::holds_alternative<TicketDueSet>(event) ||
           std::holds_alternative<TicketDueTold>(event) ||
           std::holds_alternative<TicketSnoozed>(event) ||
           std::holds_alternative<TicketSpamMarked>(event) ||
           std::holds_alternative<TicketSpamUnmarked>(event);
}

// Of what is done about a guest only words are news.
bool is_about_guest(const TicketEvent& event) {
    return std::holds_alternative<TicketGuestOpened>(event) ||
           std::holds_alternative<TicketGuestShown>(event) ||
           std::holds_alternative<TicketGuestProlonged>(event) ||
           std::holds_alternative<TicketGuestLinked>(event) ||
           std::holds_alternative<TicketGuestEnded>(event) ||
           std::holds_alternative<TicketGuestErased>(event);
}

// Who follows a ticket or works on it, too, what people thought of a handover or of the help, the
// minutes that were booked, reminders and links of appointments, the steps of its list, what is
// stuck to it, which macro was used and that it was spoken of
// change nothing about it; a merge leaves everything as it was. Only waking up is like coming anew.
bool moves_in_lists(const TicketEvent& event) {
    return !is_mark(event) && !is_about_guest(event) &&
           !std::holds_alternative<TicketFollowed>(event) &&
           !std::holds_alternative<TicketUnfollowed>(event) &&
           !std::holds_alternative<TicketHandoverScored>(event) &&
           !std::holds_alternative<TicketTimeBooked>(event) &&
           !std::holds_alternative<TicketTimeReversed>(event) &&
           !std::holds_alternative<TicketRated>(event) &&
           !std::holds_alternative<TicketMacroApplied>(event) &&
           !std::holds_alternative<TicketStepsAdded>(event) &&
           !std::holds_alternative<TicketStepTicked>(event) &&
           !std::holds_alternative<TicketStepRemoved>(event) &&
           !std::holds_alternative<TicketMerged>(event) &&
           !std::holds_alternative<TicketUnmerged>(event) &&
           !std::holds_alternative<TicketUnsplit>(event) &&
           !std::holds_alternative<TicketWorkerAdded>(event) &&
           !std::holds_alternative<TicketWorkerRemoved>(event) &&
           !std::holds_alternative<TicketAppointmentReminded>(event) &&
           !std::holds_alternative<TicketAppointmentLinked>(event);
}

}  // namespace

std::optional<TicketEvent> read_event(const Event& event) {
    return read_alternative(event);
}

const AppointmentStep* appointment_step(const TicketEvent& event) {
    return std::visit(
        [](const auto& one) -> const AppointmentStep* {
            if constexpr (AboutAppointment<std::remove_cvref_t<decltype(one)>>) {
                return &one.step;
            } else {
                return nullptr;
            }
        },
        event);
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
