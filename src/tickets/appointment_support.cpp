#include "tickets/appointment_support.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/check.hpp"
#include "base/crypto.hpp"
#include "base/describe.hpp"
#include "base/json.hpp"
#include "base/random.hpp"
#include "people/service.hpp"
#include "storage/outbox.hpp"
#include "storage/timers.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_letter.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/names.hpp"
#include "tickets/store.hpp"
#include "tickets/telling.hpp"
#include "tickets/verbs.hpp"
#include "tiers/week_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::chrono::hours around{24};
constexpr std::chrono::hours cancelled_shown{24 * 7};  // How long a link still says so.

std::string in_one_line(const people::Site& site) {
    std::string line = site.name;
    if (!site.address) return line;
    for (const std::string& part : site.address->lines) line += ", " + part;
    const std::string town =
        fmt::format("{}{}{}",
                    site.address->post_code,
                    site.address->post_code.empty() || site.address->city.empty() ? "" : " ",
                    site.address->city);
    return town.empty() ? line : line + ", " + town;
}

// The sites of each customer with one look-up.
class Places {
public:
    explicit Places(const View& view) : view_(as_system(view)) {}

    std::optional<std::string> place_of(const Appointment& appointment) {
        if (!appointment.site) return appointment.address;
        const auto& sites = sites_of(appointment.customer);
        const auto site = std::ranges::find(sites, *appointment.site, &people::Site::site);
        return site == sites.end() ? std::nullopt : std::optional(in_one_line(*site));
    }

private:
    const std::vector<people::Site>& sites_of(CustomerId customer) {
        const auto known = sites_.find(customer);
        if (known != sites_.end()) return known->second;
        auto list = people::list_sites(view_, {.customer = customer});
        return sites_[customer] = list ? std::move(list->items) : std::vector<people::Site>{};
    }

    View view_;
    std::map<CustomerId, std::vector<people::Site>> sites_{};
};

void hide(const View& view, Appointment& appointment) {
    if (view.actor.may(see_notes, appointment.customer)) return;
    appointment.travel_before.reset();
    appointment.travel_after.reset();
    appointment.internal_note.reset();
    appointment.noted_by.reset();
}

Time link_end(const Appointment& appointment, Time now) {
    if (appointment.state == AppointmentState::cancelled) return now + cancelled_shown;
    if (appointment.ends_at) return *appointment.ends_at;
    return appointment.offers.back() + Minutes{appointment.minutes};
}

std::string new_link(Work& work, const Appointment& appointment) {
    const std::string key = token(work.environment.random);
    store::insert_link(work.tx,
                       {.appointment = appointment.id, .person = *appointment.contact},
                       Blob{sha256(key)},
                       {work.now, link_end(appointment, work.now)});
    // The token stands behind the "#", so that browsers send it to nobody but the page.
    return work.environment.base_url + "/appointment#" + key;
}

AppointmentMailParams params_of(const View& view, const Appointment& shown) {
    AppointmentMailParams params{.ticket = shown.ticket,
                                 .kind = shown.kind,
                                 .times = starts_of(shown),
                                 .minutes = shown.minutes,
                                 .zone = people::company_zone(view.tx),
                                 .place = shown.place.value_or(""),
                                 .note = shown.customer_note.value_or(""),
                                 .reason = shown.reason.value_or(""),
                                 .company_name = people::company_name(view.tx)};
    if (!shown.starts_at) params.offers_until = shown.offers_until;
    for (const AppointmentPerson& one : shown.persons) params.technicians.push_back(one.name);
    return params;
}

void plan_reminder(Work& work, const Appointment& appointment) {
    const std::int64_t subject = appointment.id.value;
    if (appointment.state == AppointmentState::agreed) {
        const Time at = reminder_at(*appointment.starts_at, people::company_zone(work.tx));
        // Whoever agrees upon tomorrow has heard of it a moment ago.
        if (at > work.now) return timers::set(work.tx, appointment_timer, subject, at);
    }
    timers::clear(work.tx, appointment_timer, subject);
}

}  // namespace

Extent extent_of(const Appointment& appointment) {
    return {.minutes = Minutes{appointment.minutes},
            .before = Minutes{appointment.travel_before.value_or(0)},
            .after = Minutes{appointment.travel_after.value_or(0)}};
}

