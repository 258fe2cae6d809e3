#include "tickets/appointment_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tickets/appointment_service.hpp"

namespace ogniwo::tickets {
namespace {

const std::string sample_token = "00000000000000000000000000";

// Ten in the morning in Warsaw; far enough away for whoever tries it out.
Time sample_start(int days) {
    return std::chrono::sys_days{std::chrono::year{2025} / std::chrono::July / 1} +
           std::chrono::hours{24 * days + 8};
}

AppointmentWish sample_plan() {
    return {.kind = AppointmentKind::remote,
            .persons = {PersonId{1}},
            .starts_at = sample_start(0),
            .minutes = 60,
            .customer_note = "Proszę mieć pod ręką hasło administratora."};
}

void mount_reading(Operations& operations) {
    operations
        .get<ListAppointments, TicketAppointments>("tickets.list_appointments",
                                                   "/tickets/{ticket}/appointments",
                                                   see_own,
                                                   list_appointments,
                                                   {.ticket = {1}})
        .about("Appointments of a ticket, the latest first; customers see what is theirs.");
    operations
        .text<OfAppointment>("tickets.appointment_file",
                             "/tickets/{ticket}/appointments/{appointment}/calendar",
                             see_own,
                             appointment_file,
                             {.ticket = {1}, .appointment = {1}})
        .about("An agreed appointment as a file for calendars (RFC 5545).");
    operations
        .ask<PreviewAppointment, AppointmentClashes>("tickets.preview_appointment",
                                                     "/tickets/{ticket}/appointments/preview",
                                                     work_on,
                                                     preview_appointment,
                                                     {.ticket = {1}, .plan = sample_plan()})
        .about("What speaks against a plan, before anything is saved.");
    operations
        .ask<FindFreeTimes, FreeTimes>("tickets.find_free_times",
                                       "/tickets/{ticket}/appointments/free-times",
                                       work_on,
                                       find_free_times,
                                       {.ticket = {1},
                                        .persons = {PersonId{1}},
                                        .from = sample_start(0),
                                        .to = sample_start(7)})
        .about("Starts at which all of these people are free, on half hours.");
    operations
        .ask<ProposeTechnicians, TechnicianProposal>(
            "tickets.propose_technicians",
            "/tickets/{ticket}/appointments/proposal",
            work_on,
            propose_technicians,
            {.ticket = {1}, .from = sample_start(0), .to = sample_start(7)})
        .about("Technicians for a window of time, the best first, each with why.");
}

void mount_planning(Operations& operations) {
    operations
        .post<MakeAppointment, Appointment>("tickets.make_appointment",
                                            "/tickets/{ticket}/appointments",
                                            work_on,
                                            make_appointment,
                                            {.ticket = {1}, .plan = sample_plan()})
        .creates()
        .about("Plans an appointment, or offers the customer up to five times to choose from.");
    operations
        .post<ChangeAppointment, Appointment>(
            "tickets.change_appointment",
            "/tickets/{ticket}/appointments/{appointment}/plan",
            work_on,
            change_appointment,
            {.ticket = {1}, .appointment = {1}, .appointment_version = 1, .plan = sample_plan()})
        .about("Puts another plan in the place of the old one.");
    operations
        .post<EndAppointment, Appointment>("tickets.end_appointment",
                                           "/tickets/{ticket}/appointments/{appointment}/end",
                                           work_on,
                                           end_appointment,
                                           {.ticket = {1},
                                            .appointment = {1},
                                            .appointment_version = 1,
                                            .state = AppointmentState::cancelled,
                                            .reason = "Klient odwołał zamówienie."})
        .about("Done, missed or cancelled; what was done may become work time at once.");
    operations
        .post<OfAppointment, AppointmentLetter>(
            "tickets.send_appointment_link",
            "/tickets/{ticket}/appointments/{appointment}/letters",
            work_on,
            send_appointment_link,
            {.ticket = {1}, .appointment = {1}})
        .about("Sends the customer the link to their appointment once more.");
    operations
        .del<OfAppointment, RevokedLinks>("tickets.revoke_appointment_links",
                                          "/tickets/{ticket}/appointments/{appointment}/links",
                                          work_on,
                                          revoke_appointment_links,
                                          {.ticket = {1}, .appointment = {1}})
        .about("Takes back every link to this appointment.");
}

void mount_links(Operations& operations) {
    operations
        .get<LookAtAppointment, LinkedAppointment>("tickets.look_at_appointment",
                                                   "/appointment-links/{token}",
                                                   anyone,
                                                   look_at_appointment,
                                                   {.token = sample_token})
        .about("The appointment behind a link. Looking at it uses nothing up.");
    operations
        .text<LookAtAppointment>("tickets.linked_appointment_file",
                                 "/appointment-links/{token}/calendar",
                                 anyone,
                                 linked_appointment_file,
                                 {.token = sample_token})
        .about("The same as a file for calendars.");
    operations
        .post<ChooseAppointmentTime, LinkedAppointment>(
            "tickets.choose_appointment_time",
            "/appointment-links/{token}/choice",
            anyone,
            choose_appointment_time,
            {.token = sample_token, .starts_at = sample_start(0)})
        .about("The customer picks one of the offers, or moves to another free time.");
    operations
        .post<CancelAppointmentByLink, LinkedAppointment>(
            "tickets.cancel_appointment_by_link",
            "/appointment-links/{token}/cancellation",
            anyone,
            cancel_appointment_by_link,
            {.token = sample_token, .reason = "W tym dniu nikogo nie będzie."})
        .about("The customer cancels, with a word why.");
}

void mount_calendars(Operations& operations) {
    constexpr Date sample_day{std::chrono::year{2025}, std::chrono::June, std::chrono::day{12}};
    operations
        .get<ReadCalendarBoard, CalendarBoard>("tickets.read_calendar_board",
                                               "/calendar",
                                               work_on,
                                               read_calendar_board,
                                               {.from = sample_day, .to = sample_day})
        .about("Some days of all technicians: shifts, absences, appointments, clashes.");
    operations
        .get<Nothing, CalendarFeed>(
            "tickets.read_calendar_feed", "/calendar/feed", work_on, read_calendar_feed, {})
        .about("Whether one's own calendar can be read outside of the house.");
    operations
        .post<Nothing, CalendarFeedAddress>(
            "tickets.renew_calendar_feed", "/calendar/feed", work_on, renew_calendar_feed, {})
        .creates()
        .secret_answer()
        .about("A new secret address of one's own calendar; the old one is void.");
    operations
        .del<Nothing, CalendarFeed>(
            "tickets.revoke_calendar_feed", "/calendar/feed", work_on, revoke_calendar_feed, {})
        .about("Nobody can read one's calendar outside of the house any more.");
    operations
        .text<ReadCalendarFeed>("tickets.calendar_feed",
                                "/calendars/{token}",
                                anyone,
                                calendar_feed,
                                {.token = sample_token})
        .about("A technician's calendar for other programs (RFC 5545), by its secret address.");
    operations
        .get<Nothing, AppointmentSettings>("tickets.read_appointment_settings",
                                           "/appointment-settings",
                                           work_on,
                                           read_appointment_settings,
                                           {})
        .about("How long customers may move appointments, and what calendars tell of them.");
    operations
        .patch<EditAppointmentSettings, AppointmentSettings>("tickets.edit_appointment_settings",
                                                             "/appointment-settings",
                                                             configure,
                                                             edit_appointment_settings,
                                                             {.version = 1, .move_hours = 24})
        .about("Changes what holds for all appointments.");
}

}  // namespace

void mount_appointments(Operations& operations) {
    mount_reading(operations);
    mount_planning(operations);
    mount_links(operations);
    mount_calendars(operations);
}

}  // namespace ogniwo::tickets
