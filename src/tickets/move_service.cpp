#include <algorithm>

#include "base/text.hpp"
#include "notices/service.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/handover_rules.hpp"
#include "tickets/handover_store.hpp"
#include "tickets/marks.hpp"
#include "tickets/moves.hpp"
#include "tickets/routing.hpp"
#include "tickets/rules.hpp"
#include "tickets/service.hpp"
#include "tickets/states.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/timed.hpp"
#include "tickets/verbs.hpp"
#include "tickets/worker_rules.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

// The queue that was named, where it belongs to that tier; else the tier's first one.
Result<QueueId> queue_for(Tx& tx, int tier, const std::optional<QueueId>& named) {
    const auto first = tiers::first_queue(tx, tier);
    if (!first) return tier_unknown;
    if (!named) return *first;
    if (tiers::tier_of_queue(tx, *named) != tier) return queue_not_of_tier;
    return *named;
}

// Where a handed-back ticket goes: as wished, else to where it was before it climbed.
struct Return {
    int tier = 1;
    std::optional<QueueId> queue{};
    std::optional<PersonId> assignee{};
    std::optional<PersonId> passed_over{};  // Had it there, and sees it no longer.
};
// Whoever had it there has it again, unless they are gone or lost sight of it since: by a change of
// its customer, or of their roles.
void give_back(Tx& tx, const Ticket& ticket, PersonId person, Return& back) {
    const auto seeing = who_may_see(tx, {person}, ticket);
    if (seeing.empty() || !people::is_active_staff(tx, seeing.front())) {
        back.passed_over = person;
    } else {
        back.assignee = seeing.front();
    }
}
Return return_of(Tx& tx, const Ticket& ticket, const HandBackTicket& wish) {
    const auto climb = wish.tier ? store::find_climb(tx, ticket.id, *wish.tier)
                                 : store::find_climb_below(tx, ticket.id, ticket.tier);
    // A ticket on the lowest tier returns to itself, which the rule refuses.
    Return back{
        .tier = wish.tier ? *wish.tier : tiers::tier_below(tx, ticket.tier).value_or(ticket.tier),
        .queue = wish.queue};
    if (!climb) return back;
    back.tier = climb->tier;
    if (!wish.queue) {
        // A queue that was retired meanwhile gives way to the first one.
        if (tiers::tier_of_queue(tx, climb->queue) == climb->tier) back.queue = climb->queue;
        if (climb->assignee) give_back(tx, ticket, *climb->assignee, back);
    }
    return back;
}

// What the structure says about a move, and why it is made.
Outcome may_move(Tx& tx, int from, int to, const std::string& reason) {
    const auto reasons = tiers::reasons_for_move(tx, from, to);
    if (reasons.empty()) {
        return Error{.reason = move_not_allowed,
                     .shown = {{"from", std::to_string(from)}, {"to", std::to_string(to)}}};
    }
    if (std::ranges::find(reasons, reason) != reasons.end()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = {{"/reason", reason_not_allowed.name, {}}}};
}

HandoverId hand_over(Work& work, const Ticket& ticket, const Lift& to) {
    return store::insert_handover(work.tx,
                                  {.ticket = ticket.id,
                                   .from_tier = ticket.tier,
                                   .tier = to.tier,
                                   .reason = to.reason,
                                   .author = me(work),
                                   .at = moment_of(work),
                                   .completeness = completeness_of(to.handover),
                                   .text = to.handover});
}

// Who goes on answering the customer: whoever has the ticket, else who sends it up. A voice that is
// kept already stays where it is.
Outcome keep_voice(Work& work, Ticket& ticket) {
    if (ticket.voice) return Nothing{};
    const PersonId person = ticket.assignee.value_or(work.actor.person);
    if (!person || !people::is_active_staff(work.tx, person)) {
        return Error{.reason = invalid_fields,
                     .fields = {{"/keepVoice", voice_needs_person.name, {}}}};
    }
    ticket.voice = person;
    ticket.voice_tier = ticket.tier;
    return Nothing{};
}

