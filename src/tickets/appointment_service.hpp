#pragma once

// The verbs of appointments. Staff who work on a ticket plan them, everybody who sees the ticket
// sees them, and the customer has a say by a link.
//
// Order of refusals: the ticket (`missing`, `forbidden`), the appointment (`missing`, `stale`), the
// fields of the plan, then whether it is over, then whose time is taken. Whoever takes somebody's
// time has claimed their calendar first, so that two nodes never give the same hour away.

#include <string_view>
#include <vector>

#include "operations/operations.hpp"
#include "storage/journal.hpp"
#include "storage/timers.hpp"
#include "storage/work.hpp"
#include "tickets/appointment_link_types.hpp"
#include "tickets/appointment_types.hpp"
#include "tickets/calendar_board_types.hpp"
#include "tickets/calendar_feed_types.hpp"
#include "tickets/history_types.hpp"
#include "tickets/service.hpp"

namespace ogniwo::tickets {

Result<TicketAppointments> list_appointments(const View& view, const ListAppointments& wish);
Result<AppointmentClashes> preview_appointment(const View& view, const PreviewAppointment& wish);
Result<FreeTimes> find_free_times(const View& view, const FindFreeTimes& wish);
Result<TechnicianProposal> propose_technicians(const View& view, const ProposeTechnicians& wish);

// A technician who is booked elsewhere is refused, unless `despite` names that appointment.
Result<Appointment> make_appointment(Work& work, const MakeAppointment& wish);
Result<Appointment> change_appointment(Work& work, const ChangeAppointment& wish);
// What was done may become work time at once, by the rules of `book_time`.
Result<Appointment> end_appointment(Work& work, const EndAppointment& wish);

// Sends the customer another link, beside those they have.
Result<AppointmentLetter> send_appointment_link(Work& work, const OfAppointment& wish);
Result<RevokedLinks> revoke_appointment_links(Work& work, const OfAppointment& wish);
// For a calendar, as RFC 5545 has it.
Result<TextAnswer> appointment_file(const View& view, const OfAppointment& wish);

// --- The customer, by a link. What is no link, or none any more, is `missing`.

Result<LinkedAppointment> look_at_appointment(const View& view, const LookAtAppointment& wish);
Result<TextAnswer> linked_appointment_file(const View& view, const LookAtAppointment& wish);
// The first who takes a time has it; the other offers are given free.
Result<LinkedAppointment> choose_appointment_time(Work& work, const ChooseAppointmentTime& wish);
Result<LinkedAppointment> cancel_appointment_by_link(Work& work,
                                                     const CancelAppointmentByLink& wish);

// --- The desk's calendar, and that of one technician outside of the house

Result<CalendarBoard> read_calendar_board(const View& view, const ReadCalendarBoard& wish);
Result<CalendarFeed> read_calendar_feed(const View& view, const Nothing&);
// Whoever knew the old address no longer can read it.
Result<CalendarFeedAddress> renew_calendar_feed(Work& work, const Nothing&);
Result<CalendarFeed> revoke_calendar_feed(Work& work, const Nothing&);
Result<TextAnswer> calendar_feed(const View& view, const ReadCalendarFeed& wish);

Result<AppointmentSettings> read_appointment_settings(const View& view, const Nothing&);
Result<AppointmentSettings> edit_appointment_settings(Work& work,
                                                      const EditAppointmentSettings& wish);

// --- For app and for the slice itself

// Before the ticket is closed or marked as spam: nobody drives there any more. Our own people are
// refused while anybody is expected, also in a ticket merged into it; the customer cancels with it
// what is to come. Raises the ticket's version for each event.
Outcome close_appointments(Work& work, Ticket& ticket);

// The day before, to the customer and the technicians: once, and not when it has begun meanwhile.
inline constexpr std::string_view appointment_timer = "tickets.appointment_reminder";
Outcome appointment_due(Work& work, const Timer& timer);

void forget_appointment_links(Work& work);
std::vector<OwnAppointment> appointments_of_person(const View& view, PersonId person);
void erase_appointments_of(Work& work, PersonId person);

// Appointments that their ticket's events do not explain, and the other way round.
void compare_appointments(Tx& tx,
                          TicketId ticket,
                          const std::vector<Event>& events,
                          std::vector<Difference>& found);

}  // namespace ogniwo::tickets
