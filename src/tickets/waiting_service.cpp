#include "tickets/waiting_service.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "people/service.hpp"
#include "storage/outbox.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/clock_facts.hpp"
#include "tickets/guest_service.hpp"
#include "tickets/rules.hpp"
#include "tickets/state_store.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/verbs.hpp"
#include "tickets/waiting.hpp"

namespace ogniwo::tickets {
namespace {

enum class Step { remind, close };

struct Next {
    Step step = Step::remind;
    Time at{};
    std::optional<Time> closes_at{};
};

std::optional<Next> next_of(const sla::History& history, sla::Promises& promises) {
    const auto plan = promises.plan_of_wait(history);
    if (plan.remind_at && (!plan.close_at || *plan.remind_at < *plan.close_at)) {
        return Next{Step::remind, *plan.remind_at, plan.close_at};
    }
    if (plan.close_at) return Next{Step::close, *plan.close_at, plan.close_at};
    return std::nullopt;
}

// To the requester, unless they are one of ours or cannot be reached; to whom.
std::optional<PersonId> write_letter(Work& work,
                                     const Ticket& ticket,
                                     std::string template_name,
                                     const std::optional<Time>& closes_at) {
    const bool is_real = work.origin == Origin::live && ticket.origin != Origin::demo;
    if (!is_real || !ticket.requester || ticket.spam_at) return std::nullopt;
    if (people::is_active_staff(work.tx, *ticket.requester)) return std::nullopt;
    const auto person = people::find_reachable(work.tx, *ticket.requester);
    if (!person) return std::nullopt;
    const WaitingMail mail{
        .to = person->email,
        .template_name = std::move(template_name),
        .language = person->language,
        .params = {.url = work.environment.base_url + "/tickets/" + std::to_string(ticket.id.value),
                   .number = ticket.number,
                   .subject = ticket.subject,
                   .given_name = person->given_name,
                   .company_name = people::company_name(work.tx),
                   .waiting_note = ticket.waiting_note,
                   .closes_at = closes_at}};
    outbox::put(work, "mail", to_json(mail));
    return ticket.requester;
}

void remind(Work& work, Ticket ticket, const Next& next) {
    const auto person = write_letter(work, ticket, "tickets.waiting_reminder", next.closes_at);
    save(work, ticket);
    work.record(TicketWaitingReminded{.person = person}, about(ticket));
}

// False: somebody has an appointment about it, and nothing was done.
bool close(Work& work, Ticket ticket) {
    if (!close_appointments(work, ticket)) return false;
    (void)write_letter(work, ticket, "tickets.waiting_closed", std::nullopt);
    const Standing closed{.status = TicketStatus::closed,
                          .state = store::find_default_state(work.tx, TicketStatus::closed)};
    stand(ticket, closed, moment_of(work));
    save(work, ticket);
    work.record(TicketStatusChanged{.status = ticket.status, .state = ticket.state}, about(ticket));
    end_guests(work, ticket);
    end_work(work, ticket);
    tell(work, ticket, Happening::closed);
    return true;
}

}  // namespace

void watch_waiting(Tx& tx, TicketId ticket, const sla::History& history, sla::Promises& promises) {
    if (const auto next = next_of(history, promises)) {
        timers::set(tx, waiting_timer, ticket.value, next->at);
    } else {
        timers::clear(tx, waiting_timer, ticket.value);
    }
}

void tell_waiting(Work& work, const Ticket& ticket) {
    sla::Promises promises(work.tx);
    if (!promises.are_any()) return;
    const auto next = next_of(ClockFacts(work.tx).history_of(ticket.id), promises);
    if (next) (void)write_letter(work, ticket, "tickets.waiting", next->closes_at);
}

Outcome waiting_due(Work& work, const Timer& timer) {
    const TicketId id{timer.subject};
    sla::Promises promises(work.tx);
    const sla::History history = ClockFacts(work.tx).history_of(id);
    const auto next = next_of(history, promises);
    if (!next) return Nothing{};
    // After a stop of the server, or a change of policies, it may be night.
    const auto soonest = promises.working_moment(history, std::max(next->at, work.now), 0);
    if (!soonest) return Nothing{};
    if (*soonest > work.now) {
        timers::set(work.tx, waiting_timer, id.value, *soonest);
        return Nothing{};
    }
    auto ticket = store::claim_ticket(work.tx, Actor::system().scope(see_own), id);
    if (!ticket) return Nothing{};
    // Never before what happened to the ticket already.
    work.happened_at = std::max(next->at, ticket->updated_at);
    if (next->step == Step::remind) {
        remind(work, *std::move(ticket), *next);
        watch_waiting(work.tx, id, ClockFacts(work.tx).history_of(id), promises);
    } else if (!close(work, *std::move(ticket))) {
        const auto again = promises.working_moment(history, work.now, 1);
        if (again) timers::set(work.tx, waiting_timer, id.value, *again);
    }
    return Nothing{};
}

}  // namespace ogniwo::tickets
