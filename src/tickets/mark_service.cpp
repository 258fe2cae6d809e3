#include "tickets/mark_service.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/describe.hpp"
#include "base/json.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/mark_rules.hpp"
#include "tickets/mark_store.hpp"
#include "tickets/marks.hpp"
#include "tickets/routing.hpp"
#include "tickets/rules.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/timed.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

// The row and its event. Its place in lists stays, unless the caller moved it.
template <class Event>
void save_marks(Work& work, const Ticket& ticket, const Event& event) {
    store::update_marks(work.tx, ticket);
    work.record(event, about(ticket));
    count_time(work, ticket);  // What sleeps and what is spam is late for nothing.
}

// Sets or clears the timer for what is told next of the due date, after that moment.
void set_due_timer(Work& work, const Ticket& ticket, Time after) {
    const auto next = ticket.due_at
                          ? next_telling(*ticket.due_at, people::company_zone(work.tx), after)
                          : std::nullopt;
    if (!next) return timers::clear(work.tx, due_timer, ticket.id.value);
    timers::set(
        work.tx, due_timer, ticket.id.value, next->at, to_json(DueTimer{.step = next->step}));
}

// Nothing of it: without one.
Ticket keep_due(Work& work, Ticket ticket, const Due& due) {
    ticket.due_at = due.at;
    ticket.due_on = due.on;
    save_marks(work, ticket, TicketDueSet{.due_at = due.at, .due_on = due.on});
    set_due_timer(work, ticket, work.now);
    return with_names(work, std::move(ticket));
}

// Whoever has it, else those who lead.
void tell_due(Work& work, const Ticket& ticket, DueStep step) {
    const auto persons = ticket.assignee ? std::vector<PersonId>{*ticket.assignee}
                                         : leads_besides(work.tx, {}, ticket);
    tell_of(work, ticket, step == DueStep::soon ? due_soon_notice : due_passed_notice, persons);
}

// With the version raised, as a verb of the product itself.
std::optional<Ticket> claim_by_timer(Work& work, const Timer& timer) {
    return store::claim_ticket(work.tx, Actor::system().scope(see_own), {timer.subject});
}

std::optional<Ticket> find_by_timer(const Work& work, const Timer& timer) {
    return store::find_ticket(work.tx, Actor::system().scope(see_own), {timer.subject});
}

// Our own people who may read notes on the ticket.
bool may_read_notes(Tx& tx, PersonId person, const Ticket& ticket) {
    if (!people::is_active_staff(tx, person)) return false;
    const auto actor = people::acting(tx, person);
    return actor && may_see(*actor, ticket) && actor->may(see_notes, ticket.customer);
}

}  // namespace

// --- Due dates

Result<Ticket> set_due(Work& work, const SetDue& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_change(ticket.status));
    TRY(const Due due,
        plan_due(wish,
                 {.at = ticket.due_at, .on = ticket.due_on},
                 people::company_zone(work.tx),
                 work.now));
    return keep_due(work, std::move(ticket), due);
}

Result<Ticket> clear_due(Work& work, const ClearDue& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_change(ticket.status));
    if (!ticket.due_at) return no_due;
    return keep_due(work, std::move(ticket), {});
}

Outcome put_due_back(Work& work, TicketId id, const Due& due) {
    TRY(Ticket ticket, claim(work, id, work_on));
    TRY_DO(may_change(ticket.status));
    keep_due(work, std::move(ticket), due);
    return Nothing{};
}

void watch_due(Work& work, const Ticket& ticket) {
    if (ticket.due_at) set_due_timer(work, ticket, work.now);
}

Outcome due_reached(Work& work, const Timer& timer) {
    const auto step = from_json<DueTimer>(timer.payload);
    INVARIANT(static_cast<bool>(step));
    // What is done, spam or goes on elsewhere is nobody's concern; watch_due() begins anew when it
    // comes back.
    const auto known = find_by_timer(work, timer);
    if (!known || !known->due_at || !stands_open(*known)) return Nothing{};
    const auto ticket = claim_by_timer(work, timer);
    save_marks(work, *ticket, TicketDueTold{.step = step->step});
    set_due_timer(work, *ticket, timer.due);
    // After a long sleep of the server the newest word says it all.
    const bool is_newest = step->step == DueStep::passed || *ticket->due_at > work.now;
    if (is_newest) tell_due(work, *ticket, step->step);
    return Nothing{};
}

