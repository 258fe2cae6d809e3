// What appointments look like at the borders of the house.

#include "base/describe.hpp"
#include "tickets/appointment_letter.hpp"
#include "tickets/appointment_link_types.hpp"
#include "tickets/appointment_types.hpp"
#include "tickets/calendar_board_types.hpp"
#include "tickets/calendar_feed_types.hpp"
#include "tickets/history_types.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::int64_t note_most = 2'000;
constexpr std::int64_t address_most = 300;
constexpr std::int64_t reason_most = 500;
constexpr std::int64_t despite_most = 50;
constexpr std::int64_t move_hours_most = 24 * 7;
constexpr std::int64_t token_length = 26;
constexpr auto persons_most = static_cast<std::int64_t>(technicians_most);

void add_extent(Fields& fields,
                const int& minutes,
                const std::optional<int>& before,
                const std::optional<int>& after) {
    fields("minutes", minutes).within(appointment_minutes_least, appointment_minutes_most);
    fields("travelBefore", before).within(0, travel_minutes_most);
    fields("travelAfter", after).within(0, travel_minutes_most);
}

void add_step(Fields& fields, AppointmentStep& step) {
    fields("appointment", step.appointment);
    fields("appointmentVersion", step.version);
    fields("kind", step.kind);
    fields("state", step.state);
    fields("persons", step.persons);
    fields("startsAt", step.starts_at);
    fields("offers", step.offers);
    fields("minutes", step.minutes);
    fields("travelBefore", step.travel_before);
    fields("travelAfter", step.travel_after);
    fields("site", step.site);
    fields("contact", step.contact);
    fields("missedBy", step.missed_by);
    fields("sequence", step.sequence);
    fields("byLink", step.by_link);
}

}  // namespace

void describe(Fields& fields, AppointmentPerson& person) {
    fields("person", person.person);
    fields("name", person.name);
}

void describe(Fields& fields, Appointment& appointment) {
    fields("id", appointment.id);
    fields("ticket", appointment.ticket);
    fields("customer", appointment.customer);
    fields("subject", appointment.subject).about("Of the ticket, where a list spans several.");
    fields("customerName", appointment.customer_name);
    fields("appointmentVersion", appointment.version);
    fields("kind", appointment.kind);
    fields("state", appointment.state);
    fields("persons", appointment.persons);
    fields("startsAt", appointment.starts_at).about("Absent while it is offered.");
    fields("endsAt", appointment.ends_at);
    fields("offers", appointment.offers).about("Starts; each as long as the appointment.");
    fields("offersUntil", appointment.offers_until);
    fields("minutes", appointment.minutes);
    fields("travelBefore", appointment.travel_before);
    fields("travelAfter", appointment.travel_after);
    fields("site", appointment.site);
    fields("address", appointment.address).about("As it was typed, where there is no site.");
    fields("place", appointment.place).about("Where to go, in one line.");
    fields("contact", appointment.contact).about("Of the customer: who gets the letters.");
    fields("contactName", appointment.contact_name);
    fields("customerNote", appointment.customer_note);
    fields("internalNote", appointment.internal_note);
    fields("missedBy", appointment.missed_by);
    fields("reason", appointment.reason).about("Why it was cancelled.");
    fields("notedBy", appointment.noted_by);
    fields("sequence", appointment.sequence).about("Rises with every change (RFC 5545).");
    fields("changedAt", appointment.changed_at);
}

void describe(Fields& fields, TicketAppointments& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, AppointmentWish& wish) {
    fields("kind", wish.kind);
    fields("persons", wish.persons).within(1, persons_most);
    fields("startsAt", wish.starts_at).about("Agreed for this time; or else offers.");
    fields("offers", wish.offers).within(1, static_cast<std::int64_t>(offers_most));
    add_extent(fields, wish.minutes, wish.travel_before, wish.travel_after);
    fields("site", wish.site).about("Of the customer; visits only.");
    fields("address", wish.address).at_most(address_most).about("Instead of a site.");
    fields("contact", wish.contact).about("Absent: who asked for help.");
    fields("customerNote", wish.customer_note).at_most(note_most).multiline();
    fields("internalNote", wish.internal_note).at_most(note_most).multiline();
    fields("offerDays", wish.offer_days)
        .within(1, offer_days_most)
        .about("How long the offers hold; absent: seven days.");
}

void describe(Fields& fields, PreviewAppointment& wish) {
    fields("ticket", wish.ticket);
    fields("appointment", wish.appointment).about("The one that would change.");
    fields("plan", wish.plan);
}

