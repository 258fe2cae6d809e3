// The customer's own verbs, by a link. Whoever holds it acts as the person it was sent to, and may
// do nothing else.

#include <algorithm>

#include "base/crypto.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/appointment_support.hpp"
#include "tickets/invitation.hpp"
#include "tickets/store.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {
namespace {

struct OpenLink {
    Appointment appointment{};
    people::Reachable reader{};
    Actor holder{};
};

// Nothing for a text that is no link, one that is over or taken back, and one of somebody who has
// left.
std::optional<OpenLink> find_open_link(Tx& tx, std::string_view token, Time now) {
    if (!looks_like_token(token)) return std::nullopt;
    const auto link = store::find_link(tx, Blob{sha256(token)}, now);
    if (!link) return std::nullopt;
    auto appointment = store::find_appointment(tx, link->appointment);
    auto reader = people::find_reachable(tx, link->person);
    if (!appointment || appointment->contact != link->person || !reader) return std::nullopt;
    return OpenLink{.appointment = *std::move(appointment),
                    .reader = *std::move(reader),
                    .holder = {.kind = Actor::Kind::person, .person = link->person}};
}

std::vector<Time> free_times_of(const View& view, const Appointment& appointment, Time from) {
    const Stretch window{from, from + free_times_ahead};
    const auto persons = times_of(view, persons_of(appointment), window, appointment.id);
    return free_starts(persons,
                       {.window = window,
                        .extent = extent_of(appointment),
                        .most = static_cast<std::size_t>(free_times_by_link),
                        .step = free_times_apart},
                       view.now,
                       people::company_zone(view.tx));
}

bool is_free(const View& view, const Appointment& appointment, Time start) {
    const Extent extent = extent_of(appointment);
    const auto persons =
        times_of(view, persons_of(appointment), with_travel(start, extent), appointment.id);
    const auto clashes = clashes_at(persons, start, extent, people::company_zone(view.tx));
    return std::ranges::none_of(clashes, [](const AppointmentClash& clash) {
        return clash.kind == ClashKind::booked || clash.kind == ClashKind::absent;
    });
}

LinkedAppointment shown(const View& view, const OpenLink& open) {
    const int hours = store::load_appointment_settings(view.tx).move_hours;
    const Appointment appointment = complete(as_system(view), open.appointment);
    LinkedAppointment linked{.kind = appointment.kind,
                             .state = appointment.state,
                             .ticket = appointment.ticket,
                             .company_name = people::company_name(view.tx),
                             .language = open.reader.language,
                             .zone = people::company_zone(view.tx),
                             .given_name = open.reader.given_name,
                             .starts_at = appointment.starts_at,
                             .minutes = appointment.minutes,
                             .place = appointment.place,
                             .customer_note = appointment.customer_note,
                             .may_move = bool(may_still_move(appointment, view.now, hours)),
                             .move_hours = hours};
    for (const AppointmentPerson& one : appointment.persons) {
        linked.technicians.push_back(one.name);
    }
    if (!linked.may_move) return linked;
    const bool is_offer = appointment.state == AppointmentState::offered;
    if (is_offer) linked.offers_until = appointment.offers_until;
    if (is_offer && appointment.offers_until <= view.now) return linked;
    const Time from = is_offer ? view.now : view.now + std::chrono::hours{hours};
    for (const Time offer : appointment.offers) {
        if (offer > from && offer != appointment.starts_at && is_free(view, appointment, offer)) {
            linked.offers.push_back(offer);
        }
    }
    if (is_offer) return linked;
    linked.free_times = free_times_of(view, appointment, from);
    std::erase_if(linked.free_times, [&](Time time) { return time == appointment.starts_at; });
    return linked;
}

// Between the look at the calendar and now somebody else may have been quicker.
Outcome is_still_free(const Work& work, const Appointment& appointment, Time start) {
    store::claim_calendars(work.tx, persons_of(appointment));
    if (!is_free(work, appointment, start)) return appointment_time_taken;
    return Nothing{};
}

Error wrong_time(Reason reason) {
    return {.reason = invalid_fields, .fields = {{"/startsAt", reason.name, {}}}};
}

// In this order: it is over; too late; the offers have expired; a time that was never to be had.
Outcome may_choose(const View& view, const Appointment& appointment, Time start) {
    const int hours = store::load_appointment_settings(view.tx).move_hours;
    TRY_DO(may_still_move(appointment, view.now, hours));
    const bool is_offered =
        std::ranges::find(appointment.offers, start) != appointment.offers.end();
    if (appointment.state == AppointmentState::offered) {
        if (appointment.offers_until <= view.now) return offers_expired;
        if (!is_offered || start <= view.now) return wrong_time(time_not_offered);
        return Nothing{};
    }
    const Time from = view.now + std::chrono::hours{hours};
    if (is_offered && start > from) return Nothing{};
    const auto free = free_times_of(view, appointment, from);
    if (std::ranges::find(free, start) == free.end()) return wrong_time(time_not_offered);
    return Nothing{};
}

// Nobody has asked for rights, since the link is the right.
std::optional<Ticket> claim_ticket_of(Work& work, const Appointment& appointment) {
    return store::claim_ticket(work.tx, Actor::system().scope(see_own), appointment.ticket);
}

}  // namespace