// --- Snoozing

Result<Ticket> snooze_ticket(Work& work, const SnoozeTicket& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_snooze(ticket.status, wish.until, work.now));
    ticket.snoozed_until = wish.until;
    save_marks(work, ticket, TicketSnoozed{.until = wish.until});
    timers::set(work.tx, snooze_timer, ticket.id.value, wish.until);
    return with_names(work, std::move(ticket));
}

void wake(Work& work, Ticket& ticket, WakeWhy why) {
    if (!ticket.snoozed_until) return;
    timers::clear(work.tx, snooze_timer, ticket.id.value);
    ++ticket.version;
    ticket.snoozed_until.reset();
    ticket.updated_at = moment_of(work);
    save_marks(work, ticket, TicketWoken{.why = why});
}

Result<Ticket> wake_ticket(Work& work, const WakeTicket& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    if (!ticket.snoozed_until) return not_snoozed;
    --ticket.version;  // Waking raises it.
    wake(work, ticket, WakeWhy::hand);
    arrive(work, ticket);
    return with_names(work, std::move(ticket));
}

Outcome snooze_over(Work& work, const Timer& timer) {
    const auto known = find_by_timer(work, timer);
    if (!known || !known->snoozed_until) return Nothing{};
    auto ticket = claim_by_timer(work, timer);
    --ticket->version;
    wake(work, *ticket, WakeWhy::time);
    if (ticket->assignee && stands_open(*ticket)) {
        tell_of(work, *ticket, TicketWoken::name, {*ticket->assignee});
    }
    arrive(work, *ticket);
    return Nothing{};
}

// --- Spam

Result<Ticket> mark_spam(Work& work, const MarkSpam& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    if (ticket.spam_at) return spam_already;
    TRY_DO(close_appointments(work, ticket));
    ticket.spam_at = moment_of(work);
    ticket.spam_by = me(work);
    save_marks(work, ticket, TicketSpamMarked{.by = ticket.spam_by});
    has_room(work, ticket.assignee);
    return with_names(work, std::move(ticket));
}

Result<Ticket> unmark_spam(Work& work, const UnmarkSpam& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    if (!ticket.spam_at) return not_spam;
    ticket.spam_at.reset();
    ticket.spam_by.reset();
    save_marks(work, ticket, TicketSpamUnmarked{});
    watch_due(work, ticket);
    arrive(work, ticket);
    return with_names(work, std::move(ticket));
}

// --- Mentions

Result<std::vector<PersonId>> check_mentions(Work& work,
                                             const Ticket& ticket,
                                             const std::vector<PersonId>& persons) {
    std::vector<PersonId> mentioned;
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < persons.size(); ++i) {
        if (std::ranges::find(mentioned, persons[i]) != mentioned.end()) continue;
        if (may_read_notes(work.tx, persons[i], ticket)) {
            mentioned.push_back(persons[i]);
        } else {
            errors.push_back({"/mentions/" + std::to_string(i), mention_unknown.name, {}});
        }
    }
    if (errors.empty()) return mentioned;
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

Result<MentionablePeople> list_mentionable(const View& view, const ListMentionable& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(note, ticket.customer)) return forbidden;
    std::vector<PersonId> persons;
    for (std::size_t i = 0; i < names(people::Role{}).size(); ++i) {
        for (const PersonId person :
             people::people_in_role(view.tx, static_cast<people::Role>(i))) {
            persons.push_back(person);
        }
    }
    persons = each_once(std::move(persons));
    std::erase_if(persons,
                  [&](PersonId person) { return !may_read_notes(view.tx, person, ticket); });
    if (persons.size() > mentionable_most) persons.resize(mentionable_most);
    MentionablePeople answer;
    for (const auto& [person, name] : people::person_names(view.tx, persons)) {
        answer.items.push_back({.person = person, .name = name});
    }
    std::ranges::sort(answer.items, {}, [](const MentionedPerson& one) {
        return std::pair(one.name, one.person);
    });
    return answer;
}

}  // namespace ogniwo::tickets
