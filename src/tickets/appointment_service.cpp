#include "tickets/appointment_service.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/check.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_support.hpp"
#include "tickets/events.hpp"
#include "tickets/merge_store.hpp"
#include "tickets/site_service.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/time_service.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

Error wrong_field(std::string pointer, Reason reason) {
    return {.reason = invalid_fields, .fields = {{std::move(pointer), reason.name, {}}}};
}

Result<std::vector<AppointmentPerson>> technicians_of(Tx& tx,
                                                      const std::vector<PersonId>& persons) {
    std::vector<AppointmentPerson> technicians;
    for (const PersonId person : each_once(persons)) {
        if (!people::is_active_staff(tx, person)) {
            return wrong_field("/plan/persons", technician_unknown);
        }
        technicians.push_back({.person = person});
    }
    return technicians;
}

// Who of the customer is told: whoever is named, else who asked for help. Offers need somebody who
// can be written to.
Result<std::optional<PersonId>> contact_of(const View& view,
                                           const Ticket& ticket,
                                           const AppointmentWish& plan) {
    const auto contact = plan.contact ? plan.contact : ticket.requester;
    if (plan.contact && plan.contact != ticket.requester &&
        !people::belongs_to(view.tx, *plan.contact, ticket.customer)) {
        return wrong_field("/plan/contact", contact_unknown);
    }
    const bool is_reachable = contact && people::find_reachable(view.tx, *contact);
    if (!plan.starts_at && !is_reachable) return wrong_field("/plan/contact", contact_unreachable);
    return contact;
}

// Offers whose times stay the same are open as long as they were, unless the plan says how long.
void set_times(const Work& work, const AppointmentWish& plan, Appointment& appointment) {
    if (plan.starts_at) {
        if (appointment.starts_at != plan.starts_at) {
            appointment.offers.clear();
            appointment.offers_until.reset();
        }
        appointment.state = AppointmentState::agreed;
        appointment.starts_at = plan.starts_at;
        return;
    }
    std::vector<Time> offers = *plan.offers;
    std::ranges::sort(offers);
    const bool is_same = appointment.state == AppointmentState::offered &&
                         appointment.offers == offers && appointment.offers_until > work.now;
    if (!is_same || plan.offer_days) {
        const Time last_word =
            work.now + std::chrono::hours{24} * plan.offer_days.value_or(offer_days_default);
        appointment.offers_until = std::min(last_word, offers.back());
    }
    appointment.state = AppointmentState::offered;
    appointment.starts_at.reset();
    appointment.offers = std::move(offers);
}

// The appointment as the plan wants it; whatever it was before.
Outcome apply(const Work& work,
              const Ticket& ticket,
              const AppointmentWish& plan,
              Appointment& appointment) {
    TRY_DO(check_plan(plan, work.now, "/plan", appointment));
    TRY(appointment.persons, technicians_of(work.tx, plan.persons));
    if (plan.site && !people::is_site_of(work.tx, *plan.site, ticket.customer)) {
        return wrong_field("/plan/site", site_unknown);
    }
    stay_one_at(work.tx, plan.site, ticket.customer);
    TRY(appointment.contact, contact_of(work, ticket, plan));
    appointment.kind = plan.kind;
    appointment.minutes = plan.minutes;
    appointment.travel_before = plan.travel_before.value_or(0);
    appointment.travel_after = plan.travel_after.value_or(0);
    appointment.site = plan.site;
    set_times(work, plan, appointment);
    return Nothing{};
}

// The words of a plan, as texts of its event. Whoever leaves them as they were does not make them
// theirs.
std::vector<EventText> take_words(const Work& work,
                                  const AppointmentWish& plan,
                                  Appointment& appointment) {
    std::vector<EventText> texts;
    const auto take = [&](const char* field,
                          std::optional<std::string> Appointment::*member,
                          std::optional<std::string> text) {
        if (appointment.*member == text) return;
        appointment.*member = text;
        appointment.noted_by = me(work);
        if (text) texts.push_back({field, *std::move(text)});
    };
    take("address", &Appointment::address, plan.site ? std::nullopt : tidy_text(plan.address));
    take("customerNote", &Appointment::customer_note, tidy_text(plan.customer_note));
    take("internalNote", &Appointment::internal_note, tidy_text(plan.internal_note));
    return texts;
}

