#include "tickets/worker_service.hpp"

#include <algorithm>

#include "notices/service.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/telling.hpp"
#include "tickets/verbs.hpp"
#include "tickets/worker_rules.hpp"
#include "tickets/worker_store.hpp"
#include "tiers/duty_service.hpp"

namespace ogniwo::tickets {
namespace {

bool is_here(const View& view, PersonId person) {
    return people::is_active_staff(view.tx, person) && !tiers::is_absent(view.tx, person, view.now);
}

Voice voice_of(const View& view, const Ticket& ticket) {
    Voice voice{.kept_by = ticket.voice, .actor = view.actor.person};
    if (!ticket.voice) return voice;
    voice.is_here = is_here(view, *ticket.voice);
    const auto workers = store::list_workers(view.tx, ticket.id);
    voice.is_beside = view.actor.is(ticket.assignee) ||
                      std::ranges::any_of(workers, [&](const TicketWorker& one) {
                          return view.actor.is(one.person);
                      });
    return voice;
}

Error named(const View& view, const Ticket& ticket, Error error) {
    if (!ticket.voice) return error;
    const auto names = people::person_names(view.tx, {*ticket.voice});
    const auto name = names.find(*ticket.voice);
    error.shown = {{"name", name == names.end() ? "" : name->second},
                   {"tier", std::to_string(ticket.voice_tier.value_or(1))}};
    return error;
}

Result<Ticket> change_voice(Work& work, Ticket ticket) {
    save(work, ticket);
    work.record(TicketVoiceChanged{.voice = ticket.voice, .voice_tier = ticket.voice_tier},
                about(ticket));
    return with_names(work, std::move(ticket));
}

}  // namespace

Result<TicketWorkers> list_workers(const View& view, const ListWorkers& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    if (!view.actor.may(see_notes, ticket.customer)) return forbidden;
    TicketWorkers workers{.items = store::list_workers(view.tx, ticket.id)};
    std::vector<PersonId> persons;
    for (const TicketWorker& worker : workers.items) persons.push_back(worker.person);
    const auto names = people::person_names(view.tx, persons);
    for (TicketWorker& worker : workers.items) {
        const auto name = names.find(worker.person);
        if (name != names.end()) worker.name = name->second;
    }
    const Voice voice = voice_of(view, ticket);
    workers.may_take_voice =
        view.actor.may(work_on, ticket.customer) && static_cast<bool>(may_take_voice(voice));
    workers.voice_is_absent = voice.kept_by && !voice.is_here;
    return workers;
}

// Nothing has happened to the problem itself, so the ticket keeps its place in the lists.
Result<TicketWorkers> add_worker(Work& work, const AddWorker& wish) {
    TRY(const Ticket ticket, claim(work, wish.ticket, assign));
    TRY_DO(may_change(ticket.status));
    const PersonId person = wish.person.value_or(work.actor.person);
    if (!person || !people::is_active_staff(work.tx, person)) return worker_not_staff;
    if (ticket.assignee == person) return works_already;
    if (store::list_workers(work.tx, ticket.id).size() >= workers_beside_most) {
        return Error{.reason = workers_too_many,
                     .shown = {{"most", std::to_string(workers_beside_most)}}};
    }
    if (!store::insert_worker(work.tx, ticket.id, person, work.now)) return works_already;
    work.record(TicketWorkerAdded{.person = person}, about(ticket));
    tell_of(work, ticket, TicketWorkerAdded::name, {person});
    return list_workers(work, {.ticket = ticket.id});
}

Result<TicketWorkers> remove_worker(Work& work, const RemoveWorker& wish) {
    TRY(const Ticket ticket, claim(work, wish.ticket, assign));
    if (!store::delete_worker(work.tx, ticket.id, wish.person)) return missing;
    work.record(TicketWorkerRemoved{.person = wish.person}, about(ticket));
    tell_of(work, ticket, TicketWorkerRemoved::name, {wish.person});
    return list_workers(work, {.ticket = ticket.id});
}

Result<Ticket> take_voice(Work& work, const OfVoice& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    if (!work.actor.person || !people::is_active_staff(work.tx, work.actor.person)) {
        return assignee_not_staff;
    }
    if (const auto may = may_take_voice(voice_of(work, ticket)); !may) {
        return named(work, ticket, may.error());
    }
    const PersonId before = *ticket.voice;
    // Who takes it beside the ticket takes it to where the ticket is.
    if (work.actor.is(ticket.assignee)) ticket.voice_tier = ticket.tier;
    ticket.voice = work.actor.person;
    TRY(ticket, change_voice(work, std::move(ticket)));
    tell_of(work, ticket, TicketVoiceChanged::name, {before});
    return ticket;
}

Result<Ticket> give_up_voice(Work& work, const OfVoice& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    if (const auto may = may_end_voice(voice_of(work, ticket)); !may) {
        return named(work, ticket, may.error());
    }
    const PersonId before = *ticket.voice;
    end_voice(ticket);
    TRY(ticket, change_voice(work, std::move(ticket)));
    tell_of(work, ticket, TicketVoiceChanged::name, {before});
    return ticket;
}

Outcome may_speak_about(const View& view, const Ticket& ticket) {
    if (side_of(view.actor, ticket.customer) != By::staff) return Nothing{};
    const auto may = may_speak({.kept_by = ticket.voice, .actor = view.actor.person});
    if (may) return Nothing{};
    return named(view, ticket, may.error());
}

}  // namespace ogniwo::tickets
