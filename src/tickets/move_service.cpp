#include <algorithm>

#include "base/text.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "tickets/access.hpp"
#include "tickets/events.hpp"
#include "tickets/handover_rules.hpp"
#include "tickets/handover_store.hpp"
#include "tickets/service.hpp"
#include "tickets/store.hpp"
#include "tickets/verbs.hpp"
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
};
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
        if (climb->assignee && people::is_active_staff(tx, *climb->assignee)) {
            back.assignee = climb->assignee;
        }
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

HandoverId hand_over(Work& work,
                     const Ticket& ticket,
                     int to,
                     const EscalateTicket& wish,
                     const HandoverText& text) {
    return store::insert_handover(
        work.tx,
        {.ticket = ticket.id,
         .from_tier = ticket.tier,
         .tier = to,
         .reason = wish.reason,
         .author = work.actor.person ? std::optional(work.actor.person) : std::nullopt,
         .at = moment_of(work),
         .completeness = completeness_of(text),
         .text = text});
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

struct Landing {
    int tier = 1;
    QueueId queue{};
    std::optional<PersonId> assignee{};
};

void land(Work& work, Ticket& ticket, const Landing& landing, const Standing& standing) {
    ticket.tier = landing.tier;
    ticket.queue = landing.queue;
    ticket.assignee = landing.assignee;
    stand(ticket, standing, moment_of(work));
    save(work, ticket);
}

}  // namespace

Result<Ticket> escalate_ticket(Work& work, const EscalateTicket& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY(const Standing planned, plan_escalation(standing_of(ticket), ticket.tier, wish.tier));
    TRY(const QueueId queue, queue_for(work.tx, wish.tier, wish.queue));
    TRY_DO(may_move(work.tx, ticket.tier, wish.tier, wish.reason));
    TRY(std::string note, written(wish.note, "/note"));
    const HandoverText text = tidied(wish.handover.value_or(HandoverText{}));
    TRY_DO(check_handover(text, tiers::rules_of_tier(work.tx, wish.tier).needs_handover));

    store::save_climb(work.tx,
                      ticket.id,
                      {.tier = ticket.tier, .queue = ticket.queue, .assignee = ticket.assignee});
    const TicketEscalated escalated{.from_tier = ticket.tier,
                                    .tier = wish.tier,
                                    .from_queue = ticket.queue,
                                    .queue = queue,
                                    .reason = wish.reason,
                                    .status = planned.status,
                                    .handover = hand_over(work, ticket, wish.tier, wish, text)};
    land(work, ticket, {.tier = wish.tier, .queue = queue}, planned);
    work.record(escalated, about(ticket), texts_of(std::move(note), text));
    return with_names(work, std::move(ticket));
}

Result<Ticket> hand_back_ticket(Work& work, const HandBackTicket& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    const Return back = return_of(work.tx, ticket, wish);
    TRY(const Standing planned, plan_hand_back(standing_of(ticket), ticket.tier, back.tier));
    TRY(const QueueId queue, queue_for(work.tx, back.tier, back.queue));
    TRY_DO(may_move(work.tx, ticket.tier, back.tier, wish.reason));
    TRY(std::string note, written(wish.note, "/note"));

    const TicketHandedBack handed{.from_tier = ticket.tier,
                                  .tier = back.tier,
                                  .from_queue = ticket.queue,
                                  .queue = queue,
                                  .assignee = back.assignee,
                                  .reason = wish.reason,
                                  .status = planned.status};
    land(work, ticket, {.tier = back.tier, .queue = queue, .assignee = back.assignee}, planned);
    work.record(handed, about(ticket), {{"note", std::move(note)}});
    return with_names(work, std::move(ticket));
}

Result<Ticket> return_handover(Work& work, const ReturnHandover& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    const auto handover = store::find_handover(work.tx, ticket.id, wish.handover);
    if (!handover) return missing;
    if (handover->returned_at) return handover_returned;
    // Only the last one: what came before was worked with.
    const bool is_last = store::list_handovers(work.tx, ticket.id).back().id == handover->id;
    if (!is_last || ticket.tier != handover->tier) return handover_passed;
    const Return back =
        return_of(work.tx, ticket, {.ticket = ticket.id, .tier = handover->from_tier});
    TRY(const Standing planned, plan_hand_back(standing_of(ticket), ticket.tier, back.tier));
    TRY(const QueueId queue, queue_for(work.tx, back.tier, back.queue));

    if (!store::note_return(work.tx, handover->id, wish.gap, moment_of(work))) {
        return handover_returned;
    }
    const TicketHandedBack handed{.from_tier = ticket.tier,
                                  .tier = back.tier,
                                  .from_queue = ticket.queue,
                                  .queue = queue,
                                  .assignee = back.assignee,
                                  .reason = "needs_information",
                                  .status = planned.status,
                                  .handover = handover->id,
                                  .gap = wish.gap};
    land(work, ticket, {.tier = back.tier, .queue = queue, .assignee = back.assignee}, planned);
    std::vector<EventText> texts;
    if (const std::string note(trim(wish.note.value_or(""))); !note.empty()) {
        texts.push_back({"note", note});
    }
    work.record(handed, about(ticket), std::move(texts));
    return with_names(work, std::move(ticket));
}

Result<TicketHandovers> score_handover(Work& work, const ScoreHandover& wish) {
    TRY(const Ticket ticket, claim(work, wish.ticket, work_on));
    const auto handover = store::find_handover(work.tx, ticket.id, wish.handover);
    if (!handover) return missing;
    const bool is_author = handover->author && handover->author == work.actor.person;
    const HandoverSide side = is_author ? HandoverSide::below : HandoverSide::above;
    store::save_score(work.tx, handover->id, side, wish.score);
    work.record(TicketHandoverScored{.handover = handover->id, .side = side, .score = wish.score},
                about(ticket));
    return list_handovers(work, {.ticket = ticket.id});
}

Result<TicketHandovers> list_handovers(const View& view, const ListHandovers& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(see_notes, ticket.customer)) return forbidden;
    TicketHandovers handovers{.items = store::list_handovers(view.tx, ticket.id)};
    std::vector<PersonId> persons;
    for (const TicketHandover& handover : handovers.items) {
        if (handover.author) persons.push_back(*handover.author);
    }
    const auto names = people::person_names(view.tx, persons);
    for (TicketHandover& handover : handovers.items) {
        const auto found = names.find(handover.author.value_or(PersonId{}));
        if (found != names.end()) handover.author_name = found->second;
    }
    return handovers;
}

}  // namespace ogniwo::tickets
