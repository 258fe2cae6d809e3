#include "tickets/old_ticket_service.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "tickets/category_store.hpp"
#include "tickets/events.hpp"
#include "tickets/meant.hpp"
#include "tickets/rules.hpp"
#include "tickets/state_store.hpp"
#include "tickets/states.hpp"
#include "tickets/store.hpp"
#include "tickets/timed.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

// One step as it will stand in the journal.
struct Step {
    TicketEvent event{};
    std::vector<EventText> texts{};
    std::optional<OldMessage> message{};
    // Nobody: whoever imports, but what was said was not said by them.
    std::optional<PersonId> by{};
    Time at{};
};

Outcome may_bring_in(const View& view) {
    if (!view.actor.may_everywhere(import_history)) return forbidden;
    return Nothing{};
}

TicketBroughtIn event_of(const Ticket& ticket) {
    return {.requester = ticket.requester,
            .status = ticket.status,
            .waiting_for = ticket.waiting_for,
            .impact = ticket.impact,
            .urgency = ticket.urgency,
            .tier = ticket.tier,
            .queue = ticket.queue,
            .assignee = ticket.assignee,
            .resolved_at = ticket.resolved_at,
            .closed_at = ticket.closed_at,
            .kind = {.type = ticket.type, .category = ticket.category, .priority = ticket.priority},
            .state = ticket.state};
}

// Takes the steps one after the other and keeps the ticket as they leave it. A message that comes
// late keeps its own moment, but is a step of now: the ticket has gone on since.
class Steps {
public:
    explicit Steps(Ticket& ticket) : ticket_(ticket) {}

    void add(Step step) {
        step.at = std::max(step.at, ticket_.updated_at);
        apply_event(ticket_, step.event, step.at);
        ticket_.updated_at = step.at;
        ++ticket_.version;
        all_.push_back(std::move(step));
    }
    // What is said changes nothing else: how the ticket stands is told by its own steps.
    void say(const OldMessage& message) {
        Step step{.texts = {{"text", message.text}},
                  .message = message,
                  .by = message.author,
                  .at = message.at};
        if (message.kind == MessageKind::note) {
            step.event = TicketNoted{};
        } else {
            step.event = TicketReplied{.status = ticket_.status,
                                       .waiting_for = ticket_.waiting_for,
                                       .state = ticket_.state};
        }
        add(std::move(step));
    }
    // As the old desk says it stands, where that is another state than the one reached so far.
    bool stand(const Ticket& wanted, Time at) {
        if (to_json(event_of(wanted)) == to_json(event_of(ticket_))) return false;
        add({.event = event_of(wanted), .at = at});
        return true;
    }

    Time last() const { return ticket_.updated_at; }
    std::vector<Step>& all() { return all_; }

private:
    Ticket& ticket_;
    std::vector<Step> all_;
};

void set_message(TicketEvent& event, MessageId message) {
    std::visit(
        [message](auto& what) {
            if constexpr (requires { what.message = message; }) what.message = message;
        },
        event);
}

void write_step(Work& work, const Ticket& ticket, std::int64_t version, Step& step) {
    const Actor known{.kind = Actor::Kind::person, .person = step.by.value_or(PersonId{})};
    const Actor& unknown = step.message ? Actor::system() : work.actor;
    Work own = acting_as(work, step.by ? known : unknown);
    own.happened_at = step.at;
    if (step.message) {
        set_message(step.event,
                    store::insert_message(work.tx,
                                          {.ticket = ticket.id,
                                           .author = step.message->author,
                                           .kind = step.message->kind,
                                           .text = step.message->text,
                                           .at = step.message->at}));
    }
    const About about{
        .kind = "ticket", .id = ticket.id.value, .version = version, .customer = ticket.customer};
    std::visit([&](const auto& what) { own.record(what, about, std::move(step.texts)); },
               step.event);
}

void write_steps(Work& work, const Ticket& ticket, Steps& steps) {
    std::int64_t version = ticket.version - static_cast<std::int64_t>(steps.all().size());
    for (Step& step : steps.all()) write_step(work, ticket, ++version, step);
}

// The first step: it is there, and somebody has it or nobody.
Step beginning(Tx& tx, const Ticket& wanted, const OldTicket& old) {
    Ticket at_first = wanted;
    at_first.status = old.assignee ? TicketStatus::open : TicketStatus::fresh;
    at_first.waiting_for.reset();
    at_first.state = store::find_default_state(tx, at_first.status);
    at_first.resolved_at.reset();
    at_first.closed_at.reset();
    Step step{.event = event_of(at_first),
              .texts = {{"subject", old.subject}},
              .by = old.requester,
              .at = old.created_at};
    if (old.text.empty()) return step;
    step.texts.push_back({"text", old.text});
    step.message = OldMessage{.author = old.requester, .text = old.text, .at = old.created_at};
    return step;
}

