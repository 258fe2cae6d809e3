#include "tickets/old_ticket_service.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "tickets/category_store.hpp"
#include "tickets/events.hpp"
#include "tickets/rules.hpp"
#include "tickets/store.hpp"
#include "tickets/verbs.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

// One step as it will stand in the journal.
struct Step {
    TicketEvent event{};
    std::vector<EventText> texts{};
    std::optional<OldMessage> message{};
    std::optional<PersonId> by{};  // Nobody: whoever imports.
    Time at{};
};

Outcome may_bring_in(const View& view) {
    if (!view.actor.may_everywhere(import_history)) return forbidden;
    return Nothing{};
}

TicketBroughtIn event_of(const Ticket& ticket) {
    return {
        .requester = ticket.requester,
        .status = ticket.status,
        .waiting_for = ticket.waiting_for,
        .impact = ticket.impact,
        .urgency = ticket.urgency,
        .tier = ticket.tier,
        .queue = ticket.queue,
        .assignee = ticket.assignee,
        .resolved_at = ticket.resolved_at,
        .closed_at = ticket.closed_at,
        .kind = {.type = ticket.type, .category = ticket.category, .priority = ticket.priority}};
}

// Takes the steps one after the other and keeps the ticket as they leave it.
class Steps {
public:
    explicit Steps(Ticket& ticket) : ticket_(ticket) {}

    void add(Step step) {
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
            step.event =
                TicketReplied{.status = ticket_.status, .waiting_for = ticket_.waiting_for};
        }
        add(std::move(step));
    }
    // As the old desk says it stands, where that is another state than the one reached so far.
    bool stand(const Ticket& wanted, Time at) {
        if (to_json(event_of(wanted)) == to_json(event_of(ticket_))) return false;
        add({.event = event_of(wanted), .at = at});
        return true;
    }

    Time last() const { return all_.empty() ? ticket_.updated_at : all_.back().at; }
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
    const Actor author{.kind = Actor::Kind::person, .person = step.by.value_or(PersonId{})};
    Work own = acting_as(work, step.by ? author : work.actor);
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
Step beginning(const Ticket& wanted, const OldTicket& old) {
    Ticket at_first = wanted;
    at_first.status = old.assignee ? TicketStatus::open : TicketStatus::fresh;
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

// The ticket as the old desk has it now. Moments that it does not say are the last ones known.
Ticket standing(Tx& tx, Ticket ticket, const OldTicket& old, Time last) {
    ticket.requester = old.requester;
    ticket.type = old.type;
    ticket.category = old.category;
    ticket.impact = old.impact;
    ticket.urgency = old.urgency;
    ticket.priority = priority_of(store::load_priorities(tx), old.impact, old.urgency);
    ticket.assignee = old.assignee;
    ticket.status = old.status;
    ticket.waiting_for.reset();
    if (old.status == TicketStatus::waiting) ticket.waiting_for = WaitingFor::other;
    ticket.resolved_at.reset();
    ticket.closed_at.reset();
    if (is_open(old.status)) return ticket;
    ticket.resolved_at = old.resolved_at ? old.resolved_at : old.closed_at ? old.closed_at : last;
    if (old.status == TicketStatus::closed) {
        ticket.closed_at = old.closed_at ? old.closed_at : ticket.resolved_at;
    }
    return ticket;
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
    Ticket ticket{.customer = old.customer,
                  .subject = old.subject,
                  .tier = 1,
                  .queue = tiers::ensure_first_queue(work, 1),
                  .created_at = old.created_at,
                  .origin = work.origin,
                  .old_number = old.number};
    Steps steps(ticket);
    steps.add(beginning(standing(work.tx, ticket, old, old.created_at), old));
    for (const OldMessage& message : in_order(messages)) steps.say(message);
    const Ticket wanted = standing(work.tx, ticket, old, steps.last());
    const Time ended = wanted.closed_at.value_or(wanted.resolved_at.value_or(steps.last()));
    steps.stand(wanted, std::max(ended, steps.last()));

    ticket.id = store::insert_ticket(work.tx, ticket);
    write_steps(work, ticket, steps);
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
    const std::int64_t version = --ticket.version;  // Every step raises it by one.
    Steps steps(ticket);
    for (const OldMessage& message : in_order(messages)) steps.say(message);
    if (old) steps.stand(standing(work.tx, ticket, *old, work.now), work.now);
    if (ticket.version == version) {
        store::update_ticket(work.tx, ticket);
        return false;
    }
    // Lists show what has happened last, and an old message is no news.
    ticket.updated_at = steps.last();
    store::update_ticket(work.tx, ticket);
    write_steps(work, ticket, steps);
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
