#include "tickets/customer_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/customer_service.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, ChangeCustomer& wish) {
    fields("ticket", wish.ticket);
    fields("version", wish.version);
    fields("customer", wish.customer);
    fields("requester", wish.requester).about("Of that customer; without it nobody.");
    fields("site", wish.site)
        .about("Of a new customer. Where the customer stays, so does the site.");
}

void describe(Fields& fields, PreviewCustomer& wish) {
    fields("ticket", wish.ticket);
    fields("customer", wish.customer);
    fields("requester", wish.requester).about("Of that customer; without it nobody.");
    fields("site", wish.site).about("Of a new customer.");
}

void describe(Fields& fields, CustomerPreview& preview) {
    fields("customerName", preview.customer_name);
    fields("requesterName", preview.requester_name);
    fields("siteName", preview.site_name);
    fields("losingSite", preview.losing_site).about("Which it is no longer about.");
    fields("messages", preview.messages).about("Read by that customer's people from then on.");
    fields("notes", preview.notes).about("Which no customer reads.");
    fields("files", preview.files);
    fields("entries", preview.entries).about("Of work, which count for that customer.");
    fields("minutes", preview.minutes);
    fields("billableMinutes", preview.billable_minutes);
    fields("stopwatches", preview.stopwatches);
    fields("losing", preview.losing).about("Those around it who see it, and keep it, no longer.");
    fields("gaining", preview.gaining).about("Those who see it from then on.");
    fields("guests", preview.guests).about("From outside, whose invitations end with it.");
}

void describe(Fields& fields, TicketRequesterChanged& event) {
    fields("from", event.from);
    fields("requester", event.requester);
}

void describe(Fields& fields, TicketCustomerChanged& event) {
    fields("fromCustomer", event.from_customer);
    fields("customer", event.customer);
    fields("from", event.from);
    fields("requester", event.requester);
    fields("site", event.site);
}

void mount_customer_changes(Operations& operations) {
    operations
        .get<PreviewCustomer, CustomerPreview>("tickets.preview_customer",
                                               "/tickets/{ticket}/customer-preview",
                                               work_on,
                                               preview_customer,
                                               {.ticket = {1}, .customer = {1}})
        .about("What would go with the ticket, and who would see it; nothing is changed.");
    operations
        .patch<ChangeCustomer, Ticket>("tickets.change_customer",
                                       "/tickets/{ticket}/customer",
                                       work_on,
                                       change_customer,
                                       {.ticket = {1}, .version = 1, .customer = {1}})
        .about("Gives the ticket another customer, another requester, or both.");
}

}  // namespace ogniwo::tickets