// A reason where the structure demands one; else any of its codes, or none.
Outcome may_change_queue(Tx& tx, int tier, const std::optional<std::string>& reason) {
    const auto reasons = tiers::reasons_for_move(tx, tier, tier);
    const auto wrong = [](std::string_view why) {
        return Error{.reason = invalid_fields, .fields = {{"/reason", why, {}}}};
    };
    if (!reason) {
        if (reasons.empty()) return Nothing{};
        return wrong("required");
    }
    const bool is_allowed = reasons.empty() ? tiers::is_reason(tx, *reason)
                                            : std::ranges::find(reasons, *reason) != reasons.end();
    if (!is_allowed) return wrong(reason_not_allowed.name);
    return Nothing{};
}

std::vector<EventText> texts_of(std::string note, const HandoverText& text) {
    std::vector<EventText> texts{{"note", std::move(note)}};
    const auto add = [&](const char* field, const std::optional<std::string>& part) {
        if (part) texts.push_back({field, *part});
    };
    add("symptom", text.symptom);
    add("scope", text.scope);
    add("steps", text.steps);
    add("evidence", text.evidence);
    add("outcome", text.outcome);
    return texts;
}

// Puts the ticket down there; what comes back is its new state, with the names.
Ticket land(Work& work, Ticket ticket, const Return& place, const Standing& standing) {
    ticket.tier = place.tier;
    ticket.queue = *place.queue;
    ticket.assignee = place.assignee;
    come_to_stand(work, ticket, standing);
    save(work, ticket);
    return ticket;
}

// A way down that the rules allow, with the queue it leads to.
struct WayBack {
    Return place;
    Standing standing;
};
Result<WayBack> way_back(Tx& tx, const Ticket& ticket, const HandBackTicket& wish) {
    WayBack way{.place = return_of(tx, ticket, wish)};
    TRY(way.standing, plan_hand_back(standing_of(ticket), ticket.tier, way.place.tier));
    TRY(way.place.queue, queue_for(tx, way.place.tier, way.place.queue));
    return way;
}

// `why` says the rest: its tiers and queues are those of the way.
Result<Ticket> go_back(Work& work,
                       const Ticket& ticket,
                       const WayBack& way,
                       TicketHandedBack why,
                       std::vector<EventText> texts) {
    why.from_tier = ticket.tier;
    why.from_queue = ticket.queue;
    why.tier = way.place.tier;
    why.queue = *way.place.queue;
    why.assignee = way.place.assignee;
    why.passed_over = way.place.passed_over;
    why.status = way.standing.status;
    Ticket back = ticket;
    if (ends_voice(back, way.place.tier)) end_voice(back);
    back = land(work, std::move(back), way.place, way.standing);
    why.state = back.state;
    work.record(why, about(back), std::move(texts));
    wake(work, back, WakeWhy::moved);
    count_time(work, back);
    has_room(work, ticket.assignee);
    arrive(work, back);
    tell(work, back, Happening::moved);
    return with_names(work, std::move(back));
}

}  // namespace

Ticket lift(Work& work, Ticket ticket, const Lift& to, std::vector<EventText> texts) {
    store::save_climb(work.tx,
                      ticket.id,
                      {.tier = ticket.tier, .queue = ticket.queue, .assignee = ticket.assignee});
    TicketEscalated escalated{.from_tier = ticket.tier,
                              .tier = to.tier,
                              .from_queue = ticket.queue,
                              .queue = to.queue,
                              .reason = to.reason,
                              .status = TicketStatus::open,
                              .handover = hand_over(work, ticket, to)};
    if (to.keeps_voice) {
        escalated.voice = ticket.voice;
        escalated.voice_tier = ticket.voice_tier;
    }
    has_room(work, ticket.assignee);
    ticket = land(work,
                  std::move(ticket),
                  {.tier = to.tier, .queue = to.queue},
                  {.status = escalated.status});
    escalated.state = ticket.state;
    work.record(escalated, about(ticket), std::move(texts));
    // To whom it is given is decided upon who is here now, however late a rule moves it.
    work.happened_at.reset();
    wake(work, ticket, WakeWhy::moved);
    count_time(work, ticket);
    arrive(work, ticket);
    tell(work, ticket, Happening::moved);
    return ticket;
}

