#include "tickets/approval_service.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "notices/service.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/approval_store.hpp"
#include "tickets/guest_service.hpp"
#include "tickets/mark_types.hpp"
#include "tickets/marks.hpp"
#include "tickets/names.hpp"
#include "tickets/routing.hpp"
#include "tickets/rules.hpp"
#include "tickets/states.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/timed.hpp"
#include "tickets/verbs.hpp"
#include "tickets/worker_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::size_t approvers_shown = 10;

bool is_open(const std::optional<TicketApproval>& approval) {
    return approval && !approval->decided_at;
}

// Who may approve for this ticket's customer.
std::vector<PersonId> approvers_of(Tx& tx, const Ticket& ticket) {
    std::vector<PersonId> persons;
    for (const auto role :
         {people::Role::customer_approver, people::Role::customer_administrator}) {
        std::ranges::copy(people::people_in_role_at(tx, role, ticket.customer),
                          std::back_inserter(persons));
    }
    return persons;
}

// `ticket` is claimed. It waits for the customer, and for what is the note.
void ask(Work& work, Ticket& ticket, const std::string& note) {
    come_to_stand(work,
                  ticket,
                  {.status = TicketStatus::waiting,
                   .waiting_for = WaitingFor::customer,
                   .waiting_note = note});
    ticket.waiting_noted_by = me(work);
    save(work, ticket);
    store::save_approval(work.tx, ticket.id, {.asked_at = work.now, .asked_by = me(work)});
    work.record(TicketApprovalAsked{.state = ticket.state}, about(ticket), {{"waitingNote", note}});
    count_time(work, ticket);
    notices::tell(
        work,
        approvers_of(work.tx, ticket),
        {.kind = TicketApprovalAsked::name, .subject_kind = "ticket", .subject = ticket.id.value});
}

void add_names(Tx& tx, TicketApproval& approval) {
    NamesOf<PersonId> names;
    names.want(approval.asked_by);
    names.want(approval.decided_by);
    load_person_names(tx, names);
    approval.asked_by_name = names.find(approval.asked_by);
    approval.decided_by_name = names.find(approval.decided_by);
}

}  // namespace

Result<ApprovalOfTicket> read_approval(const View& view, const OfApproval& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    ApprovalOfTicket answer{.approval = store::find_approval(view.tx, ticket.id)};
    if (!answer.approval) return answer;
    add_names(view.tx, *answer.approval);
    const bool works = view.actor.may(work_on, ticket.customer);
    const bool is_undecided =
        is_open(answer.approval) && tickets::is_open(ticket.status) && !ticket.merged_into;
    answer.may_decide = is_undecided && (works || view.actor.may(approve, ticket.customer));
    if (!works || !is_undecided) return answer;
    auto approvers = approvers_of(view.tx, ticket);
    approvers.resize(std::min(approvers.size(), approvers_shown));
    answer.approvers = names_of(view.tx, approvers);
    return answer;
}

Result<ApprovalOfTicket> ask_approval(Work& work, const AskApproval& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_change(ticket.status));
    if (ticket.status == TicketStatus::resolved) return resolved_already;
    if (is_open(store::find_approval(work.tx, ticket.id))) return approval_open;
    TRY_DO(may_speak_about(work, ticket));
    TRY(const std::string note, written(wish.note, "/note"));
    ask(work, ticket, note);
    return read_approval(work, {.ticket = ticket.id});
}

Result<ApprovalOfTicket> decide_approval(Work& work, const DecideApproval& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, see_own));
    auto approval = store::find_approval(work.tx, ticket.id);
    if (!is_open(approval) || !tickets::is_open(ticket.status)) return no_approval_open;
    const bool is_theirs = work.actor.may(approve, ticket.customer);
    const bool is_ours = work.actor.may(work_on, ticket.customer);
    if (!is_theirs && !is_ours) return may_not_approve;
    std::string note(trim(wish.note.value_or("")));
    if (note.empty() && (is_ours || !wish.is_approved)) {
        return Error{.reason = invalid_fields, .fields = {{"/note", "required"}}};
    }
    if (!wish.is_approved) TRY_DO(close_appointments(work, ticket));

    come_to_stand(
        work, ticket, {.status = wish.is_approved ? TicketStatus::open : TicketStatus::closed});
    save(work, ticket);
    approval->decided_at = work.now;
    approval->decided_by = me(work);
    approval->is_approved = wish.is_approved;
    approval->note = note.empty() ? std::nullopt : std::optional(note);
    store::save_approval(work.tx, ticket.id, *approval);
    std::vector<EventText> texts;
    if (!note.empty()) texts.push_back({"note", std::move(note)});
    work.record(TicketApprovalDecided{.is_approved = wish.is_approved, .state = ticket.state},
                about(ticket),
                std::move(texts));
    if (wish.is_approved) {
        wake(work, ticket, WakeWhy::reply);
        count_time(work, ticket);
        arrive(work, ticket);
    } else {
        end_guests(work, ticket);
        end_work(work, ticket);
    }
    tell(work, ticket, Happening::decided);
    return read_approval(work, {.ticket = ticket.id});
}

void begin_approval(Work& work, Ticket& ticket, const std::string& note) {
    if (work.actor.may(approve, ticket.customer) && !work.actor.may(work_on, ticket.customer)) {
        return;
    }
    ticket = *store::claim_ticket(work.tx, {.everyone = true}, ticket.id);
    ask(work, ticket, note);
}

}  // namespace ogniwo::tickets
