#pragma once

// The only place that names the tables ticket_appointment, ticket_appointment_person,
// ticket_appointment_link, ticket_appointment_settings and ticket_calendar.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "storage/work.hpp"
#include "tickets/appointment_rules.hpp"
#include "tickets/calendar_feed_types.hpp"
#include "tickets/history_types.hpp"

namespace ogniwo::tickets::store {

// --- Appointments, with their technicians but without any name

std::optional<Appointment> find_appointment(Tx& tx, AppointmentId appointment);
// The latest first.
std::vector<Appointment> list_appointments_of(Tx& tx, const std::vector<TicketId>& tickets);
std::vector<Appointment> list_appointments_by_id(Tx& tx, const std::vector<AppointmentId>& ids);
AppointmentId insert_appointment(Tx& tx, const Appointment& appointment);
// Everything of it that a verb may change.
void update_appointment(Tx& tx, const Appointment& appointment);

// All of a ticket go with it to another customer.
void give_appointments_to(Tx& tx, TicketId ticket, CustomerId customer);

// Whose time it takes, anew.
enum class Hold { firm, offered, none };
constexpr auto names(Hold) {
    return enum_names("firm", "offered", "none");
}
struct HeldTime {
    PersonId person{};
    Stretch time{};
    Hold hold = Hold::firm;
};
void save_held_times(Tx& tx, AppointmentId appointment, const std::vector<HeldTime>& times);

// Raises the turn of each calendar, so that two nodes that take one person's time meet here.
void claim_calendars(Tx& tx, std::vector<PersonId> persons);

// What takes the time of these people and meets the stretch; offers that are still open are in it.
struct TakenBy {
    PersonId person{};
    Taken taken{};
};
std::vector<TakenBy> list_taken(Tx& tx,
                                const std::vector<PersonId>& persons,
                                const Stretch& within,
                                Time now);
// Whose time anything takes in the stretch, in order.
std::vector<PersonId> list_taken_persons(Tx& tx, const Stretch& within, Time now);
// Appointments that hold somebody's time, with it in the order of their beginning; at most `limit`.
struct BoardFilter {
    std::vector<PersonId> persons{};
    Stretch within{};
    Time now{};
    int limit = 0;
};
std::vector<AppointmentId> list_board(Tx& tx, const BoardFilter& filter);

// --- Links

struct AppointmentLink {
    AppointmentId appointment{};
    PersonId person{};
};
void insert_link(Tx& tx,
                 const AppointmentLink& link,
                 const Blob& token,
                 const std::pair<Time, Time>& made_and_expires);
std::optional<AppointmentLink> find_link(Tx& tx, const Blob& token, Time now);
void extend_links(Tx& tx, AppointmentId appointment, Time expires_at);
std::int64_t delete_links_of(Tx& tx, AppointmentId appointment);
void delete_expired_links(Tx& tx, Time now);

// --- Calendars that are read outside of the house

CalendarFeed find_feed(Tx& tx, PersonId person);
std::optional<PersonId> find_feed_owner(Tx& tx, const Blob& token);
// No token: nobody may read it any more.
void save_feed(Tx& tx, PersonId person, const std::optional<Blob>& token, Time now);

// --- Settings

AppointmentSettings load_appointment_settings(Tx& tx);
// False when the version is another one by now.
bool save_appointment_settings(Tx& tx, const AppointmentSettings& settings);

// --- Of one person

std::vector<OwnAppointment> list_own_appointments(Tx& tx, PersonId person);
std::vector<TicketId> list_tickets_with_contact(Tx& tx, PersonId person);
// Words they wrote or that were about meeting them; their links and their calendar.
void erase_appointments_of(Tx& tx, PersonId person);

}  // namespace ogniwo::tickets::store