Result<LinkedAppointment> look_at_appointment(const View& view, const LookAtAppointment& wish) {
    const auto open = find_open_link(view.tx, wish.token, view.now);
    if (!open) return missing;
    return shown(view, *open);
}

Result<TextAnswer> linked_appointment_file(const View& view, const LookAtAppointment& wish) {
    const auto open = find_open_link(view.tx, wish.token, view.now);
    if (!open) return missing;
    if (!open->appointment.starts_at) return appointment_not_agreed;
    return invitation(view, open->appointment);
}

Result<LinkedAppointment> choose_appointment_time(Work& work, const ChooseAppointmentTime& wish) {
    auto open = find_open_link(work.tx, wish.token, work.now);
    if (!open) return missing;
    Appointment& appointment = open->appointment;
    if (appointment.starts_at == wish.starts_at && appointment.state == AppointmentState::agreed) {
        return shown(work, *open);  // Chosen twice is chosen.
    }
    auto ticket = claim_ticket_of(work, appointment);
    if (!ticket) return missing;
    TRY_DO(may_choose(work, appointment, wish.starts_at));
    TRY_DO(is_still_free(work, appointment, wish.starts_at));

    Work own = acting_as(work, open->holder);
    appointment.state = AppointmentState::agreed;
    appointment.starts_at = wish.starts_at;
    ++appointment.sequence;
    save(own, *ticket);
    save_appointment(own, appointment);
    AppointmentStep step = step_of(appointment);
    step.by_link = true;
    own.record(TicketAppointmentAgreed{.step = std::move(step)}, about(*ticket));
    write_letter(own, appointment, Letter::agreed);
    tell_staff(own, *ticket, persons_of(appointment), TicketAppointmentAgreed::name);
    return shown(work, *open);
}

Result<LinkedAppointment> cancel_appointment_by_link(Work& work,
                                                     const CancelAppointmentByLink& wish) {
    auto open = find_open_link(work.tx, wish.token, work.now);
    if (!open) return missing;
    Appointment& appointment = open->appointment;
    auto ticket = claim_ticket_of(work, appointment);
    if (!ticket) return missing;
    const int hours = store::load_appointment_settings(work.tx).move_hours;
    TRY_DO(may_still_move(appointment, work.now, hours));
    TRY(std::string reason, written(wish.reason, "/reason"));

    Work own = acting_as(work, open->holder);
    end(own,
        *ticket,
        appointment,
        {.state = AppointmentState::cancelled, .reason = std::move(reason)},
        EndedBy::link);
    return shown(work, *open);
}

}  // namespace ogniwo::tickets
