// What is asked before somebody plans: what there is, what speaks against a time, when people are
// free, and who should go.

#include <algorithm>

#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/appointment_support.hpp"
#include "tickets/invitation.hpp"
#include "tickets/verbs.hpp"
#include "tiers/skill_service.hpp"
#include "tiers/week_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::chrono::hours window_most{24 * 62};

Result<Ticket> load_worked_on(const View& view, TicketId id) {
    TRY(Ticket ticket, load_visible(view, id));
    if (!view.actor.may(work_on, ticket.customer)) return forbidden;
    return ticket;
}

Outcome check_window(Time from, Time to, Time now) {
    TRY_DO(tiers::is_near(from, now, "/from"));
    if (from < to && to - from <= window_most) return Nothing{};
    return Error{.reason = invalid_fields, .fields = {{"/to", window_malformed.name, {}}}};
}

Outcome are_staff(Tx& tx, const std::vector<PersonId>& persons, const std::string& pointer) {
    for (const PersonId person : persons) {
        if (people::is_active_staff(tx, person)) continue;
        return Error{.reason = invalid_fields, .fields = {{pointer, technician_unknown.name, {}}}};
    }
    return Nothing{};
}

Extent extent_of(int minutes, std::optional<int> before, std::optional<int> after) {
    return {.minutes = Minutes{minutes},
            .before = Minutes{before.value_or(0)},
            .after = Minutes{after.value_or(0)}};
}

// Whose times do not count: another ticket's appointment is no reason to overlook anything.
std::optional<Appointment> itself(Tx& tx, TicketId ticket, std::optional<AppointmentId> id) {
    auto found = id ? store::find_appointment(tx, *id) : std::nullopt;
    return found && found->ticket == ticket ? std::move(found) : std::nullopt;
}

std::optional<AppointmentId> id_of(const std::optional<Appointment>& appointment) {
    return appointment ? std::optional(appointment->id) : std::nullopt;
}

// The town of the site, or nothing that helps.
std::string town_of(const View& view, const Ticket& ticket, std::optional<people::SiteId> site) {
    if (!site) return {};
    const auto sites = people::list_sites(as_system(view), {.customer = ticket.customer});
    if (!sites) return {};
    const auto found = std::ranges::find(sites->items, *site, &people::Site::site);
    return found != sites->items.end() && found->address ? found->address->city : std::string();
}

// Of that day, travel included.
int minutes_on(const PersonTimes& person, Time at, std::string_view zone) {
    const auto day = local_date(at, zone);
    Microseconds sum{0};
    for (const Taken& taken : person.taken) {
        if (taken.is_firm && local_date(taken.time.from, zone) == day) {
            sum += taken.time.to - taken.time.from;
        }
    }
    return static_cast<int>(std::chrono::floor<Minutes>(sum).count());
}

}  // namespace

Result<TicketAppointments> list_appointments(const View& view, const ListAppointments& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    TicketAppointments list{.items =
                                store::list_appointments_of(view.tx, talk_of(view.tx, ticket.id))};
    complete(view, list.items);
    return list;
}

Result<AppointmentClashes> preview_appointment(const View& view, const PreviewAppointment& wish) {
    TRY(const Ticket ticket, load_worked_on(view, wish.ticket));
    const auto changed = itself(view.tx, ticket.id, wish.appointment);
    TRY_DO(check_plan(wish.plan, view.now, "/plan", changed.value_or(Appointment{})));
    TRY_DO(are_staff(view.tx, wish.plan.persons, "/plan/persons"));
    const Extent extent =
        extent_of(wish.plan.minutes, wish.plan.travel_before, wish.plan.travel_after);
    std::vector<Time> starts = wish.plan.offers.value_or(std::vector<Time>{});
    if (wish.plan.starts_at) starts = {*wish.plan.starts_at};
    std::ranges::sort(starts);

    const Stretch all{with_travel(starts.front(), extent).from,
                      with_travel(starts.back(), extent).to};
    const auto persons = times_of(view, each_once(wish.plan.persons), all, id_of(changed));
    const std::string zone = people::company_zone(view.tx);
    AppointmentClashes clashes;
    for (const Time start : starts) {
        std::ranges::move(clashes_at(persons, start, extent, zone),
                          std::back_inserter(clashes.items));
    }
    complete(view, clashes.items);
    return clashes;
}

Result<FreeTimes> find_free_times(const View& view, const FindFreeTimes& wish) {
    TRY(const Ticket ticket, load_worked_on(view, wish.ticket));
    TRY_DO(check_window(wish.from, wish.to, view.now));
    TRY_DO(are_staff(view.tx, wish.persons, "/persons"));
    const Stretch window{wish.from, wish.to};
    const auto persons = times_of(
        view, each_once(wish.persons), window, id_of(itself(view.tx, ticket.id, wish.appointment)));
    const Extent extent = extent_of(wish.minutes, wish.travel_before, wish.travel_after);
    return FreeTimes{.items = free_starts(persons,
                                          {.window = window, .extent = extent},
                                          view.now,
                                          people::company_zone(view.tx))};
}

Result<TechnicianProposal> propose_technicians(const View& view, const ProposeTechnicians& wish) {
    TRY(const Ticket ticket, load_worked_on(view, wish.ticket));
    TRY_DO(check_window(wish.from, wish.to, view.now));
    const auto persons = tiers::technicians(view.tx);
    const Stretch window{wish.from, wish.to};
    const FreeSearch search{
        .window = window,
        .extent = extent_of(wish.minutes, wish.travel_before, wish.travel_after),
        .most = 1};
    const std::string zone = people::company_zone(view.tx);
    const std::string town = town_of(view, ticket, wish.site);
    const auto weeks = weeks_around(view, persons, window);
    const auto times = times_of(view, weeks, window, std::nullopt);
    const auto fitness =
        tiers::fitness_for(view, persons, {.queue = ticket.queue, .customer = ticket.customer});

    TechnicianProposal proposal;
    for (std::size_t i = 0; i < persons.size(); ++i) {
        const auto free = free_starts({times[i]}, search, view.now, zone);
        ProposedTechnician one{.person = persons[i],
                               .name = weeks[i].name,
                               .nearness = nearness_of(town, weeks[i].base, weeks[i].area),
                               .base = weeks[i].base,
                               .area = weeks[i].area,
                               .meets_skills = fitness[i].meets_mandatory,
                               .skills_matched = static_cast<int>(fitness[i].matched.size())};
        if (!free.empty()) one.free_at = free.front();
        one.minutes_that_day = minutes_on(times[i], one.free_at.value_or(wish.from), zone);
        proposal.items.push_back(std::move(one));
    }
    rank(proposal.items);
    return proposal;
}

Result<TextAnswer> appointment_file(const View& view, const OfAppointment& wish) {
    TRY(const Ticket ticket, load_visible(view, wish.ticket));
    auto appointment = store::find_appointment(view.tx, wish.appointment);
    const auto talk = talk_of(view.tx, ticket.id);
    if (!appointment || std::ranges::find(talk, appointment->ticket) == talk.end()) return missing;
    if (!appointment->starts_at) return appointment_not_agreed;
    return invitation(view, *std::move(appointment));
}

}  // namespace ogniwo::tickets