// Under the claims of the calendars: what is seen now is what will be.
Outcome none_is_booked(const Work& work,
                       const Appointment& appointment,
                       const std::vector<AppointmentId>& despite) {
    const auto held = held_times(appointment);
    const auto persons = persons_of(appointment);
    store::claim_calendars(work.tx, persons);
    Stretch all = held.front().time;
    for (const auto& one : held) {
        all = {std::min(all.from, one.time.from), std::max(all.to, one.time.to)};
    }
    std::set<AppointmentId> others;
    PersonId booked{};
    for (const auto& taken : store::list_taken(work.tx, persons, all, work.now)) {
        const Taken& other = taken.taken;
        const bool meets = std::ranges::any_of(held, [&](const auto& one) {
            return one.person == taken.person && one.time.from < other.time.to &&
                   other.time.from < one.time.to;
        });
        const bool is_meant = std::ranges::find(despite, other.appointment) != despite.end();
        if (!meets || !other.is_firm || other.appointment == appointment.id || is_meant) continue;
        others.insert(other.appointment);
        booked = taken.person;
    }
    if (others.empty()) return Nothing{};
    std::string ids;
    for (const AppointmentId other : others) {
        ids += (ids.empty() ? "" : ",") + std::to_string(other.value);
    }
    return Error{.reason = technician_booked,
                 .shown = {{"name", people::person_names(work.tx, {booked})[booked]},
                           {"appointments", ids}}};
}

struct Claimed {
    Ticket ticket{};
    Appointment appointment{};
};
Result<Claimed> claim_appointment(Work& work, TicketId id, AppointmentId appointment) {
    TRY(Ticket ticket, claim_even_merged(work, id, work_on));
    auto found = store::find_appointment(work.tx, appointment);
    if (!found || found->ticket != ticket.id) return missing;
    return Claimed{std::move(ticket), *std::move(found)};
}

std::vector<PersonId> together(std::vector<PersonId> some, const std::vector<PersonId>& others) {
    some.insert(some.end(), others.begin(), others.end());
    return some;
}

// For all who were there, or for oneself where one may book for nobody else.
BookTime booking_of(const Work& work, const Appointment& appointment, WorkTypeId type) {
    // Whoever was merged since goes on as somebody else, who may even have been there beside them.
    std::vector<PersonId> persons = people::going_on(work.tx, persons_of(appointment));
    const bool is_there = std::ranges::find(persons, work.actor.person) != persons.end();
    if (is_there && !work.actor.may(book_for_others, appointment.customer)) {
        persons = {work.actor.person};
    }
    return {.ticket = appointment.ticket,
            .work = {.work_type = type, .started_at = appointment.starts_at},
            .persons = std::move(persons)};
}

Outcome book_work_of(Work& work, const Appointment& appointment, const EndAppointment& wish) {
    if (wish.state != AppointmentState::done) return Nothing{};
    const int travel = appointment.travel_before.value_or(0) + appointment.travel_after.value_or(0);
    if (wish.work_type) {
        BookTime booking = booking_of(work, appointment, *wish.work_type);
        booking.work.minutes = wish.minutes.value_or(appointment.minutes);
        TRY_DO(book_time(work, booking));
    }
    if (wish.travel_type && travel > 0) {
        BookTime booking = booking_of(work, appointment, *wish.travel_type);
        booking.work.minutes = travel;
        TRY_DO(book_time(work, booking));
    }
    return Nothing{};
}

// Nobody comes for what is closed, also where a merged ticket goes on.
Outcome may_promise(const Work& work, const Ticket& ticket) {
    const TicketId goes_on = store::find_goes_on(work.tx, ticket.id);
    return may_change(store::list_tickets_by_id(work.tx, {goes_on.value}).front().status);
}

std::string closed_by_customer(Tx& tx) {
    return people::company_language(tx) == people::Language::pl
               ? "Zgłoszenie zamknięte przez klienta."
               : "Closed by the customer.";
}

}  // namespace

