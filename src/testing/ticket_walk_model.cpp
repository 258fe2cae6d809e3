// Who may what, and what speaks against a wish about the ticket itself.

#include "testing/ticket_walk_model.hpp"

#include "tickets/bulk_types.hpp"

namespace ogniwo::walking {
namespace {

using namespace tickets;

// The words that a move upwards, or downwards, may be given for.
const std::set<std::string> reasons_up{
    "needs_skill", "needs_access", "needs_time", "vendor", "other"};
const std::set<std::string> reasons_down{
    "solution_found", "work_done", "needs_information", "wrong_tier", "other"};

bool is_whole(const HandoverText& text) {
    for (const auto& part : {text.symptom, text.scope, text.steps, text.evidence, text.outcome}) {
        if (!part || is_blank(*part)) return false;
    }
    return true;
}

// From which group somebody may go on to which, besides resolving and reopening.
const std::set<std::pair<TicketStatus, TicketStatus>> group_ways{
    {TicketStatus::fresh, TicketStatus::open},
    {TicketStatus::fresh, TicketStatus::waiting},
    {TicketStatus::open, TicketStatus::waiting},
    {TicketStatus::waiting, TicketStatus::open},
    {TicketStatus::waiting, TicketStatus::waiting},
    {TicketStatus::resolved, TicketStatus::closed}};

}  // namespace

// --- Who may what

bool Model::reaches(const Somebody& who, CustomerId customer) const {
    return !who.place || who.place == customer;
}
bool Model::works(const Somebody& who, CustomerId customer) const {
    return reaches(who, customer) && (who.role == Role::lead || who.role == Role::technician);
}
bool Model::leads(const Somebody& who, CustomerId customer) const {
    return reaches(who, customer) && who.role == Role::lead;
}
bool Model::writes(const Somebody& who, CustomerId customer) const {
    return works(who, customer) || (reaches(who, customer) && !facts.is_staff(who.id));
}
bool Model::sees_all(const Somebody& who, CustomerId customer) const {
    return reaches(who, customer) && who.role != Role::customer_user;
}
bool Model::reads_talk(const Somebody& who, CustomerId customer) const {
    return reaches(who, customer) && who.role != Role::bookkeeper;
}
bool Model::reads_notes(const Somebody& who, CustomerId customer) const {
    return works(who, customer) || (reaches(who, customer) && who.role == Role::auditor);
}
bool Model::sees(const Somebody& who, const tickets::Ticket& ticket) const {
    if (sees_all(who, ticket.customer)) return true;
    return reaches(who, ticket.customer) && ticket.requester == who.id;
}
bool Model::sees(const Somebody& who, TicketId id) const {
    return known.contains(id) && sees(who, row(id));
}

Why Model::barred(const Somebody& who, TicketId id, Right right, Merged merged) const {
    if (!sees(who, id)) return {missing.name};
    if (!(this->*right)(who, row(id).customer)) return {forbidden.name};
    if (merged == Merged::refused && row(id).merged_into) return {ticket_merged.name};
    return {};
}
Why Model::barred_while_closed(const Somebody& who, TicketId id) const {
    Why why = barred(who, id, &Model::works);
    if (why.empty() && row(id).status == TicketStatus::closed) why.insert(ticket_closed.name);
    return why;
}
Why Model::barred_unless_open(const Somebody& who, TicketId id) const {
    Why why = barred_while_closed(who, id);
    const bool is_resolved = known.contains(id) && row(id).status == TicketStatus::resolved;
    if (why.empty() && is_resolved) why.insert(resolved_already.name);
    return why;
}

void Model::check_voice(const Somebody& who, const tickets::Ticket& ticket, Why& why) const {
    if (!works(who, ticket.customer)) return;
    if (ticket.voice && *ticket.voice != who.id) why.insert(voice_kept.name);
}

void Model::check_files(const Somebody& who,
                        TicketId id,
                        const std::optional<std::vector<AttachmentId>>& files,
                        Why& why) const {
    for (const AttachmentId file : files.value_or(std::vector<AttachmentId>{})) {
        const auto found = waiting.find(file);
        const bool is_theirs =
            found != waiting.end() && found->second.sender == who.id && found->second.ticket == id;
        if (!is_theirs) why.insert(attachment_unknown.name);
    }
}

void Model::check_way(const Somebody& who,
                      const tickets::Ticket& ticket,
                      const StatePlace& to,
                      Why& why) const {
    const StatePlace from{ticket.status, ticket.state};
    if (from == to) return;
    for (const StateWay& way : facts.ways) {
        if (way.from != from || way.to != to) continue;
        if (way.who == WayFor::nobody) why.insert(state_not_next.name);
        if (way.who == WayFor::lead && !leads(who, ticket.customer)) {
            why.insert(state_for_lead.name);
        }
    }
}

void Model::check_state(const Somebody& who,
                        const tickets::Ticket& ticket,
                        TicketStatus status,
                        const std::optional<std::optional<StateId>>& wished,
                        Why& why) const {
    if (wished && *wished) {
        const auto known = std::ranges::find(facts.states, **wished, &OwnState::id);
        if (known == facts.states.end()) {
            why.insert(state_unknown.name);
            return;
        }
        if (known->group != status) why.insert(state_of_other_group.name);
    }
    check_way(who, ticket, {status, state_for(ticket, status, wished)}, why);
}

// --- The wishes

Why Model::against(const Somebody& who, const CreateTicket& wish) const {
    if (!reaches(who, wish.customer)) return {missing.name};
    if (!writes(who, wish.customer)) return {forbidden.name};
    Why why;
    if (wish.requester) {
        const bool is_own = *wish.requester == who.id && !works(who, wish.customer);
        if (!is_own && !sees_all(who, wish.customer)) return {forbidden.name};
        if (!facts.belongs_to(*wish.requester, wish.customer)) why.insert(requester_unknown.name);
    }
    if (is_blank(wish.subject)) why.insert(invalid_fields.name);
    if (wish.site && !has(facts.sites.at(wish.customer), *wish.site)) {
        why.insert(invalid_fields.name);
    }
    return why;
}

Why Model::against(const Somebody& who, const EditTicket& wish) const {
    Why why = barred_while_closed(who, wish.ticket);
    if (why.contains(missing.name) || why.contains(forbidden.name)) return why;
    if (row(wish.ticket).version != wish.version) why.insert(stale.name);
    if (wish.subject && is_blank(*wish.subject)) why.insert(invalid_fields.name);
    return why;
}

Why Model::against(const Somebody& who, const AttachFile& wish) const {
    return barred(who, wish.ticket, &Model::writes, Merged::allowed);
}

Why Model::against(const Somebody& who, const ReplyToTicket& wish) const {
    Why why = barred(who, wish.ticket, &Model::writes, Merged::allowed);
    if (!why.empty()) return why;
    const tickets::Ticket& target = row(goes_on(wish.ticket));
    if (target.status == TicketStatus::closed) why.insert(ticket_closed.name);
    check_voice(who, target, why);
    check_files(who, wish.ticket, wish.attachments, why);
    if (is_blank(wish.text)) why.insert(invalid_fields.name);
    if (!wish.after) return why;
    if (!messages.contains(*wish.after) || !reads_message(who, *wish.after)) {
        why.insert(missing.name);
        return why;
    }
    for (const auto& [id, message] : messages) {
        const bool is_news = id > *wish.after && message.kind == MessageKind::reply &&
                             message.author != who.id && goes_on(message.place()) == target.id;
        if (is_news) why.insert(talk_moved_on.name);
    }
    return why;
}

Why Model::against(const Somebody& who, const NoteOnTicket& wish) const {
    Why why = barred(who, wish.ticket, &Model::works);
    if (!why.empty()) return why;
    check_files(who, wish.ticket, wish.attachments, why);
    if (is_blank(wish.text)) why.insert(invalid_fields.name);
    return why;
}

Why Model::against(const Somebody& who, const AssignTicket& wish) const {
    Why why = barred_while_closed(who, wish.ticket);
    if (why.contains(missing.name) || why.contains(forbidden.name)) return why;
    const auto assignee = wish.assignee.value_or(std::nullopt);
    if (assignee && !facts.is_staff(*assignee)) why.insert(assignee_not_staff.name);
    return why;
}

Why Model::against(const Somebody& who, const TakeTicket& wish) const {
    return barred_while_closed(who, wish.ticket);
}

Why Model::against(const Somebody& who, const SetTicketStatus& wish) const {
    Why why = barred_while_closed(who, wish.ticket);
    if (!why.empty() && !why.contains(ticket_closed.name)) return why;
    const tickets::Ticket& ticket = row(wish.ticket);
    check_state(who, ticket, wish.status, wish.state, why);
    const auto state = state_for(ticket, wish.status, wish.state);
    const bool goes_on = goes_on_waiting(wish);
    const auto waiting_for = goes_on ? ticket.waiting_for : wish.waiting_for;
    const auto note = goes_on ? ticket.waiting_note : wish.waiting_note;
    if (wish.status == TicketStatus::waiting) {
        if (!waiting_for) why.insert(waiting_for_missing.name);
        if (is_blank(note.value_or(""))) why.insert(waiting_note_missing.name);
    } else if (waiting_for || note) {
        why.insert(waiting_for_superfluous.name);
    }
    const bool is_same = wish.status == ticket.status && waiting_for == ticket.waiting_for &&
                         note == ticket.waiting_note;
    if (is_same && state == ticket.state) why.insert(status_unchanged.name);
    const bool is_in_group = wish.status == ticket.status && state != ticket.state;
    if (!is_in_group && !group_ways.contains({ticket.status, wish.status})) {
        why.insert(status_not_allowed.name);
    }
    const bool says_news =
        note && (waiting_for != ticket.waiting_for || note != ticket.waiting_note);
    if (says_news && waiting_for == WaitingFor::customer) check_voice(who, ticket, why);
    return why;
}

Why Model::against(const Somebody& who, const EscalateTicket& wish) const {
    Why why = barred_unless_open(who, wish.ticket);
    if (!why.empty()) return why;
    if (wish.tier <= row(wish.ticket).tier)
        why.insert({tier_not_higher.name, move_not_allowed.name});
    const auto queues = facts.queues.find(wish.tier);
    if (queues == facts.queues.end()) {
        why.insert({tier_unknown.name, move_not_allowed.name});
    } else if (wish.queue && !has(queues->second, *wish.queue)) {
        why.insert(queue_not_of_tier.name);
    }
    if (!reasons_up.contains(wish.reason) || is_blank(wish.note)) why.insert(invalid_fields.name);
    if (wish.tier == facts.tier_with_handover &&
        !is_whole(wish.handover.value_or(HandoverText{}))) {
        why.insert(handover_needed.name);
    }
    return why;
}

Why Model::against(const Somebody& who, const HandBackTicket& wish) const {
    Why why = barred_unless_open(who, wish.ticket);
    if (!why.empty()) return why;
    const int tier = way_down(wish).tier;
    if (tier >= row(wish.ticket).tier) why.insert({tier_not_lower.name, move_not_allowed.name});
    const auto queues = facts.queues.find(tier);
    if (queues == facts.queues.end()) {
        why.insert({tier_unknown.name, move_not_allowed.name});
    } else if (wish.queue && !has(queues->second, *wish.queue)) {
        why.insert(queue_not_of_tier.name);
    }
    if (!reasons_down.contains(wish.reason) || is_blank(wish.note)) why.insert(invalid_fields.name);
    return why;
}

Why Model::against(const Somebody& who, const MoveQueue& wish) const {
    Why why = barred_unless_open(who, wish.ticket);
    if (!why.empty()) return why;
    const tickets::Ticket& ticket = row(wish.ticket);
    if (wish.queue == ticket.queue) why.insert(queue_unchanged.name);
    if (!has(facts.queues.at(ticket.tier), wish.queue)) why.insert(queue_not_of_tier.name);
    const bool is_reason =
        !wish.reason || reasons_up.contains(*wish.reason) || reasons_down.contains(*wish.reason);
    if (!is_reason) why.insert(invalid_fields.name);
    return why;
}

Why Model::against(const Somebody& who, const ResolveTicket& wish) const {
    Why why = barred_unless_open(who, wish.ticket);
    if (!why.empty()) return why;
    const tickets::Ticket& ticket = row(wish.ticket);
    check_state(who, ticket, TicketStatus::resolved, wish.state, why);
    if (ticket.tier == facts.tier_without_resolving) why.insert(tier_may_not_resolve.name);
    check_voice(who, ticket, why);
    if (is_blank(wish.text)) why.insert(invalid_fields.name);
    return why;
}

Why Model::against(const Somebody& who, const ReopenTicket& wish) const {
    Why why = barred(who, wish.ticket, &Model::writes);
    if (!why.empty()) return why;
    const tickets::Ticket& ticket = row(wish.ticket);
    const bool is_ours = works(who, ticket.customer);
    if (ticket.status == TicketStatus::closed && !is_ours) why.insert(ticket_closed.name);
    if (!is_done(ticket.status)) why.insert(not_resolved.name);
    if (is_ours) check_state(who, ticket, TicketStatus::open, wish.state, why);
    if (!is_ours && wish.state) why.insert(state_unknown.name);
    if (is_blank(wish.reason)) why.insert(invalid_fields.name);
    return why;
}

Why Model::against(const Somebody& who, const CloseTicket& wish) const {
    Why why = barred(who, wish.ticket, &Model::writes);
    if (!why.empty()) return why;
    const tickets::Ticket& ticket = row(wish.ticket);
    if (ticket.status == TicketStatus::closed) why.insert(ticket_closed.name);
    if (!works(who, ticket.customer)) return why;
    if (!is_done(ticket.status)) why.insert(not_resolved.name);
    check_state(who, ticket, TicketStatus::closed, std::nullopt, why);
    return why;
}

}  // namespace ogniwo::walking
