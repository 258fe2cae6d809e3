#pragma once

// What the verbs of appointments have in common: whose times are taken, what a reader gets to see,
// what is written down, who hears of it. Private to the slice.

#include <optional>
#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tickets/appointment_rules.hpp"
#include "tickets/appointment_store.hpp"
#include "tickets/types.hpp"
#include "tiers/week_types.hpp"

namespace ogniwo::tickets {

Extent extent_of(const Appointment& appointment);
std::vector<PersonId> persons_of(const Appointment& appointment);

// Everything that decides about these people's time in the stretch and a day around it, but one
// appointment's own.
std::vector<PersonTimes> times_of(const View& view,
                                  const std::vector<PersonId>& persons,
                                  const Stretch& within,
                                  std::optional<AppointmentId> except);

// The same in two steps, for whoever needs the weeks too.
std::vector<tiers::PersonWeek> weeks_around(const View& view,
                                            const std::vector<PersonId>& persons,
                                            const Stretch& within);
std::vector<PersonTimes> times_of(const View& view,
                                  const std::vector<tiers::PersonWeek>& weeks,
                                  const Stretch& within,
                                  std::optional<AppointmentId> except);

// Of these tickets, what somebody is still expected at.
std::vector<Appointment> list_expected(const View& view, const std::vector<TicketId>& tickets);

// As the appointment takes the time of its technicians now.
std::vector<store::HeldTime> held_times(const Appointment& appointment);

// With names and places, and without what this reader may not see.
void complete(const View& view, std::vector<Appointment>& appointments);
Appointment complete(const View& view, Appointment appointment);
// With names, and without the tickets that this reader does not see.
void complete(const View& view, std::vector<AppointmentClash>& clashes);

// Somebody else looks, who must outlive it.
View view_as(const View& view, const Actor& actor);
View view_as(const View& view, const Actor&& actor) = delete;
// The product itself looks: for letters and links, which show less anyway.
View as_system(const View& view);

AppointmentStep step_of(const Appointment& appointment);

// The row, its version and its times, when it is remembered, and how long links open it.
void save_appointment(Work& work, Appointment& appointment);

// Its technicians and whoever has the ticket, where they may see it; never who did it.
void tell_staff(Work& work,
                const Ticket& ticket,
                const std::vector<PersonId>& persons,
                std::string_view kind);

// --- Letters to the customer

enum class Letter { offered, agreed, changed, cancelled, reminder };
constexpr auto names(Letter) {
    return enum_names("offered", "agreed", "changed", "cancelled", "reminder");
}

// With a link of its own, but for what was cancelled. False: nobody can be written to.
bool write_letter(Work& work, const Appointment& appointment, Letter letter);
// Of the day before, to a technician. False: they cannot be written to.
bool remind_technician(Work& work, const Appointment& appointment, PersonId technician);

// --- The end

enum class EndedBy { verb, link };
// Everybody hears of it who was to be there, and the customer of a cancellation.
void end(Work& work,
         Ticket& ticket,
         Appointment& appointment,
         const EndAppointment& wish,
         EndedBy by = EndedBy::verb);

}  // namespace ogniwo::tickets
