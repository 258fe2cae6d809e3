#include "tickets/whole_service.hpp"

#include <map>

#include "base/check.hpp"
#include "tickets/events.hpp"
#include "tickets/figure.hpp"
#include "tickets/rules.hpp"
#include "tickets/store.hpp"

namespace ogniwo::tickets {
namespace {

// One step as it will stand in the journal.
struct Told {
    TicketEvent event{};
    std::vector<EventText> texts{};
    std::optional<MessageKind> message{};  // Its text is the last one above.
    std::optional<PersonId> by{};
    Time at{};
};

// Goes through the steps and asks the rules; nothing is written yet.
class Telling {
public:
    explicit Telling(const WholeTicket& whole)
        : ticket_{.customer = whole.customer,
                  .requester = whole.requester,
                  .subject = whole.subject,
                  .type = whole.type,
                  .category = whole.category,
                  .impact = whole.impact,
                  .urgency = whole.urgency,
                  .priority = priority_of(usual_priorities(), whole.impact, whole.urgency),
                  .tier = whole.tier,
                  .queue = whole.queue,
                  .created_at = whole.at,
                  .updated_at = whole.at} {
        told_.reserve(whole.steps.size() + 1);
        told_.push_back({.event = TicketCreated{.requester = whole.requester,
                                                .impact = whole.impact,
                                                .urgency = whole.urgency,
                                                .tier = whole.tier,
                                                .queue = whole.queue,
                                                .kind = {.type = ticket_.type,
                                                         .category = ticket_.category,
                                                         .priority = ticket_.priority}},
                         .texts = {{"subject", whole.subject}, {"text", whole.text}},
                         .message = MessageKind::reply,
                         .by = whole.requester,
                         .at = whole.at});
    }

    Outcome tell(const TicketStep& step) {
        step_ = &step;
        TRY(Told told, std::visit([this](const auto& wish) { return plan(wish); }, step.wish));
        told.by = step.by;
        told.at = step.at;
        apply_event(ticket_, told.event, step.at);
        // Events know no texts.
        if (const auto* wish = std::get_if<SetTicketStatus>(&step.wish); wish) {
            ticket_.waiting_note = wish->waiting_note;
            if (wish->waiting_note) ticket_.waiting_noted_by = step.by;
        }
        ticket_.updated_at = step.at;
        told_.push_back(std::move(told));
        return Nothing{};
    }

    Ticket& ticket() { return ticket_; }
    std::vector<Told>& told() { return told_; }
    const std::map<int, store::Climb>& climbs() const { return climbs_; }

private:
    Standing now() const {
        return {.status = ticket_.status,
                .waiting_for = ticket_.waiting_for,
                .waiting_note = ticket_.waiting_note};
    }
    By by() const { return step_->side == people::Side::staff ? By::staff : By::customer; }

