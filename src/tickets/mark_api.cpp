#include "tickets/mark_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/mark_service.hpp"

namespace ogniwo::tickets {
namespace {

// Years after anything that a test or a screen asks for; the rules know the nearer borders.
Date sample_day() {
    return {std::chrono::year{2025}, std::chrono::month{12}, std::chrono::day{31}};
}

}  // namespace

void describe(Fields& fields, SetDue& wish) {
    fields("ticket", wish.ticket);
    fields("on", wish.on).about("Until the end of the day, by our company's clock.");
    fields("at", wish.at).about("Or until a moment.");
}

void describe(Fields& fields, ClearDue& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, DueTimer& timer) {
    fields("step", timer.step);
}

void describe(Fields& fields, SnoozeTicket& wish) {
    fields("ticket", wish.ticket);
    fields("until", wish.until).about("At most a year ahead; it wakes when the customer writes.");
}

void describe(Fields& fields, WakeTicket& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, MarkSpam& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, UnmarkSpam& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, ListMentionable& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, MentionedPerson& person) {
    fields("person", person.person);
    fields("name", person.name);
}

void describe(Fields& fields, MentionablePeople& people) {
    fields("items", people.items);
}

void mount_marks(Operations& operations) {
    operations
        .post<SetDue, Ticket>("tickets.set_due",
                              "/tickets/{ticket}/due",
                              work_on,
                              set_due,
                              {.ticket = {1}, .on = sample_day()})
        .about("Says by when a ticket is to be done; whoever has it is told in time, and after.");
    operations
        .del<ClearDue, Ticket>(
            "tickets.clear_due", "/tickets/{ticket}/due", work_on, clear_due, {.ticket = {1}})
        .about("A ticket has no due date any more.");
    operations
        .post<SnoozeTicket, Ticket>("tickets.snooze_ticket",
                                    "/tickets/{ticket}/snooze",
                                    work_on,
                                    snooze_ticket,
                                    {.ticket = {1}, .until = std::chrono::sys_days(sample_day())})
        .about("Takes a ticket off everybody's desk until then, or until the customer writes.");
    operations
        .del<WakeTicket, Ticket>("tickets.wake_ticket",
                                 "/tickets/{ticket}/snooze",
                                 work_on,
                                 wake_ticket,
                                 {.ticket = {1}})
        .about("Puts a ticket that sleeps back on the desk.");
    operations
        .post<MarkSpam, Ticket>(
            "tickets.mark_spam", "/tickets/{ticket}/spam", work_on, mark_spam, {.ticket = {1}})
        .about("Takes a ticket out of all lists; nobody is told.");
    operations
        .del<UnmarkSpam, Ticket>(
            "tickets.unmark_spam", "/tickets/{ticket}/spam", work_on, unmark_spam, {.ticket = {1}})
        .about("Brings a ticket back as it was.");
    operations
        .get<ListMentionable, MentionablePeople>("tickets.list_mentionable",
                                                 "/tickets/{ticket}/mentionable",
                                                 note,
                                                 list_mentionable,
                                                 {.ticket = {1}})
        .about("Our people who may read notes on the ticket.");
}

}  // namespace ogniwo::tickets