void describe(Fields& fields, MakeAppointment& wish) {
    fields("ticket", wish.ticket);
    fields("plan", wish.plan);
    fields("despite", wish.despite)
        .at_most(despite_most)
        .about("Appointments beside which a technician is booked knowingly.");
}

void describe(Fields& fields, ChangeAppointment& wish) {
    fields("ticket", wish.ticket);
    fields("appointment", wish.appointment);
    fields("appointmentVersion", wish.appointment_version);
    fields("plan", wish.plan);
    fields("despite", wish.despite).at_most(despite_most);
}

void describe(Fields& fields, EndAppointment& wish) {
    fields("ticket", wish.ticket);
    fields("appointment", wish.appointment);
    fields("appointmentVersion", wish.appointment_version);
    fields("state", wish.state).about("done, missed or cancelled.");
    fields("missedBy", wish.missed_by);
    fields("reason", wish.reason).at_most(reason_most).about("The customer reads it.");
    fields("workType", wish.work_type).about("Books the time as work of this kind.");
    fields("travelType", wish.travel_type).about("Books the way there and back.");
    fields("minutes", wish.minutes)
        .within(1, entry_minutes_most)
        .about("Of the work; absent: as planned.");
}

void describe(Fields& fields, OfAppointment& wish) {
    fields("ticket", wish.ticket);
    fields("appointment", wish.appointment);
}

void describe(Fields& fields, ListAppointments& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, AppointmentClash& clash) {
    fields("kind", clash.kind).about("Only booked is more than a warning.");
    fields("at", clash.at).about("The start that it is about.");
    fields("person", clash.person);
    fields("name", clash.name);
    fields("appointment", clash.appointment);
    fields("ticket", clash.ticket).about("Absent where the reader may not see it.");
    fields("from", clash.from);
    fields("to", clash.to);
    fields("holiday", clash.holiday);
}

void describe(Fields& fields, AppointmentClashes& clashes) {
    fields("items", clashes.items);
}

void describe(Fields& fields, FindFreeTimes& wish) {
    fields("ticket", wish.ticket);
    fields("appointment", wish.appointment).about("Its own times are free for it.");
    fields("persons", wish.persons).within(1, persons_most);
    fields("from", wish.from);
    fields("to", wish.to).about("At most 62 days after.");
    add_extent(fields, wish.minutes, wish.travel_before, wish.travel_after);
}

void describe(Fields& fields, FreeTimes& times) {
    fields("items", times.items);
}

void describe(Fields& fields, ProposeTechnicians& wish) {
    fields("ticket", wish.ticket);
    fields("site", wish.site);
    fields("from", wish.from);
    fields("to", wish.to).about("At most 62 days after.");
    add_extent(fields, wish.minutes, wish.travel_before, wish.travel_after);
}

void describe(Fields& fields, ProposedTechnician& technician) {
    fields("person", technician.person);
    fields("name", technician.name);
    fields("freeAt", technician.free_at).about("The first start; absent: none in the window.");
    fields("nearness", technician.nearness);
    fields("base", technician.base);
    fields("area", technician.area);
    fields("meetsSkills", technician.meets_skills).about("All that are mandatory here.");
    fields("skillsMatched", technician.skills_matched);
    fields("minutesThatDay", technician.minutes_that_day)
        .about("Of other appointments on the day of the first start, travel included.");
}

void describe(Fields& fields, TechnicianProposal& proposal) {
    fields("items", proposal.items);
}

void describe(Fields& fields, AppointmentSettings& settings) {
    fields("version", settings.version);
    fields("moveHours", settings.move_hours);
    fields("feedDetail", settings.feed_detail);
}

void describe(Fields& fields, EditAppointmentSettings& wish) {
    fields("version", wish.version);
    fields("moveHours", wish.move_hours)
        .within(0, move_hours_most)
        .about("How long before its start customers may still move or cancel.");
    fields("feedDetail", wish.feed_detail)
        .about("What private calendars say of customers: nothing, the usual, or all.");
}

void describe(Fields& fields, LookAtAppointment& wish) {
    fields("token", wish.token).at_most(token_length).secret();
}

void describe(Fields& fields, LinkedAppointment& appointment) {
    fields("kind", appointment.kind);
    fields("state", appointment.state);
    fields("ticket", appointment.ticket);
    fields("companyName", appointment.company_name);
    fields("language", appointment.language);
    fields("zone", appointment.zone);
    fields("givenName", appointment.given_name);
    fields("technicians", appointment.technicians);
    fields("startsAt", appointment.starts_at);
    fields("minutes", appointment.minutes);
    fields("place", appointment.place);
    fields("customerNote", appointment.customer_note);
    fields("offers", appointment.offers).about("That can still be chosen.");
    fields("offersUntil", appointment.offers_until);
    fields("freeTimes", appointment.free_times).about("To which an agreed one may be moved.");
    fields("mayMove", appointment.may_move).about("Or cancel.");
    fields("moveHours", appointment.move_hours);
}

