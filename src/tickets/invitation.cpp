#include "tickets/invitation.hpp"

#include <fmt/format.h>

#include "people/service.hpp"
#include "tickets/appointment_support.hpp"

namespace ogniwo::tickets {
namespace {

using people::Language;

constexpr std::string_view media_type = "text/calendar; charset=utf-8";

// Of "https://desk.example:8443/help".
std::string host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    const auto end = url.find_first_of(":/");
    return url.empty() ? "ogniwo.invalid" : std::string(url.substr(0, end));
}

CalendarParty organizer_of(const View& view) {
    const auto company = people::show_company(as_system(view), Nothing{});
    const std::string email = company ? company->email : std::string();
    return {.name = people::company_name(view.tx),
            .email = email.empty() ? "noreply@" + host_of(view.environment.base_url) : email};
}

std::string ticket_word(TicketId ticket, Language language) {
    return fmt::format("{} {}", language == Language::pl ? "zgłoszenie" : "ticket", ticket.value);
}

CalendarEvent bare_event(const View& view, const Appointment& appointment) {
    return {.uid = uid_of(view, "appointment", appointment.id.value),
            .sequence = appointment.sequence,
            .stamp = appointment.changed_at,
            .from = *appointment.starts_at,
            .to = *appointment.ends_at,
            .is_cancelled = appointment.state == AppointmentState::cancelled};
}

}  // namespace

std::string word_of(AppointmentKind kind, Language language) {
    const bool is_polish = language == Language::pl;
    switch (kind) {
        case AppointmentKind::visit:
            return is_polish ? "Wizyta" : "Visit";
        case AppointmentKind::call_back:
            return is_polish ? "Oddzwonienie" : "Call back";
        case AppointmentKind::remote:
            return is_polish ? "Sesja zdalna" : "Remote session";
    }
    return {};
}

std::string uid_of(const View& view, std::string_view what, std::int64_t id) {
    return fmt::format("{}-{}@{}", what, id, host_of(view.environment.base_url));
}

TextAnswer invitation(const View& view, Appointment appointment) {
    appointment = complete(as_system(view), std::move(appointment));
    const auto reader =
        appointment.contact ? people::find_reachable(view.tx, *appointment.contact) : std::nullopt;
    const Language language = reader ? reader->language : people::company_language(view.tx);
    CalendarEvent event = bare_event(view, appointment);
    event.summary = fmt::format("{}: {} ({})",
                                word_of(appointment.kind, language),
                                people::company_name(view.tx),
                                ticket_word(appointment.ticket, language));
    event.location = appointment.place.value_or("");
    event.description = appointment.customer_note.value_or("");
    event.organizer = organizer_of(view);
    if (reader) {
        event.attendee =
            CalendarParty{.name = appointment.contact_name.value_or(""), .email = reader->email};
    }
    const Calendar calendar{
        .method = event.is_cancelled ? CalendarMethod::cancel : CalendarMethod::request,
        .events = {std::move(event)}};
    return {.text = icalendar(calendar),
            .name = fmt::format("ogniwo-{}.ics", appointment.id.value),
            .media_type = std::string(media_type)};
}

CalendarEvent feed_event(const View& view,
                         const Appointment& appointment,
                         FeedDetail detail,
                         Language language) {
    CalendarEvent event = bare_event(view, appointment);
    event.summary = word_of(appointment.kind, language);
    if (detail == FeedDetail::busy) return event;
    event.summary = fmt::format("{}: {} ({})",
                                event.summary,
                                appointment.customer_name.value_or(""),
                                ticket_word(appointment.ticket, language));
    event.location = appointment.place.value_or("");
    if (detail == FeedDetail::usual) return event;
    event.description = appointment.subject.value_or("");
    if (appointment.customer_note) event.description += "\n" + *appointment.customer_note;
    return event;
}

}  // namespace ogniwo::tickets