Result<Appointment> make_appointment(Work& work, const MakeAppointment& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_change(ticket.status));
    Appointment appointment{.ticket = ticket.id, .customer = ticket.customer};
    TRY_DO(apply(work, ticket, wish.plan, appointment));
    const auto others = store::list_appointments_of(work.tx, {ticket.id});
    if (others.size() >= static_cast<std::size_t>(appointments_of_ticket_most)) {
        return appointments_too_many;
    }
    TRY_DO(none_is_booked(work, appointment, wish.despite.value_or(std::vector<AppointmentId>{})));

    auto texts = take_words(work, wish.plan, appointment);
    save(work, ticket);
    save_appointment(work, appointment);
    work.record(
        TicketAppointmentMade{.step = step_of(appointment)}, about(ticket), std::move(texts));
    const bool is_offer = appointment.state == AppointmentState::offered;
    write_letter(work, appointment, is_offer ? Letter::offered : Letter::agreed);
    tell_staff(work, ticket, persons_of(appointment), TicketAppointmentMade::name);
    return complete(work, std::move(appointment));
}

Result<Appointment> change_appointment(Work& work, const ChangeAppointment& wish) {
    TRY(Claimed claimed, claim_appointment(work, wish.ticket, wish.appointment));
    Appointment& appointment = claimed.appointment;
    if (appointment.version != wish.appointment_version) return stale;
    const bool is_open = appointment.state == AppointmentState::offered ||
                         appointment.state == AppointmentState::agreed;
    if (!is_open) return appointment_over;
    const Appointment before = appointment;
    TRY_DO(apply(work, claimed.ticket, wish.plan, appointment));
    TRY_DO(none_is_booked(work, appointment, wish.despite.value_or(std::vector<AppointmentId>{})));

    auto texts = take_words(work, wish.plan, appointment);
    const bool is_kept = keeps_promise(before, appointment, work.now);
    if (!is_kept) {
        TRY_DO(may_promise(work, claimed.ticket));
        ++appointment.sequence;
    }
    save(work, claimed.ticket);
    save_appointment(work, appointment);
    work.record(TicketAppointmentChanged{.step = step_of(appointment)},
                about(claimed.ticket),
                std::move(texts));
    const bool is_offer = appointment.state == AppointmentState::offered;
    if (!is_kept) write_letter(work, appointment, is_offer ? Letter::offered : Letter::changed);
    tell_staff(work,
               claimed.ticket,
               together(persons_of(before), persons_of(appointment)),
               TicketAppointmentChanged::name);
    return complete(work, std::move(appointment));
}

Result<Appointment> end_appointment(Work& work, const EndAppointment& wish) {
    TRY(Claimed claimed, claim_appointment(work, wish.ticket, wish.appointment));
    Appointment& appointment = claimed.appointment;
    if (appointment.version != wish.appointment_version) return stale;
    TRY_DO(may_end(appointment, wish, work.now));
    end(work, claimed.ticket, appointment, wish);
    TRY_DO(book_work_of(work, appointment, wish));
    return complete(work, std::move(appointment));
}

Outcome close_appointments(Work& work, Ticket& ticket) {
    auto expected = list_expected(work, store::list_joined(work.tx, ticket.id));
    if (expected.empty()) return Nothing{};
    if (side_of(work.actor, ticket.customer) == By::staff) return appointment_open;
    const EndAppointment cancelled{.state = AppointmentState::cancelled,
                                   .reason = closed_by_customer(work.tx)};
    for (Appointment& one : expected) {
        // How it ended is for those to say who are there.
        if (one.starts_at && *one.starts_at <= work.now) continue;
        if (one.ticket == ticket.id) {
            end(work, ticket, one, cancelled);
            ++ticket.version;
            continue;
        }
        auto merged = store::claim_ticket(work.tx, Actor::system().scope(see_own), one.ticket);
        INVARIANT(merged.has_value());
        end(work, *merged, one, cancelled);
    }
    return Nothing{};
}

Result<AppointmentLetter> send_appointment_link(Work& work, const OfAppointment& wish) {
    TRY(Claimed claimed, claim_appointment(work, wish.ticket, wish.appointment));
    const Appointment& appointment = claimed.appointment;
    const bool is_offer = appointment.state == AppointmentState::offered;
    if (!is_offer && appointment.state != AppointmentState::agreed) return appointment_over;
    if (!write_letter(work, appointment, is_offer ? Letter::offered : Letter::agreed)) {
        return contact_unreachable;
    }
    work.record(TicketAppointmentLinked{.step = step_of(appointment), .active = true},
                about(claimed.ticket));
    const PersonId contact = *appointment.contact;
    return AppointmentLetter{.contact_name = people::person_names(work.tx, {contact})[contact]};
}