// Moments that the old desk does not say are those known here, and else the last one.
void be_over(Ticket& ticket, const OldTicket& old, Time last) {
    const auto closed = old.closed_at ? old.closed_at : ticket.closed_at;
    const Time ended = closed.value_or(last);
    ticket.resolved_at =
        old.resolved_at.value_or(std::min(ticket.resolved_at.value_or(ended), ended));
    ticket.closed_at.reset();
    if (ticket.status == TicketStatus::closed) {
        ticket.closed_at = closed.value_or(*ticket.resolved_at);
    }
}

// Whoever is one with the person is the same: the ticket keeps whom it names.
void name(Tx& tx, std::optional<PersonId>& person, const std::optional<PersonId>& wanted) {
    if (!wanted || (person && is_one_person(tx, *person, *wanted))) return;
    person = wanted;
}

// The ticket as the old desk has it now.
Ticket standing(Tx& tx, Ticket ticket, const OldTicket& old, Time last) {
    name(tx, ticket.requester, old.requester);
    if (old.category) ticket.category = old.category;
    name(tx, ticket.assignee, old.assignee);
    ticket.type = old.type.value_or(ticket.type);
    if (old.impact || old.urgency) {
        ticket.impact = old.impact.value_or(ticket.impact);
        ticket.urgency = old.urgency.value_or(ticket.urgency);
        ticket.priority = priority_of(store::load_priorities(tx), ticket.impact, ticket.urgency);
    }
    if (!old.status) return ticket;
    if (ticket.status != *old.status) ticket.waiting_for.reset();
    ticket.state = state_by_itself(tx, ticket, *old.status);
    ticket.status = *old.status;
    if (ticket.status == TicketStatus::waiting && !ticket.waiting_for) {
        ticket.waiting_for = WaitingFor::other;
    }
    if (!is_open(ticket.status)) {
        be_over(ticket, old, last);
        return ticket;
    }
    ticket.resolved_at.reset();
    ticket.closed_at.reset();
    return ticket;
}

// What a new ticket is where the old desk does not say it.
OldTicket completed(OldTicket old) {
    old.status = old.status.value_or(TicketStatus::open);
    old.impact = old.impact.value_or(Impact::medium);
    old.urgency = old.urgency.value_or(Urgency::medium);
    return old;
}

std::vector<OldMessage> in_order(std::vector<OldMessage> messages) {
    std::ranges::stable_sort(messages, {}, &OldMessage::at);
    return messages;
}

}  // namespace

Result<TicketId> bring_in_ticket(Work& work,
                                 const OldTicket& old,
                                 const std::vector<OldMessage>& messages) {
    TRY_DO(may_bring_in(work));
    const OldTicket whole = completed(old);
    Ticket ticket{.customer = whole.customer,
                  .subject = whole.subject,
                  .state = store::find_default_state(work.tx, TicketStatus::fresh),
                  .tier = 1,
                  .queue = tiers::ensure_first_queue(work, 1),
                  .created_at = whole.created_at,
                  .origin = work.origin,
                  .old_number = whole.number};
    Steps steps(ticket);
    steps.add(beginning(work.tx, standing(work.tx, ticket, whole, whole.created_at), whole));
    for (const OldMessage& message : in_order(messages)) steps.say(message);
    const Ticket wanted = standing(work.tx, ticket, whole, steps.last());
    steps.stand(wanted, wanted.closed_at.value_or(wanted.resolved_at.value_or(steps.last())));

    ticket.id = store::insert_ticket(work.tx, ticket);
    write_steps(work, ticket, steps);
    count_time(work, ticket);
    return ticket.id;
}

Result<bool> bring_in_again(Work& work,
                            TicketId id,
                            const std::optional<OldTicket>& old,
                            const std::vector<OldMessage>& messages) {
    TRY_DO(may_bring_in(work));
    auto claimed = store::claim_ticket(work.tx, Actor::system().scope(see), id);
    if (!claimed) return missing;
    Ticket& ticket = *claimed;
    if (old && !is_one_customer(work.tx, old->customer, ticket.customer)) {
        return Error{.reason = old_customer_differs,
                     .fields = {{"/customer", old_customer_differs.name}}};
    }
    const std::int64_t version = --ticket.version;  // Every step raises it by one.
    Steps steps(ticket);
    for (const OldMessage& message : in_order(messages)) steps.say(message);
    if (old) steps.stand(standing(work.tx, ticket, *old, work.now), work.now);
    store::update_ticket(work.tx, ticket);
    if (ticket.version == version) return false;
    write_steps(work, ticket, steps);
    count_time(work, ticket);
    return true;
}

std::optional<CategoryId> category_called(Tx& tx, std::string_view name) {
    const std::string folded = fold(trim(name));
    std::vector<CategoryId> ids;
    for (const Category& category : store::list_categories(tx)) {
        if (!category.retired_at) ids.push_back(category.id);
    }
    std::vector<CategoryId> found;
    for (const auto& [id, names] : store::find_category_names(tx, ids)) {
        for (const std::string& whole : {fold(names.pl), fold(names.en)}) {
            const auto slash = whole.rfind(" / ");
            const bool fits =
                whole == folded ||
                (slash != std::string::npos && std::string_view(whole).substr(slash + 3) == folded);
            if (fits && (found.empty() || found.back() != id)) found.push_back(id);
        }
    }
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

}  // namespace ogniwo::tickets