std::vector<PersonId> persons_of(const Appointment& appointment) {
    std::vector<PersonId> persons;
    for (const AppointmentPerson& one : appointment.persons) persons.push_back(one.person);
    return persons;
}

std::vector<PersonTimes> times_of(const View& view,
                                  const std::vector<PersonId>& persons,
                                  const Stretch& within,
                                  std::optional<AppointmentId> except) {
    return times_of(view, weeks_around(view, persons, within), within, except);
}

std::vector<tiers::PersonWeek> weeks_around(const View& view,
                                            const std::vector<PersonId>& persons,
                                            const Stretch& within) {
    return tiers::weeks_of(view, persons, {within.from - around, within.to + around});
}

std::vector<PersonTimes> times_of(const View& view,
                                  const std::vector<tiers::PersonWeek>& weeks,
                                  const Stretch& within,
                                  std::optional<AppointmentId> except) {
    const Stretch wide{within.from - around, within.to + around};
    std::vector<PersonId> persons;
    std::vector<PersonTimes> times;
    for (const auto& week : weeks) {
        persons.push_back(week.person);
        PersonTimes one{.person = week.person, .knows_hours = week.knows_hours};
        for (const auto& span : week.works) one.works.push_back({span.from, span.to});
        for (const auto& absence : week.absences) {
            one.absences.push_back({absence.from, absence.to});
        }
        times.push_back(std::move(one));
    }
    for (const auto& taken : store::list_taken(view.tx, persons, wide, view.now)) {
        if (taken.taken.appointment == except) continue;
        std::ranges::find(times, taken.person, &PersonTimes::person)->taken.push_back(taken.taken);
    }
    return times;
}

std::vector<Appointment> list_expected(const View& view, const std::vector<TicketId>& tickets) {
    auto expected = store::list_appointments_of(view.tx, tickets);
    std::erase_if(expected, [&](const Appointment& one) { return !is_expected(one, view.now); });
    return expected;
}

std::vector<store::HeldTime> held_times(const Appointment& appointment) {
    using store::Hold;
    Hold hold = appointment.starts_at ? Hold::firm : Hold::offered;
    if (appointment.state == AppointmentState::cancelled) hold = Hold::none;
    std::vector<store::HeldTime> held;
    for (const Time start : starts_of(appointment)) {
        for (const AppointmentPerson& one : appointment.persons) {
            held.push_back({.person = one.person,
                            .time = with_travel(start, extent_of(appointment)),
                            .hold = hold});
        }
    }
    return held;
}

View as_system(const View& view) {
    return view_as(view, Actor::system());
}

View view_as(const View& view, const Actor& actor) {
    return {view.tx, actor, view.now, view.environment, view.caller};
}

void complete(const View& view, std::vector<Appointment>& appointments) {
    Names names;
    for (const Appointment& one : appointments) {
        for (const AppointmentPerson& person : one.persons) names.persons.want(person.person);
        names.persons.want(one.contact);
        names.customers.want(one.customer);
    }
    names.load(view.tx);
    const ShownAs& shown = names.shown;
    Places places(view);
    for (Appointment& one : appointments) {
        for (AppointmentPerson& person : one.persons) {
            person.name = names.persons.find(person.person).value_or("");
        }
        if (one.contact) one.contact_name = names.persons.find(one.contact).value_or("");
        one.customer_name = names.customers.find(one.customer);
        one.place = places.place_of(one);
        hide(view, one);
        shown.show(one.customer);
        shown.show(one.contact);
    }
}

Appointment complete(const View& view, Appointment appointment) {
    std::vector<Appointment> one;
    one.push_back(std::move(appointment));
    complete(view, one);
    return std::move(one.front());
}

void complete(const View& view, std::vector<AppointmentClash>& clashes) {
    NamesOf<PersonId> names;
    std::vector<std::int64_t> tickets;
    for (const AppointmentClash& clash : clashes) {
        names.want(clash.person);
        if (clash.ticket) tickets.push_back(clash.ticket->value);
    }
    load_person_names(view.tx, names);
    std::set<TicketId> visible;
    if (!tickets.empty()) {
        for (const Ticket& ticket : store::list_tickets_by_id(view.tx, tickets)) {
            if (may_see(view.actor, ticket)) visible.insert(ticket.id);
        }
    }
    for (AppointmentClash& clash : clashes) {
        clash.name = names.find(clash.person);
        if (clash.ticket && !visible.contains(*clash.ticket)) clash.ticket.reset();
    }
}

