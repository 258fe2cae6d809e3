// The desk's calendar. Everything it shows is read anew: nothing of it is kept.

#include <algorithm>
#include <set>

#include "base/check.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/appointment_support.hpp"
#include "tickets/names.hpp"
#include "tickets/store.hpp"
#include "tickets/time_rules.hpp"
#include "tickets/verbs.hpp"
#include "tiers/week_service.hpp"

namespace ogniwo::tickets {
namespace {

std::vector<BoardDay> days_of(const std::vector<Date>& dates, std::string_view zone) {
    std::vector<BoardDay> days;
    for (const Date date : dates) {
        const auto from = to_instant(date, Minutes{0}, zone);
        const Date next{std::chrono::sys_days{date} + std::chrono::days{1}};
        const auto to = to_instant(next, Minutes{0}, zone);
        INVARIANT(from && to);
        days.push_back({.day = date, .from = *from, .to = *to, .holiday = polish_holiday(date)});
    }
    return days;
}

// Whoever belongs to a tier or has something to do in these days, whatever became of them since.
// Whoever sees all customers sees all of them; the others those whom they see as persons.
std::vector<PersonId> whom(const View& view, const Stretch& window) {
    auto persons = tiers::technicians(view.tx);
    const auto taken = store::list_taken_persons(view.tx, window, view.now);
    persons.insert(persons.end(), taken.begin(), taken.end());
    persons = each_once(std::move(persons));
    if (!view.actor.may_everywhere(work_on)) {
        std::erase_if(persons, [&](PersonId person) {
            return person != view.actor.person && !people::find_person(view, person);
        });
    }
    return persons;
}

// Appointments of tickets that the reader sees, with their subjects; of the others only that
// somebody's time is taken.
void add_appointments(const View& view,
                      const std::vector<AppointmentId>& ids,
                      CalendarBoard& board) {
    auto appointments = store::list_appointments_by_id(view.tx, ids);
    std::vector<std::int64_t> tickets;
    for (const Appointment& one : appointments) tickets.push_back(one.ticket.value);
    const auto known =
        tickets.empty() ? std::vector<Ticket>{} : store::list_tickets_by_id(view.tx, tickets);
    for (Appointment& one : appointments) {
        const auto ticket = std::ranges::find(known, one.ticket, &Ticket::id);
        if (ticket != known.end() && may_see(view.actor, *ticket)) {
            one.subject = ticket->subject;
            board.appointments.push_back(std::move(one));
            continue;
        }
        for (const auto& held : held_times(one)) {
            board.busy.push_back(
                {.person = held.person, .from = held.time.from, .to = held.time.to});
        }
    }
    complete(view, board.appointments);
    std::ranges::stable_sort(
        board.appointments, {}, [](const Appointment& one) { return starts_of(one).front(); });
}

// Each agreed one against everything but itself. Of what the reader does not see only the time.
void add_clashes(const View& view, const Stretch& window, CalendarBoard& board) {
    std::set<PersonId> persons;
    for (const Appointment& one : board.appointments) {
        for (const PersonId person : persons_of(one)) persons.insert(person);
    }
    const std::vector<PersonId> all(persons.begin(), persons.end());
    const auto times = times_of(view, all, window, std::nullopt);
    std::vector<AppointmentClash> clashes;
    std::vector<AppointmentId> whose;
    for (const Appointment& one : board.appointments) {
        if (one.state != AppointmentState::agreed || *one.ends_at <= view.now) continue;
        std::vector<PersonTimes> own;
        for (const PersonTimes& person : times) {
            const auto there = persons_of(one);
            if (std::ranges::find(there, person.person) == there.end()) continue;
            own.push_back(person);
            std::erase_if(own.back().taken, [&](const Taken& taken) {
                return taken.appointment == one.id || !taken.is_firm;
            });
        }
        for (auto& clash : clashes_at(own, *one.starts_at, extent_of(one), board.zone)) {
            clashes.push_back(std::move(clash));
            whose.push_back(one.id);
        }
    }
    complete(view, clashes);
    for (std::size_t i = 0; i < clashes.size(); ++i) {
        if (!clashes[i].ticket) clashes[i].appointment.reset();
        board.clashes.push_back({.appointment = whose[i], .clash = std::move(clashes[i])});
    }
}

// Whoever was merged since stands in the row of whom they go on as.
void show_in_one_row(const ShownAs& shown, CalendarBoard& board) {
    for (Appointment& one : board.appointments) {
        for (AppointmentPerson& person : one.persons) shown.show(person.person);
    }
    for (BoardBusy& busy : board.busy) shown.show(busy.person);
}

}  // namespace

Result<CalendarBoard> read_calendar_board(const View& view, const ReadCalendarBoard& wish) {
    TRY(const auto dates, days_between(wish.from, wish.to, board_days_most));
    TRY_DO(tiers::is_near(Time(std::chrono::sys_days(wish.from)), view.now, "/from"));
    CalendarBoard board{.zone = people::company_zone(view.tx)};
    board.days = days_of(dates, board.zone);
    const Stretch window{board.days.front().from, board.days.back().to};
    const auto persons = whom(view, window);
    board.technicians =
        tiers::weeks_of(view, people::going_on(view.tx, persons), {window.from, window.to});
    std::ranges::stable_sort(
        board.technicians, {}, [](const tiers::PersonWeek& week) { return sort_key(week.name); });
    auto ids = store::list_board(view.tx,
                                 {.persons = persons,
                                  .within = window,
                                  .now = view.now,
                                  .limit = appointments_on_board_most + 1});
    board.more = ids.size() > static_cast<std::size_t>(appointments_on_board_most);
    if (board.more) ids.pop_back();
    add_appointments(view, ids, board);
    add_clashes(view, window, board);
    show_in_one_row({.persons = people::merged_among(view.tx, persons)}, board);
    return board;
}

}  // namespace ogniwo::tickets
