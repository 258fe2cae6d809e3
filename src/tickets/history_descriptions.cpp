// A ticket's history and its past, as they are shown.

#include "base/describe.hpp"
#include "tickets/history_types.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, HistoryText& text) {
    fields("field", text.field);
    fields("text", text.text).about("Null when it was erased.");
}

void describe(Fields& fields, HistoryEntry& entry) {
    fields("event", entry.event);
    fields("version", entry.version).about("The ticket's after it.");
    fields("at", entry.at);
    fields("recordedAt", entry.recorded_at);
    fields("origin", entry.origin);
    fields("name", entry.name);
    fields("by", entry.by);
    fields("byName", entry.by_name);
    fields("fromTier", entry.from_tier);
    fields("tier", entry.tier);
    fields("fromQueue", entry.from_queue);
    fields("fromQueueName", entry.from_queue_name);
    fields("queue", entry.queue);
    fields("queueName", entry.queue_name);
    fields("assignee", entry.assignee);
    fields("assigneeName", entry.assignee_name);
    fields("person", entry.person);
    fields("personName", entry.person_name);
    fields("status", entry.status);
    fields("state", entry.state).about("One of our own, as of a ticket; for our staff.");
    fields("statePl", entry.state_pl);
    fields("stateEn", entry.state_en);
    fields("waitingFor", entry.waiting_for);
    fields("type", entry.type);
    fields("category", entry.category);
    fields("categoryPl", entry.category_pl);
    fields("categoryEn", entry.category_en);
    fields("impact", entry.impact);
    fields("urgency", entry.urgency);
    fields("priority", entry.priority);
    fields("product", entry.product);
    fields("productName", entry.product_name);
    fields("reason", entry.reason);
    fields("gap", entry.gap).about("What was missing in a handover that was returned.");
    fields("score", entry.score);
    fields("rating", entry.rating).about("1 to 5, by the requester.");
    fields("routing", entry.routing).about("Why this assignee, where the product chose.");
    fields("message", entry.message);
    fields("timed", entry.timed).about("Which timed rule fired, when it was due, what it did.");
    fields("clock", entry.clock).about("How much of which promise was used up, and what was done.");
    fields("hasWorkaround", entry.has_workaround);
    fields("appointment", entry.appointment);
    fields("guest", entry.guest);
    fields("site", entry.site);
    fields("siteName", entry.site_name);
    fields("fromSite", entry.from_site);
    fields("fromSiteName", entry.from_site_name);
    fields("minutes", entry.minutes).about("Of work; negative where it was taken back.");
    fields("other", entry.other).about("The other ticket: of a link, a merge or a split.");
    fields("ticket", entry.ticket).about("Of a ticket that was merged into this one.");
    fields("customer", entry.customer).about("Whose it is from then on.");
    fields("customerName", entry.customer_name);
    fields("fromCustomer", entry.from_customer).about("Whose it was; for our staff.");
    fields("fromCustomerName", entry.from_customer_name);
    fields("row", entry.row);
    fields("tag", entry.tag);
    fields("link", entry.link);
    fields("dueAt", entry.due_at);
    fields("dueOn", entry.due_on);
    fields("dueStep", entry.due_step);
    fields("until", entry.until).about("How long it was to sleep.");
    fields("woken", entry.woken);
    fields("mentions", entry.mentions).may_be_missing();
    fields("fields", entry.fields).about("What changed in our own fields.");
    fields("texts", entry.texts);
}

void describe(Fields& fields, ReadAsItWas& wish) {
    fields("ticket", wish.ticket);
    fields("at", wish.at).about("Either the moment or the version.");
    fields("version", wish.version).within(1, 1'000'000'000);
}

void describe(Fields& fields, TicketAsItWas& was) {
    fields("ticket", was.ticket);
    fields("event", was.event).about("The last step that is in it.");
    fields("followers", was.followers);
    fields("values", was.values).about("Of our own fields.");
    fields("bookedMinutes", was.booked_minutes);
}

void describe(Fields& fields, TicketHistory& history) {
    fields("items", history.items);
    fields("next", history.next);
}

}  // namespace ogniwo::tickets
