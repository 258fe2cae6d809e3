#include "tickets/api.hpp"

#include "base/describe.hpp"
#include "base/limits.hpp"
#include "notices/service.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_api.hpp"
#include "tickets/attachment_api.hpp"
#include "tickets/bulk_api.hpp"
#include "tickets/category_api.hpp"
#include "tickets/cursors.hpp"
#include "tickets/customer_api.hpp"
#include "tickets/customer_service.hpp"
#include "tickets/field_api.hpp"
#include "tickets/follower_api.hpp"
#include "tickets/guest_api.hpp"
#include "tickets/handover_api.hpp"
#include "tickets/import_api.hpp"
#include "tickets/link_api.hpp"
#include "tickets/macro_api.hpp"
#include "tickets/mark_api.hpp"
#include "tickets/merge_api.hpp"
#include "tickets/person_merge_service.hpp"
#include "tickets/presence_api.hpp"
#include "tickets/rating_api.hpp"
#include "tickets/recurrence_service.hpp"
#include "tickets/routing_api.hpp"
#include "tickets/service.hpp"
#include "tickets/site_api.hpp"
#include "tickets/split_api.hpp"
#include "tickets/state_api.hpp"
#include "tickets/tag_api.hpp"
#include "tickets/template_api.hpp"
#include "tickets/time_api.hpp"
#include "tickets/view_api.hpp"
#include "tickets/worker_api.hpp"

