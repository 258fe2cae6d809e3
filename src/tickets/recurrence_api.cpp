#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/recurrence_service.hpp"
#include "tickets/template_api.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int every_most = 400;
constexpr int subject_most = 300;
constexpr int text_most = 20'000;
constexpr int day_minutes = 24 * 60;

}  // namespace

void describe(Fields& fields, RecurrenceRule& rule) {
    fields("pace", rule.pace);
    fields("every", rule.every)
        .within(1, every_most)
        .may_be_missing()
        .about("So many days, weeks, months, years.");
    fields("weekdays", rule.weekdays)
        .at_most(7)
        .may_be_missing()
        .about("weeks: any; month_weekdays: just one.");
    fields("day", rule.day).within(1, 31).about("months, years: where there is none, the last.");
    fields("nth", rule.nth).within(-1, 4).about("month_weekdays: 1 to 4, or -1 for the last.");
    fields("month", rule.month).within(1, 12).about("years");
    fields("dayOff", rule.day_off)
        .may_be_missing()
        .about("What becomes of a Saturday, a Sunday or a Polish public holiday.");
    fields("at", rule.at)
        .within(0, day_minutes - 1)
        .may_be_missing()
        .about("Minutes since midnight, our clock.");
    fields("from", rule.from);
    fields("until", rule.until);
}

void describe(Fields& fields, Recurrence& one) {
    fields("id", one.id);
    fields("version", one.version);
    fields("customer", one.customer);
    fields("customerName", one.customer_name);
    fields("requester", one.requester);
    fields("requesterName", one.requester_name);
    fields("site", one.site).about("Which each ticket is about, as long as the customer has it.");
    fields("from", one.from).about("The template it begins from.");
    fields("subject", one.subject);
    fields("text", one.text);
    fields("rule", one.rule);
    fields("nextAt", one.next_at).about("Absent: never again, or stopped.");
    fields("stoppedAt", one.stopped_at);
    fields("lastDay", one.last_day);
    fields("lastTicket", one.last_ticket);
}

void describe(Fields& fields, RecurrenceList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, MakeRecurrence& wish) {
    fields("customer", wish.customer);
    fields("requester", wish.requester);
    fields("site", wish.site).about("Of the customer: which each ticket is about.");
    fields("from", wish.from).about("A template: its type and its steps.");
    fields("subject", wish.subject).at_most(subject_most);
    fields("text", wish.text).at_most(text_most).multiline();
    fields("rule", wish.rule);
}

void describe(Fields& fields, EditRecurrence& wish) {
    fields("id", wish.id);
    fields("version", wish.version);
    fields("subject", wish.subject).at_most(subject_most);
    fields("text", wish.text).at_most(text_most).multiline();
    fields("site", wish.site);
    fields("from", wish.from);
    fields("rule", wish.rule);
    fields("stopped", wish.stopped);
}

void describe(Fields& fields, PreviewRecurrence& wish) {
    fields("rule", wish.rule);
}

void describe(Fields& fields, RecurrenceDay& day) {
    fields("planned", day.planned);
    fields("day", day.day).about("Absent: it is skipped.");
    fields("isDayOff", day.is_day_off).about("The planned one.");
}

void describe(Fields& fields, RecurrenceDays& days) {
    fields("items", days.items).about("The next ten.");
}

void describe(Fields& fields, RecurrenceSaved& event) {
    fields("requester", event.requester);
    fields("site", event.site);
    fields("from", event.from);
    fields("rule", event.rule);
    fields("stopped", event.stopped);
}

void describe(Fields& fields, RecurrenceFired& event) {
    fields("ticket", event.ticket);
    fields("day", event.day);
    fields("missed", event.missed);
}

void describe(Fields& fields, RecurrenceFailed& event) {
    fields("day", event.day);
    fields("reason", event.reason);
}

void mount_recurrences(Operations& operations) {
    using std::chrono::August;
    const RecurrenceRule rule{.pace = Pace::month_weekdays,
                              .weekdays = {people::Weekday::monday},
                              .nth = 2,
                              .from = Date{std::chrono::year{2026} / August / 1}};
    operations
        .get<Nothing, RecurrenceList>(
            "tickets.list_recurrences", "/ticket-recurrences", configure, list_recurrences, {})
        .about("Tickets that come by themselves, and when each comes next.");
    operations
        .post<MakeRecurrence, Recurrence>(
            "tickets.make_recurrence",
            "/ticket-recurrences",
            configure,
            make_recurrence,
            {.customer = {1}, .subject = "Przegląd kopii zapasowych", .rule = rule})
        .creates()
        .about("A ticket for each day of a rule of the calendar.");
    operations
        .patch<EditRecurrence, Recurrence>("tickets.edit_recurrence",
                                           "/ticket-recurrences/{id}",
                                           configure,
                                           edit_recurrence,
                                           {.id = {1}, .version = 1, .stopped = true})
        .about("Changes it, stops it or lets it go on.");
    operations
        .ask<PreviewRecurrence, RecurrenceDays>("tickets.preview_recurrence",
                                                "/ticket-recurrences/preview",
                                                configure,
                                                preview_recurrence,
                                                {.rule = rule})
        .about("The next days of a rule, with what becomes of each.");
}

}  // namespace ogniwo::tickets