void describe(Fields& fields, ChooseAppointmentTime& wish) {
    fields("token", wish.token).at_most(token_length).secret();
    fields("startsAt", wish.starts_at);
}

void describe(Fields& fields, CancelAppointmentByLink& wish) {
    fields("token", wish.token).at_most(token_length).secret();
    fields("reason", wish.reason).within(1, reason_most);
}

void describe(Fields& fields, AppointmentLetter& letter) {
    fields("contactName", letter.contact_name);
}

void describe(Fields& fields, RevokedLinks& revoked) {
    fields("links", revoked.links);
}

void describe(Fields& fields, ReadCalendarBoard& wish) {
    fields("from", wish.from);
    fields("to", wish.to).about("Included; at most six weeks.");
}

void describe(Fields& fields, BoardDay& day) {
    fields("day", day.day);
    fields("from", day.from);
    fields("to", day.to);
    fields("holiday", day.holiday);
}

void describe(Fields& fields, BoardBusy& busy) {
    fields("person", busy.person);
    fields("from", busy.from);
    fields("to", busy.to);
}

void describe(Fields& fields, BoardClash& clash) {
    fields("appointment", clash.appointment);
    fields("clash", clash.clash);
}

void describe(Fields& fields, CalendarBoard& board) {
    fields("zone", board.zone);
    fields("days", board.days);
    fields("technicians", board.technicians);
    fields("appointments", board.appointments);
    fields("busy", board.busy).about("Of tickets that the reader does not see.");
    fields("clashes", board.clashes).about("Of agreed appointments that are not over.");
    fields("more", board.more);
}

void describe(Fields& fields, CalendarFeed& feed) {
    fields("active", feed.active);
    fields("madeAt", feed.made_at);
}

void describe(Fields& fields, CalendarFeedAddress& address) {
    fields("url", address.url).secret();
    fields("madeAt", address.made_at);
}

void describe(Fields& fields, ReadCalendarFeed& wish) {
    fields("token", wish.token).at_most(token_length).secret();
}

void describe(Fields& fields, AppointmentPoint& point) {
    fields("appointment", point.appointment);
    fields("kind", point.kind);
    fields("state", point.state);
    fields("startsAt", point.starts_at);
    fields("byLink", point.by_link).about("The customer did it by their link.");
}

void describe(Fields& fields, OwnAppointment& appointment) {
    fields("ticket", appointment.ticket);
    fields("kind", appointment.kind);
    fields("state", appointment.state);
    fields("startsAt", appointment.starts_at);
    fields("customerNote", appointment.customer_note);
    fields("internalNote", appointment.internal_note);
}

void describe(Fields& fields, AppointmentMailParams& params) {
    fields("url", params.url);
    fields("ticket", params.ticket);
    fields("kind", params.kind);
    fields("times", params.times);
    fields("offersUntil", params.offers_until);
    fields("minutes", params.minutes);
    fields("zone", params.zone);
    fields("place", params.place);
    fields("note", params.note);
    fields("reason", params.reason);
    fields("technicians", params.technicians);
    fields("givenName", params.given_name);
    fields("companyName", params.company_name);
}

void describe(Fields& fields, AppointmentMail& mail) {
    fields("to", mail.to);
    fields("template", mail.template_name);
    fields("language", mail.language);
    fields("params", mail.params);
}

void describe(Fields& fields, TicketAppointmentMade& event) {
    add_step(fields, event.step);
}

void describe(Fields& fields, TicketAppointmentChanged& event) {
    add_step(fields, event.step);
}

void describe(Fields& fields, TicketAppointmentAgreed& event) {
    add_step(fields, event.step);
}

void describe(Fields& fields, TicketAppointmentEnded& event) {
    add_step(fields, event.step);
}

void describe(Fields& fields, TicketAppointmentReminded& event) {
    add_step(fields, event.step);
}

void describe(Fields& fields, TicketAppointmentLinked& event) {
    add_step(fields, event.step);
    fields("active", event.active);
}

void describe(Fields& fields, AppointmentSettingsChanged& event) {
    fields("moveHours", event.move_hours);
    fields("feedDetail", event.feed_detail);
}

void describe(Fields& fields, CalendarFeedChanged& event) {
    fields("active", event.active);
}

}  // namespace ogniwo::tickets
