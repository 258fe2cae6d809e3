#include "base/describe.hpp"
#include "calendars/service.hpp"
#include "operations/operations.hpp"
#include "people/customer_tie_service.hpp"
#include "sla/credit_service.hpp"
#include "sla/report_service.hpp"
#include "tickets/access.hpp"
#include "tickets/category_store.hpp"
#include "tickets/clock_job.hpp"
#include "tickets/clock_service.hpp"
#include "tickets/store.hpp"
#include "tickets/waiting_types.hpp"
#include "tickets/worker_api.hpp"

namespace ogniwo::tickets {
namespace {

bool knows_category(Tx& tx, CategoryId category) {
    return store::find_category_names(tx, {category}).contains(category);
}

std::map<std::int64_t, sla::TicketName> ticket_names(const View& view,
                                                     const std::vector<std::int64_t>& ids) {
    std::map<std::int64_t, sla::TicketName> names;
    for (const Ticket& ticket : store::list_tickets_by_id(view.tx, ids)) {
        if (!may_look_at(view, ticket)) continue;
        names[ticket.id.value] = {.number = ticket.number, .subject = ticket.subject};
    }
    return names;
}

}  // namespace

void describe(Fields& fields, TicketClockReached& event) {
    fields("target", event.target);
    fields("run", event.run);
    fields("percent", event.percent);
    fields("dueAt", event.due_at);
    fields("outcomes", event.outcomes);
    fields("told", event.told);
}

void describe(Fields& fields, TicketWorkaroundSet& event) {
    fields("hasWorkaround", event.has_workaround);
}

void describe(Fields& fields, SetWorkaround& wish) {
    fields("ticket", wish.ticket);
    fields("hasWorkaround", wish.has_workaround).about("The customer can work meanwhile.");
}

void describe(Fields& fields, TicketWaitingReminded& event) {
    fields("person", event.person).about("Who got a letter, if anybody.");
}

void describe(Fields& fields, WaitingMailParams& params) {
    fields("url", params.url);
    fields("number", params.number);
    fields("subject", params.subject);
    fields("givenName", params.given_name);
    fields("companyName", params.company_name);
    fields("waitingNote", params.waiting_note);
    fields("closesAt", params.closes_at);
}

void describe(Fields& fields, WaitingMail& mail) {
    fields("to", mail.to);
    fields("template", mail.template_name);
    fields("language", mail.language);
    fields("params", mail.params);
}

void describe(Fields& fields, ReadClocks& wish) {
    fields("ticket", wish.ticket);
    fields("at", wish.at).about("As they were then. Absent, or later than now: as they are.");
}

void describe(Fields& fields, ClockInterval& interval) {
    fields("from", interval.from);
    fields("to", interval.to);
    fields("cause", interval.cause);
    fields("holiday", interval.holiday);
    fields("label", interval.label).about("Of another day that is free.");
    fields("isOutsideHours", interval.is_outside_hours)
        .about("Nobody works then, whatever is waited for.");
    fields("minutes", interval.minutes);
    fields("tier", interval.tier).about("For our own people.");
    fields("calendarVersion", interval.calendar_version);
}

void describe(Fields& fields, ClockTier& tier) {
    fields("tier", tier.tier);
    fields("from", tier.from);
    fields("to", tier.to);
    fields("spent", tier.spent).about("Of the time that counts; they add up to that of the clock.");
    fields("budget", tier.budget).about("What it may use of what was left when the ticket came.");
    fields("dueAt", tier.due_at);
}

void describe(Fields& fields, ClockSum& sum) {
    fields("cause", sum.cause);
    fields("minutes", sum.minutes).about("Within the hours.");
}

void describe(Fields& fields, ClockShare& share) {
    fields("percent", share.percent);
    fields("at", share.at).about("When it is, or was, used up. Absent: time stands still.");
    fields("isDone", share.is_done);
}

void describe(Fields& fields, ClockBasis& basis) {
    fields("policy", basis.policy);
    fields("policyName", basis.policy_name);
    fields("policyVersion", basis.policy_version);
    fields("place", basis.place).about("Among the policies; none of those above it fits.");
    fields("byCustomer", basis.by_customer).about("Why it fits: which conditions it has.");
    fields("byType", basis.by_type);
    fields("byCategory", basis.by_category);
    fields("byPriority", basis.by_priority);
    fields("priority", basis.priority);
    fields("calendar", basis.calendar);
    fields("calendarName", basis.calendar_name);
    fields("zone", basis.zone);
}

void describe(Fields& fields, TicketClock& clock) {
    fields("target", clock.target);
    fields("run", clock.run);
    fields("state", clock.state);
    fields("isLate", clock.is_late);
    fields("goal", clock.goal);
    fields("startedAt", clock.started_at);
    fields("endedAt", clock.ended_at);
    fields("dueAt", clock.due_at).about("Absent: time stands still, and nothing is late yet.");
    fields("budget", clock.budget);
    fields("spent", clock.spent);
    fields("left", clock.left).about("Below zero: so much too late.");
    fields("isCounting", clock.is_counting).about("Time counts at this moment.");
    fields("steadyUntil", clock.steady_until)
        .about("Until then it counts, or does not, by itself. Absent: until something happens.");
    fields("sentencePl", clock.sentence_pl);
    fields("sentenceEn", clock.sentence_en);
    fields("sums", clock.sums);
    fields("intervals", clock.intervals).about("All of its time, in order, without a gap.");
    fields("basis", clock.basis).about("What it was counted by. For our own people.");
    fields("tiers", clock.tiers).about("For our own people.");
    fields("shares", clock.shares).about("At which something is done. For our own people.");
}

void describe(Fields& fields, TicketClocks& clocks) {
    fields("at", clocks.at);
    fields("zonesVersion", clocks.zones_version).about("Of the time zone database.");
    fields("hasWorkaround", clocks.has_workaround);
    fields("forecast", clocks.forecast)
        .about("By when the first answer usually comes. Absent: it has come, or nobody knows.");
    fields("items", clocks.items);
}

void describe(Fields& fields, CountClocks& wish) {
    fields("since", wish.since);
}

void describe(Fields& fields, CountClocksProgress& progress) {
    fields("last", progress.last);
}

void mount_clocks(Operations& operations) {
    operations
        .get<ReadClocks, TicketClocks>("tickets.read_clocks",
                                       "/tickets/{ticket}/clocks",
                                       see_own,
                                       read_clocks,
                                       {.ticket = {1}})
        .about("What was promised about the ticket, and why each minute counts or does not.");
    operations
        .post<SetWorkaround, TicketClocks>("tickets.set_workaround",
                                           "/tickets/{ticket}/workaround",
                                           work_on,
                                           set_workaround,
                                           {.ticket = {1}, .has_workaround = true})
        .about("Says that the customer can work although the cause is not mended, or no longer.");
    mount_breaches(operations);
    sla::on_promises_changed("tickets", count_all_clocks);
    sla::on_category(knows_category);
    sla::on_ticket_names(ticket_names);
    sla::on_counting([](Tx& tx) { return jobs::is_open(tx, count_clocks_job); });
    people::on_customers_tied("tickets", count_open_clocks);
    calendars::on_changed("tickets",
                          [](Work& work, calendars::CalendarId) { count_open_clocks(work); });
}

}  // namespace ogniwo::tickets
