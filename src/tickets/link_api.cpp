#include "tickets/link_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/link_service.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, TicketLink& link) {
    fields("other", link.other);
    fields("number", link.number);
    fields("kind", link.kind).about("As the ticket that was asked for sees the other one.");
    fields("subject", link.subject);
    fields("status", link.status);
    fields("customerName", link.customer_name);
    fields("assigneeName", link.assignee_name);
    fields("since", link.since);
}

void describe(Fields& fields, TicketLinks& links) {
    fields("items", links.items).about("Those that the reader may see, as in what follows.");
    fields("children", links.children);
    fields("openChildren", links.open_children);
    fields("openDependencies", links.open_dependencies)
        .about("What the ticket depends on and is not done.");
}

void describe(Fields& fields, LinkTicket& wish) {
    fields("ticket", wish.ticket);
    fields("other", wish.other);
    fields("kind", wish.kind).about("parent: the other one is the parent of this one.");
}

void describe(Fields& fields, UnlinkTicket& wish) {
    fields("ticket", wish.ticket);
    fields("other", wish.other);
}

void describe(Fields& fields, ListLinks& wish) {
    fields("ticket", wish.ticket);
}

void mount_links(Operations& operations) {
    operations
        .get<ListLinks, TicketLinks>(
            "tickets.list_links", "/tickets/{ticket}/links", see_notes, list_links, {.ticket = {1}})
        .about("What a ticket is linked to, as far as the reader may see it.");
    operations
        .post<LinkTicket, TicketLinks>(
            "tickets.link_ticket",
            "/tickets/{ticket}/links",
            work_on,
            link_ticket,
            {.ticket = {1}, .other = {2}, .kind = TicketLinkKind::depends_on})
        .about("Links two tickets in one way; each sees it from its side.");
    operations
        .del<UnlinkTicket, TicketLinks>("tickets.unlink_ticket",
                                        "/tickets/{ticket}/links/{other}",
                                        work_on,
                                        unlink_ticket,
                                        {.ticket = {1}, .other = {2}})
        .about("Takes the link between two tickets away.");
}

}  // namespace ogniwo::tickets