namespace ogniwo::tickets {
namespace {

using people::Role;

constexpr std::int64_t subject_most = 300;
constexpr std::int64_t text_most = 20'000;
constexpr std::int64_t reason_most = 40;
constexpr std::int64_t cursor_most = 1'000;
constexpr std::int64_t page_most = static_cast<std::int64_t>(limits::list_page);

void allow_roles() {
    people::allow_reading(see,
                          {Role::administrator,
                           Role::lead,
                           Role::technician,
                           Role::bookkeeper,
                           Role::consultant,
                           Role::customer_administrator});
    people::allow_reading(see_own,
                          {Role::administrator,
                           Role::lead,
                           Role::technician,
                           Role::bookkeeper,
                           Role::consultant,
                           Role::customer_administrator,
                           Role::customer_approver,
                           Role::customer_user});
    people::allow_reading(see_messages,
                          {Role::administrator,
                           Role::lead,
                           Role::technician,
                           Role::consultant,
                           Role::customer_administrator,
                           Role::customer_approver,
                           Role::customer_user});
    people::allow_reading(see_notes,
                          {Role::administrator, Role::lead, Role::technician, Role::consultant});
    for (const Right right : {create, reply}) {
        people::allow(right,
                      {Role::administrator,
                       Role::lead,
                       Role::technician,
                       Role::customer_administrator,
                       Role::customer_approver,
                       Role::customer_user});
    }
    for (const Right right : {note, assign, work_on}) {
        people::allow(right, {Role::administrator, Role::lead, Role::technician});
    }
    people::allow(import_history, {Role::administrator});
}

void mount_reading(Operations& operations) {
    operations.get("tickets.list_tickets", "/tickets", see_own, list_tickets, {.open = true})
        .about("Tickets that the reader may see, newest activity first.");
    operations
        .get("tickets.read_ticket", "/tickets/{ticket}", see_own, read_ticket, {.ticket = {1}})
        .about("One ticket; its version is the ETag.");
    operations
        .get("tickets.list_messages",
             "/tickets/{ticket}/messages",
             see_messages,
             list_messages,
             {.ticket = {1}})
        .about("What was said about a ticket, oldest first; internal notes for our staff only.");
    operations
        .get("tickets.ticket_history",
             "/tickets/{ticket}/history",
             see_own,
             ticket_history,
             {.ticket = {1}})
        .about("Every step of a ticket with the state after it, read from the journal.");
    operations
        .get("tickets.ticket_as_it_was",
             "/tickets/{ticket}/as-it-was",
             see_own,
             ticket_as_it_was,
             {.ticket = {1}, .version = 1})
        .about("The ticket as it was at a moment or in a version, rebuilt from the journal.");
}

void mount_talking(Operations& operations) {
    operations
        .post("tickets.create_ticket",
              "/tickets",
              create,
              create_ticket,
              {.customer = {1}, .subject = "Drukarka nie drukuje", .text = "Od rana nic."})
        .creates()
        .about("Opens a ticket in the first queue of the first tier.");
    operations
        .post("tickets.reply_to_ticket",
              "/tickets/{ticket}/replies",
              reply,
              reply_to_ticket,
              {.ticket = {1}, .text = "Dzień dobry, sprawdzamy."})
        .creates()
        .about("Adds a message that the customer reads; may open the ticket again.");
    operations
        .post("tickets.note_on_ticket",
              "/tickets/{ticket}/notes",
              note,
              note_on_ticket,
              {.ticket = {1}, .text = "Toner jest na stanie."})
        .creates()
        .about("Adds an internal note.");
    operations
        .post("tickets.close_ticket",
              "/tickets/{ticket}/closing",
              reply,
              close_ticket,
              {.ticket = {1}})
        .about("Ends a ticket: customers theirs at any time, staff what is resolved.");
    operations
        .post("tickets.reopen_ticket",
              "/tickets/{ticket}/reopening",
              reply,
              reopen_ticket,
              {.ticket = {1}, .reason = "Problem wrócił."})
        .about("Opens a resolved ticket again; staff may open closed ones too.");
}

void mount_work(Operations& operations) {
    operations
        .patch("tickets.edit_ticket",
               "/tickets/{ticket}",
               work_on,
               edit_ticket,
               {.ticket = {1}, .version = 1, .impact = Impact::high})
        .about("Changes subject, type, category, impact or urgency.");
    operations
        .post("tickets.assign_ticket",
              "/tickets/{ticket}/assignment",
              assign,
              assign_ticket,
              {.ticket = {1}, .assignee = std::optional(PersonId{1})})
        .about("Gives the ticket to one of our staff, or with null to nobody.");
    operations
        .post("tickets.take_ticket", "/tickets/{ticket}/take", assign, take_ticket, {.ticket = {1}})
        .about("Gives the ticket to whoever asks, and opens it when it is new.");
    operations
        .post("tickets.set_ticket_status",
              "/tickets/{ticket}/status",
              work_on,
              set_ticket_status,
              {.ticket = {1},
               .status = TicketStatus::waiting,
               .waiting_for = WaitingFor::customer,
               .waiting_note = "Proszę podać numer seryjny drukarki."})
        .about("Moves the ticket between new, open and waiting, or closes a resolved one.");
    operations
        .post("tickets.escalate_ticket",
              "/tickets/{ticket}/escalation",
              work_on,
              escalate_ticket,
              {.ticket = {1},
               .tier = 3,
               .reason = "needs_skill",
               .note = "Sprawdzono sieć i sterownik; brak uprawnień do serwera wydruku."})
        .about("Hands the ticket to a higher tier, with what was tried so far.");
    operations
        .post("tickets.hand_back_ticket",
              "/tickets/{ticket}/handback",
              work_on,
              hand_back_ticket,
              {.ticket = {1},
               .reason = "solution_found",
               .note = "Kolejka wydruku wyczyszczona; proszę potwierdzić u klienta."})
        .about("Returns the ticket to a lower tier; without a tier, to where it came from.");
    operations
        .post<MoveQueue, Ticket>("tickets.move_queue",
                                 "/tickets/{ticket}/queue",
                                 work_on,
                                 move_queue,
                                 {.ticket = {1}, .queue = {1}})
        .about("To another queue of the same tier, where it waits for somebody.");
    operations
        .post("tickets.inform_lead",
              "/tickets/{ticket}/lead",
              work_on,
              inform_lead,
              {.ticket = {1}, .note = "Klient grozi odejściem; proszę o decyzję."})
        .about("Asks whoever leads the desk to look; the ticket stays where it is.");
    operations
        .post("tickets.resolve_ticket",
              "/tickets/{ticket}/resolution",
              work_on,
              resolve_ticket,
              {.ticket = {1}, .text = "Drukarka działa, wymieniono sterownik."})
        .about("Says how the ticket was solved; the customer reads it as a reply.");
}

std::vector<LiveRow> live_rows(const View& view, const std::vector<std::int64_t>& ids) {
    std::vector<LiveRow> rows;
    const auto former = former_of(view, ids);
    for (Ticket& ticket : tickets_by_id(view, ids)) {
        LiveRow row{.customer = ticket.customer,
                    .person = ticket.requester,
                    .json = to_json(ticket),
                    .id = ticket.id.value};
        const auto [first, last] = former.equal_range(ticket.id.value);
        for (auto one = first; one != last; ++one) row.former.push_back(one->second);
        hide_marks(ticket);
        row.limited = to_json(ticket);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

void describe(Fields& fields, Ticket& ticket) {
    fields("id", ticket.id);
    fields("number", ticket.number);
    fields("version", ticket.version);
    fields("customer", ticket.customer);
    fields("customerName", ticket.customer_name);
    fields("requester", ticket.requester);
    fields("requesterName", ticket.requester_name);
    fields("site", ticket.site).about("Of the customer.");
    fields("siteName", ticket.site_name);
    fields("subject", ticket.subject);
    fields("status", ticket.status);
    fields("state", ticket.state).about("One of our own, in the group above; for our staff.");
    fields("statePl", ticket.state_pl).about("To customers what is meant for them, if anything.");
    fields("stateEn", ticket.state_en);
    fields("stateShownPl", ticket.state_shown_pl).about("What customers read; for our staff.");
    fields("stateShownEn", ticket.state_shown_en);
    fields("waitingFor", ticket.waiting_for);
    fields("waitingNote", ticket.waiting_note).about("For what.");
    fields("type", ticket.type);
    fields("category", ticket.category);
    fields("categoryPl", ticket.category_pl).about("With those above it.");
    fields("categoryEn", ticket.category_en).about("With those above it.");
    fields("impact", ticket.impact);
    fields("urgency", ticket.urgency);
    fields("priority", ticket.priority)
        .about("From impact and urgency, by the matrix of the moment they were set.");
    fields("tier", ticket.tier);
    fields("queue", ticket.queue);
    fields("queueName", ticket.queue_name);
    fields("assignee", ticket.assignee);
    fields("assigneeName", ticket.assignee_name);
    fields("voice", ticket.voice).about("Who alone answers the customer, at a lower tier.");
    fields("voiceName", ticket.voice_name);
    fields("voiceTier", ticket.voice_tier);
    fields("product", ticket.product);
    fields("productName", ticket.product_name);
    fields("createdAt", ticket.created_at);
    fields("updatedAt", ticket.updated_at);
    fields("resolvedAt", ticket.resolved_at);
    fields("closedAt", ticket.closed_at);
    fields("origin", ticket.origin);
    fields("oldNumber", ticket.old_number).about("Its number where it was imported from.");
    fields("promisedUntil", ticket.promised_until)
        .about("What was promised next. Absent: nothing, or time stands still.");
    fields("tags", ticket.tags).may_be_missing().about("For our staff, as what follows.");
    fields("dueAt", ticket.due_at);
    fields("dueOn", ticket.due_on).about("Where a day was said, the end of which is dueAt.");
    fields("snoozedUntil", ticket.snoozed_until);
    fields("spamAt", ticket.spam_at);
    fields("spamBy", ticket.spam_by);
    fields("mergedInto", ticket.merged_into).about("Where it goes on.");
    fields("splitFrom", ticket.split_from);
}

void describe(Fields& fields, TicketMessage& message) {
    fields("id", message.id);
    fields("ticket", message.ticket);
    fields("author", message.author);
    fields("authorName", message.author_name);
    fields("kind", message.kind);
    fields("text", message.text).about("Null when its author's data were erased.");
    fields("at", message.at);
    fields("attachments", message.attachments);
    fields("guests", message.guests)
        .may_be_missing()
        .about("Guest experts who wrote it, were told it or may read it; for our staff.");
}

void describe(Fields& fields, CreateTicket& wish) {
    fields("customer", wish.customer);
    fields("subject", wish.subject).within(1, subject_most);
    fields("text", wish.text).at_most(text_most).multiline().about("Becomes the first message.");
    fields("requester", wish.requester);
    fields("site", wish.site).about("Of that customer.");
    fields("type", wish.type);
    fields("category", wish.category);
    fields("impact", wish.impact);
    fields("urgency", wish.urgency);
    fields("from", wish.from).about("A template; what is not said is as there.");
    fields("language", wish.language).about("Of the template's steps.");
    fields("fields", wish.fields)
        .at_most(live_fields_most)
        .about("Those that are not here get what they begin with.");
}

void describe(Fields& fields, NewTicket& ticket) {
    fields("id", ticket.id);
    fields("number", ticket.number);
    fields("version", ticket.version);
    fields("tier", ticket.tier);
    fields("queue", ticket.queue);
    fields("priority", ticket.priority);
}

void describe(Fields& fields, ListTickets& wish) {
    fields("queue", wish.queue);
    fields("tier", wish.tier).within(1, tiers::highest_possible_tier);
    fields("status", wish.status);
    fields("state", wish.state).about("One of our own; for our staff.");
    fields("type", wish.type);
    fields("category", wish.category).about("And those below it.");
    fields("priority", wish.priority);
    fields("open", wish.open).about("True: neither resolved nor closed; false: the others.");
    fields("assignee", wish.assignee);
    fields("unassigned", wish.unassigned);
    fields("customer", wish.customer);
    fields("requester", wish.requester);
    fields("site", wish.site);
    fields("asset", wish.asset).about("That one of their fields names.");
    fields("followed", wish.followed).about("True: those that the reader follows.");
    fields("tag", wish.tag).within(1, tag_letters_most).about("The word; for our staff.");
    fields("dueBefore", wish.due_before);
    fields("snoozed", wish.snoozed).about("True: those that sleep; false: the others.");
    fields("spam", wish.spam).about("True: only spam, which no other list shows.");
    fields("mine", wish.mine).about("True: those that the reader has, or works on.");
    fields("q", wish.q).at_most(200).about("Number, old number or part of the subject.");
    describe_field_query(fields, wish.by);
    fields("cursor", wish.cursor).at_most(cursor_most);
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, TicketList& list) {
    fields("items", list.items);
    fields("next", list.next);
    fields("live", list.live).about("Where a live stream goes on from this list.");
    fields("fields", list.fields).about("Of the columns that were asked for.");
}

void describe(Fields& fields, ReadTicket& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, EditTicket& wish) {
    fields("ticket", wish.ticket);
    fields("version", wish.version);
    fields("subject", wish.subject).within(1, subject_most);
    fields("type", wish.type);
    fields("category", wish.category).about("Null: none.");
    fields("impact", wish.impact);
    fields("urgency", wish.urgency);
}

void describe(Fields& fields, ReadThread& wish) {
    fields("ticket", wish.ticket);
    fields("cursor", wish.cursor).at_most(cursor_most);
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, TicketMessageList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, ReplyToTicket& wish) {
    fields("ticket", wish.ticket);
    fields("text", wish.text).within(1, text_most).multiline();
    fields("attachments", wish.attachments).about("Files that were attached before.");
    fields("after", wish.after)
        .about("The last message one has read: refused when somebody else has replied since.");
}

void describe(Fields& fields, NoteOnTicket& wish) {
    fields("ticket", wish.ticket);
    fields("text", wish.text).within(1, text_most).multiline();
    fields("attachments", wish.attachments).about("Files that were attached before.");
    fields("mentions", wish.mentions)
        .within(0, mentions_most)
        .about("Our people who are named in the text, \"@Anna Nowak\": they are told.");
}

void describe(Fields& fields, AssignTicket& wish) {
    fields("ticket", wish.ticket);
    fields("assignee", wish.assignee).about("Null takes it from whoever has it.");
}

void describe(Fields& fields, TakeTicket& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, SetTicketStatus& wish) {
    fields("ticket", wish.ticket);
    fields("status", wish.status);
    fields("state", wish.state)
        .about(
            "One of our own, of that group; null: none. Without it what it has, or in another "
            "group what that begins with.");
    fields("waitingFor", wish.waiting_for)
        .about("With the status waiting; may be left out where only the state changes.");
    fields("waitingNote", wish.waiting_note)
        .at_most(static_cast<std::int64_t>(waiting_note_most))
        .about("With the status waiting: for what. The customer reads it.");
}

void describe(Fields& fields, EscalateTicket& wish) {
    fields("ticket", wish.ticket);
    fields("tier", wish.tier).within(1, tiers::highest_possible_tier);
    fields("queue", wish.queue).about("Of that tier; without it the tier's first one.");
    fields("reason", wish.reason)
        .within(1, reason_most)
        .about("A code that the structure allows for this move.");
    fields("note", wish.note)
        .within(1, text_most)
        .multiline()
        .about("One sentence: why; internal.");
    fields("handover", wish.handover).about("Optional, unless the tier demands it.");
    fields("keepVoice", wish.keep_voice)
        .about("True: whoever has the ticket goes on answering the customer, and nobody else.");
}

void describe(Fields& fields, HandBackTicket& wish) {
    fields("ticket", wish.ticket);
    fields("tier", wish.tier).within(1, tiers::highest_possible_tier);
    fields("queue", wish.queue);
    fields("reason", wish.reason)
        .within(1, reason_most)
        .about("A code that the structure allows for this move.");
    fields("note", wish.note)
        .within(1, text_most)
        .multiline()
        .about("What was found and what to do next; internal.");
}

void describe(Fields& fields, MoveQueue& wish) {
    fields("ticket", wish.ticket);
    fields("queue", wish.queue).about("Of the same tier.");
    fields("reason", wish.reason)
        .within(1, reason_most)
        .about("Where the structure demands one: a code that it allows.");
    fields("note", wish.note).at_most(text_most).multiline().about("Internal.");
}

void describe(Fields& fields, InformLead& wish) {
    fields("ticket", wish.ticket);
    fields("note", wish.note).within(1, text_most).multiline().about("Why; internal.");
}

void describe(Fields& fields, ResolveTicket& wish) {
    fields("ticket", wish.ticket);
    fields("text", wish.text).within(1, text_most).multiline();
    fields("state", wish.state).about("One of our own among the resolved; null: none.");
}

void describe(Fields& fields, ReopenTicket& wish) {
    fields("ticket", wish.ticket);
    fields("reason", wish.reason).within(1, text_most).multiline();
    fields("state", wish.state).about("One of our own among the open; null: none. Staff only.");
}

void describe(Fields& fields, CloseTicket& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, TicketCursor& cursor) {
    fields("updatedAt", cursor.updated_at);
    fields("ticket", cursor.ticket);
}

void describe(Fields& fields, ThreadCursor& cursor) {
    fields("after", cursor.after).within(0, std::int64_t{1} << 53);
}

void describe(Fields& fields, AskedTicket& ticket) {
    fields("number", ticket.number);
    fields("subject", ticket.subject);
    fields("status", ticket.status);
    fields("createdAt", ticket.created_at);
}

void describe(Fields& fields, WrittenMessage& message) {
    fields("ticket", message.ticket);
    fields("kind", message.kind);
    fields("text", message.text);
    fields("at", message.at);
}

void describe(Fields& fields, PersonTickets& tickets) {
    fields("asked", tickets.asked);
    fields("written", tickets.written);
    fields("files", tickets.files);
    fields("time", tickets.time);
    fields("appointments", tickets.appointments);
}

void mount(Operations& operations) {
    allow_roles();
    operations.live({.subject = "ticket",
                     .all = see,
                     .own = see_own,
                     .whole = see_notes,
                     .project = live_rows});
    mount_reading(operations);
    mount_talking(operations);
    mount_work(operations);
    mount_attachments(operations);
    mount_followers(operations);
    mount_handovers(operations);
    mount_workers(operations);
    mount_timed(operations);
    mount_clocks(operations);
    mount_categories(operations);
    mount_routing(operations);
    mount_approvals(operations);
    mount_checklists(operations);
    mount_templates(operations);
    mount_recurrences(operations);
    mount_presence(operations);
    mount_ratings(operations);
    mount_time(operations);
    mount_appointments(operations);
    mount_stopwatches(operations);
    mount_views(operations);
    mount_bulks(operations);
    mount_tags(operations);
    mount_links(operations);
    mount_macros(operations);
    mount_marks(operations);
    mount_merges(operations);
    mount_splits(operations);
    mount_customer_changes(operations);
    mount_sites(operations);
    mount_guests(operations);
    mount_fields(operations);
    mount_states(operations);
    mount_imports(operations);
    people::on_export("tickets", [](const View& view, PersonId person) {
        return to_json(tickets_of_person(view, person));
    });
    people::on_erase("tickets", erase_person);
    people::on_person_merge("tickets", things_of_person, work_of_person);
    people::on_person_unmerge("tickets", forget_links_since);
    people::on_customer_merge("tickets", things_of_customer, bound_to_others);
    notices::on_labels("ticket", ticket_labels);
    notices::on_labels(std::string(recurrence_kind), recurrence_labels);
}

}  // namespace ogniwo::tickets