AppointmentStep step_of(const Appointment& appointment) {
    return {.appointment = appointment.id,
            .version = appointment.version,
            .kind = appointment.kind,
            .state = appointment.state,
            .persons = persons_of(appointment),
            .starts_at = appointment.starts_at,
            .offers = appointment.offers,
            .minutes = appointment.minutes,
            .travel_before = appointment.travel_before.value_or(0),
            .travel_after = appointment.travel_after.value_or(0),
            .site = appointment.site,
            .contact = appointment.contact,
            .missed_by = appointment.missed_by,
            .sequence = appointment.sequence};
}

void save_appointment(Work& work, Appointment& appointment) {
    appointment.changed_at = moment_of(work);
    if (appointment.starts_at) {
        appointment.ends_at = *appointment.starts_at + Minutes{appointment.minutes};
    } else {
        appointment.ends_at.reset();
    }
    if (appointment.id) {
        ++appointment.version;
        store::update_appointment(work.tx, appointment);
        store::extend_links(work.tx, appointment.id, link_end(appointment, work.now));
    } else {
        appointment.version = 1;
        appointment.id = store::insert_appointment(work.tx, appointment);
    }
    store::save_held_times(work.tx, appointment.id, held_times(appointment));
    plan_reminder(work, appointment);
}

void tell_staff(Work& work,
                const Ticket& ticket,
                const std::vector<PersonId>& persons,
                std::string_view kind) {
    std::vector<PersonId> told = persons;
    if (ticket.assignee) told.push_back(*ticket.assignee);
    tell_of(work, ticket, kind, told);
}

bool write_letter(Work& work, const Appointment& appointment, Letter letter) {
    if (!appointment.contact) return false;
    const auto reader = people::find_reachable(work.tx, *appointment.contact);
    if (!reader) return false;
    const Appointment shown = complete(as_system(work), appointment);
    AppointmentMail mail{.to = reader->email,
                         .template_name = "tickets.appointment_" + std::string(enum_name(letter)),
                         .language = reader->language,
                         .params = params_of(work, shown)};
    mail.params.given_name = reader->given_name;
    if (letter != Letter::cancelled) mail.params.url = new_link(work, appointment);
    outbox::put(work, "mail", to_json(mail));
    return true;
}

bool remind_technician(Work& work, const Appointment& appointment, PersonId technician) {
    const auto reader = people::find_reachable(work.tx, technician);
    if (!reader) return false;
    const Appointment shown = complete(as_system(work), appointment);
    AppointmentMail mail{.to = reader->email,
                         .template_name = "tickets.appointment_reminder_technician",
                         .language = reader->language,
                         .params = params_of(work, shown)};
    mail.params.given_name = reader->given_name;
    mail.params.url =
        fmt::format("{}/tickets/{}", work.environment.base_url, appointment.ticket.value);
    outbox::put(work, "mail", to_json(mail));
    return true;
}

void end(
    Work& work, Ticket& ticket, Appointment& appointment, const EndAppointment& wish, EndedBy by) {
    appointment.state = wish.state;
    if (wish.state == AppointmentState::missed) appointment.missed_by = wish.missed_by;
    std::vector<EventText> texts;
    const bool is_cancelled = wish.state == AppointmentState::cancelled;
    if (is_cancelled) {
        appointment.reason = tidy_text(wish.reason);
        appointment.noted_by = me(work);
        ++appointment.sequence;
        texts.push_back({"reason", *appointment.reason});
    }
    save(work, ticket);
    save_appointment(work, appointment);
    AppointmentStep step = step_of(appointment);
    if (by == EndedBy::link) step.by_link = true;
    work.record(TicketAppointmentEnded{.step = std::move(step)}, about(ticket), std::move(texts));
    if (is_cancelled) write_letter(work, appointment, Letter::cancelled);
    tell_staff(work, ticket, persons_of(appointment), TicketAppointmentEnded::name);
}

}  // namespace ogniwo::tickets