    Result<Told> plan(const ReplyToTicket& wish) {
        TRY(const Standing planned, plan_reply(now(), by()));
        return Told{
            .event = TicketReplied{.status = planned.status, .waiting_for = planned.waiting_for},
            .texts = {{"text", wish.text}},
            .message = MessageKind::reply};
    }
    Result<Told> plan(const NoteOnTicket& wish) {
        return Told{
            .event = TicketNoted{}, .texts = {{"text", wish.text}}, .message = MessageKind::note};
    }
    Result<Told> plan(const AssignTicket& wish) {
        TRY_DO(may_change(ticket_.status));
        return Told{.event = TicketAssigned{.assignee = wish.assignee.value_or(std::nullopt),
                                            .status = ticket_.status}};
    }
    Result<Told> plan(const TakeTicket&) {
        TRY(const Standing planned, plan_taking(now()));
        return Told{.event = TicketAssigned{.assignee = step_->by, .status = planned.status}};
    }
    Result<Told> plan(const SetTicketStatus& wish) {
        TRY(const Standing planned,
            plan_status(now(),
                        {.status = wish.status,
                         .waiting_for = wish.waiting_for,
                         .waiting_note = wish.waiting_note}));
        Told told{.event = TicketStatusChanged{.status = planned.status,
                                               .waiting_for = planned.waiting_for}};
        if (planned.waiting_note) told.texts.push_back({"waitingNote", *planned.waiting_note});
        return told;
    }
    Result<Told> plan(const EscalateTicket& wish) {
        TRY(const Standing planned, plan_escalation(now(), ticket_.tier, wish.tier));
        INVARIANT(wish.queue.has_value());
        climbs_.erase(climbs_.upper_bound(ticket_.tier), climbs_.end());
        climbs_[ticket_.tier] = {
            .tier = ticket_.tier, .queue = ticket_.queue, .assignee = ticket_.assignee};
        return Told{.event = TicketEscalated{.from_tier = ticket_.tier,
                                             .tier = wish.tier,
                                             .from_queue = ticket_.queue,
                                             .queue = *wish.queue,
                                             .reason = wish.reason,
                                             .status = planned.status},
                    .texts = {{"note", wish.note}}};
    }
    Result<Told> plan(const HandBackTicket& wish) {
        const auto above = climbs_.lower_bound(ticket_.tier);
        if (above == climbs_.begin()) return tier_not_lower;
        const store::Climb& back = std::prev(above)->second;
        TRY(const Standing planned, plan_hand_back(now(), ticket_.tier, back.tier));
        return Told{.event = TicketHandedBack{.from_tier = ticket_.tier,
                                              .tier = back.tier,
                                              .from_queue = ticket_.queue,
                                              .queue = back.queue,
                                              .assignee = back.assignee,
                                              .reason = wish.reason,
                                              .status = planned.status},
                    .texts = {{"note", wish.note}}};
    }
    Result<Told> plan(const ResolveTicket& wish) {
        TRY_DO(plan_resolution(now()));
        return Told{.event = TicketResolved{},
                    .texts = {{"text", wish.text}},
                    .message = MessageKind::reply};
    }
    Result<Told> plan(const ReopenTicket& wish) {
        TRY(const Standing planned, plan_reopening(now(), by()));
        return Told{.event = TicketReopened{.status = planned.status},
                    .texts = {{"reason", wish.reason}}};
    }

    Ticket ticket_;
    std::vector<Told> told_;
    std::map<int, store::Climb> climbs_;
    const TicketStep* step_ = nullptr;
};

void set_message(TicketEvent& event, MessageId message) {
    std::visit(
        [message](auto& what) {
            if constexpr (requires { what.message = message; }) what.message = message;
        },
        event);
}

void write_step(Work& work, const Ticket& ticket, std::int64_t version, Told& told) {
    const Actor person{.kind = Actor::Kind::person, .person = told.by.value_or(PersonId{})};
    Work own = acting_as(work, told.by ? person : work.actor);
    own.happened_at = told.at;
    if (told.message) {
        set_message(told.event,
                    store::insert_message(work.tx,
                                          {.ticket = ticket.id,
                                           .author = told.by,
                                           .kind = *told.message,
                                           .text = told.texts.back().text,
                                           .at = told.at}));
    }
    const About about{
        .kind = "ticket", .id = ticket.id.value, .version = version, .customer = ticket.customer};
    std::visit([&](const auto& what) { own.record(what, about, std::move(told.texts)); },
               told.event);
}

}  // namespace

Result<WrittenTicket> write_whole_ticket(Work& work, const WholeTicket& whole) {
    Telling telling(whole);
    for (const TicketStep& step : whole.steps) TRY_DO(telling.tell(step));

    Ticket& ticket = telling.ticket();
    ticket.version = static_cast<std::int64_t>(telling.told().size());
    ticket.origin = work.origin;
    ticket.id = store::insert_ticket(work.tx, ticket);
    for (const auto& [tier, climb] : telling.climbs()) {
        store::save_climb(work.tx, ticket.id, climb);
    }
    WrittenTicket written{.ticket = ticket.id};
    for (Told& told : telling.told()) {
        written.messages += told.message.has_value();
        write_step(work, ticket, ++written.events, told);
    }
    keep_figure(work.tx, ticket.id);
    return written;
}

}  // namespace ogniwo::tickets