Result<Ticket> escalate_ticket(Work& work, const EscalateTicket& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(plan_escalation(standing_of(ticket), ticket.tier, wish.tier));
    TRY(const QueueId queue, queue_for(work.tx, wish.tier, wish.queue));
    TRY_DO(may_move(work.tx, ticket.tier, wish.tier, wish.reason));
    TRY(std::string note, written(wish.note, "/note"));
    const HandoverText text = tidied(wish.handover.value_or(HandoverText{}));
    TRY_DO(check_handover(text, tiers::rules_of_tier(work.tx, wish.tier).needs_handover));
    const bool keeps_voice = wish.keep_voice.value_or(false);
    if (keeps_voice) TRY_DO(keep_voice(work, ticket));
    ticket = lift(work,
                  std::move(ticket),
                  {.tier = wish.tier,
                   .queue = queue,
                   .reason = wish.reason,
                   .handover = text,
                   .keeps_voice = keeps_voice},
                  texts_of(std::move(note), text));
    return with_names(work, std::move(ticket));
}

Result<Ticket> move_queue(Work& work, const MoveQueue& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_move_queue(standing_of(ticket), ticket.queue, wish.queue));
    TRY(const QueueId queue, queue_for(work.tx, ticket.tier, wish.queue));
    TRY_DO(may_change_queue(work.tx, ticket.tier, wish.reason));
    std::vector<EventText> texts;
    if (const std::string note(trim(wish.note.value_or(""))); !note.empty()) {
        texts.push_back({"note", note});
    }
    const TicketMoved moved{
        .tier = ticket.tier, .from_queue = ticket.queue, .queue = queue, .reason = wish.reason};
    has_room(work, ticket.assignee);
    const Standing standing = standing_of(ticket);
    ticket = land(work, std::move(ticket), {.tier = moved.tier, .queue = queue}, standing);
    work.record(moved, about(ticket), std::move(texts));
    wake(work, ticket, WakeWhy::moved);
    arrive(work, ticket);
    tell(work, ticket, Happening::moved);
    return with_names(work, std::move(ticket));
}

Result<Ticket> hand_back_ticket(Work& work, const HandBackTicket& wish) {
    TRY(const Ticket ticket, claim(work, wish.ticket, work_on));
    TRY(const WayBack way, way_back(work.tx, ticket, wish));
    TRY_DO(may_move(work.tx, ticket.tier, way.place.tier, wish.reason));
    TRY(std::string note, written(wish.note, "/note"));
    return go_back(work, ticket, way, {.reason = wish.reason}, {{"note", std::move(note)}});
}

Result<Ticket> inform_lead(Work& work, const InformLead& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_change(ticket.status));
    TRY(std::string note, written(wish.note, "/note"));
    const auto persons = leads_besides(work.tx, work.actor.person, ticket);
    if (persons.empty()) return nobody_leads;

    save(work, ticket);
    work.record(TicketLeadInformed{.told = static_cast<int>(persons.size())},
                about(ticket),
                {{"note", std::move(note)}});
    notices::tell(
        work,
        persons,
        {.kind = TicketLeadInformed::name, .subject_kind = "ticket", .subject = ticket.id.value});
    return with_names(work, std::move(ticket));
}

// The structure is not asked: whoever may send a ticket up must take an incomplete handover back.
Result<Ticket> return_handover(Work& work, const ReturnHandover& wish) {
    TRY(const Ticket ticket, claim(work, wish.ticket, work_on));
    const auto handover = store::find_handover(work.tx, ticket.id, wish.handover);
    if (!handover) return missing;
    if (handover->returned_at) return handover_returned;
    // Only the last one: what came before was worked with.
    const bool is_last = store::list_handovers(work.tx, ticket.id).back().id == handover->id;
    if (!is_last || ticket.tier != handover->tier) return handover_passed;
    TRY(const WayBack way,
        way_back(work.tx, ticket, {.ticket = ticket.id, .tier = handover->from_tier}));

    store::note_return(work.tx, handover->id, wish.gap, moment_of(work));
    std::vector<EventText> texts;
    if (const std::string note(trim(wish.note.value_or(""))); !note.empty()) {
        texts.push_back({"note", note});
    }
    return go_back(work,
                   ticket,
                   way,
                   {.reason = "needs_information", .handover = handover->id, .gap = wish.gap},
                   std::move(texts));
}

}  // namespace ogniwo::tickets