Result<RevokedLinks> revoke_appointment_links(Work& work, const OfAppointment& wish) {
    TRY(const Claimed claimed, claim_appointment(work, wish.ticket, wish.appointment));
    const RevokedLinks revoked{.links = store::delete_links_of(work.tx, wish.appointment)};
    work.record(TicketAppointmentLinked{.step = step_of(claimed.appointment), .active = false},
                about(claimed.ticket));
    return revoked;
}

Result<AppointmentSettings> read_appointment_settings(const View& view, const Nothing&) {
    return store::load_appointment_settings(view.tx);
}

Result<AppointmentSettings> edit_appointment_settings(Work& work,
                                                      const EditAppointmentSettings& wish) {
    AppointmentSettings settings = store::load_appointment_settings(work.tx);
    settings.version = wish.version;
    settings.move_hours = wish.move_hours.value_or(settings.move_hours);
    settings.feed_detail = wish.feed_detail.value_or(settings.feed_detail);
    if (!store::save_appointment_settings(work.tx, settings)) return stale;
    ++settings.version;
    work.record(AppointmentSettingsChanged{.move_hours = settings.move_hours,
                                           .feed_detail = settings.feed_detail},
                {.kind = "appointment_settings", .id = 1, .version = settings.version});
    return settings;
}

// --- Reminders

Outcome appointment_due(Work& work, const Timer& timer) {
    const auto appointment = store::find_appointment(work.tx, {timer.subject});
    if (!appointment || appointment->state != AppointmentState::agreed) return Nothing{};
    if (*appointment->starts_at <= work.now) return Nothing{};  // The server slept through it.
    const Scope scope = work.actor.scope(see_own);
    const auto known = store::find_ticket(work.tx, scope, appointment->ticket);
    if (!known || known->spam_at) return Nothing{};
    const auto ticket = store::claim_ticket(work.tx, scope, appointment->ticket);
    work.record(TicketAppointmentReminded{.step = step_of(*appointment)}, about(*ticket));
    write_letter(work, *appointment, Letter::reminder);
    std::vector<PersonId> others;
    for (const PersonId technician : who_may_see(work.tx, persons_of(*appointment), *ticket)) {
        if (!remind_technician(work, *appointment, technician)) others.push_back(technician);
    }
    tell_of(work, *ticket, TicketAppointmentReminded::name, others);
    return Nothing{};
}

void forget_appointment_links(Work& work) {
    store::delete_expired_links(work.tx, work.now);
}

std::vector<OwnAppointment> appointments_of_person(const View& view, PersonId person) {
    return store::list_own_appointments(view.tx, person);
}

// In the journal, too, where somebody else has written about meeting them.
void erase_appointments_of(Work& work, PersonId person) {
    for (const TicketId ticket : store::list_tickets_with_contact(work.tx, person)) {
        for (const Event& event : journal::of_subject(work.tx, "ticket", ticket.value)) {
            const AppointmentStep* step = nullptr;
            const auto what = read_event(event);
            if (what) step = appointment_step(*what);
            if (step != nullptr && step->contact == person) {
                journal::erase_texts_of(work, event.id());
            }
        }
    }
    store::erase_appointments_of(work.tx, person);
}

// --- The check

void compare_appointments(Tx& tx,
                          TicketId ticket,
                          const std::vector<Event>& events,
                          std::vector<Difference>& found) {
    std::map<AppointmentId, AppointmentStep> told;
    for (const Event& event : events) {
        const auto what = read_event(event);
        const AppointmentStep* step = what ? appointment_step(*what) : nullptr;
        if (step != nullptr) told[step->appointment] = *step;
    }
    const auto differs = [&](AppointmentId id, const char* stored, const char* replayed) {
        found.push_back({.ticket = ticket,
                         .field = "appointment " + std::to_string(id.value),
                         .stored = stored,
                         .replayed = replayed});
    };
    for (const Appointment& appointment : store::list_appointments_of(tx, {ticket})) {
        const auto step = told.find(appointment.id);
        if (step == told.end()) {
            differs(appointment.id, "there", "not there");
            continue;
        }
        AppointmentStep stored = step_of(appointment);
        stored.by_link = step->second.by_link;
        if (stored != step->second) differs(appointment.id, "otherwise", "as told");
        told.erase(step);
    }
    for (const auto& [id, step] : told) differs(id, "not there", "there");
}

}  // namespace ogniwo::tickets
