#include "tickets/presence_api.hpp"

#include "base/describe.hpp"
#include "base/json.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tickets/presence_service.hpp"
#include "tickets/presence_store.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, TicketPresence& presence) {
    fields("person", presence.person);
    fields("name", presence.name);
    fields("types", presence.types).about("Is writing to the customer right now.");
    fields("since", presence.since);
}

void describe(Fields& fields, TicketPresences& presences) {
    fields("items", presences.items).about("The others, longest there first.");
    fields("againInSeconds", presences.again_in_seconds).about("When to say it again.");
}

void describe(Fields& fields, BePresent& wish) {
    fields("ticket", wish.ticket);
    fields("types", wish.types).about("True: writes to the customer right now.");
    fields("leaves", wish.leaves).about("True: looks at it no more.");
}

void describe(Fields& fields, OfDrafts& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, SaveDraft& wish) {
    fields("ticket", wish.ticket);
    fields("kind", wish.kind);
    fields("text", wish.text)
        .at_most(draft_most)
        .multiline()
        .about("Empty: there is no draft any more.");
}

void describe(Fields& fields, TicketDraft& draft) {
    fields("ticket", draft.ticket);
    fields("subject", draft.subject).about("In the list of all of them.");
    fields("kind", draft.kind);
    fields("text", draft.text);
    fields("savedAt", draft.saved_at);
}

void describe(Fields& fields, TicketDrafts& drafts) {
    fields("items", drafts.items);
}

void mount_presence(Operations& operations) {
    operations
        .post<BePresent, TicketPresences>("tickets.be_present",
                                          "/tickets/{ticket}/presence",
                                          see_own,
                                          be_present,
                                          {.ticket = {1}, .types = true})
        .about("Says that one looks at a ticket, and tells who else of our people does.");
    operations
        .get<OfDrafts, TicketDrafts>("tickets.list_drafts",
                                     "/tickets/{ticket}/drafts",
                                     see_own,
                                     list_drafts,
                                     {.ticket = {1}})
        .about("What one has written at a ticket and not sent yet.");
    operations
        .post<SaveDraft, TicketDrafts>(
            "tickets.save_draft",
            "/tickets/{ticket}/drafts",
            reply,
            save_draft,
            {.ticket = {1}, .kind = MessageKind::reply, .text = "Dzień dobry,"})
        .about("Keeps what is being written, for its author alone.");
    operations
        .get<Nothing, TicketDrafts>(
            "tickets.list_all_drafts", "/drafts", see_own, list_all_drafts, {})
        .about("All of one's own drafts, newest first.");
    people::on_export("ticket_drafts", [](const View& view, PersonId person) {
        return to_json(TicketDrafts{.items = store::list_drafts_of(view.tx, person, 1'000)});
    });
}

}  // namespace ogniwo::tickets
