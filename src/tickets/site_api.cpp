#include "tickets/site_api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/site_service.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, ChangeSite& wish) {
    fields("ticket", wish.ticket);
    fields("site", wish.site).about("Of the ticket's customer; without it none.");
}

void describe(Fields& fields, TicketSiteChanged& event) {
    fields("from", event.from);
    fields("site", event.site);
}

void mount_sites(Operations& operations) {
    operations
        .post<ChangeSite, Ticket>("tickets.change_site",
                                  "/tickets/{ticket}/site",
                                  work_on,
                                  change_site,
                                  {.ticket = {1}, .site = people::SiteId{1}})
        .about("Says which site of its customer the ticket is about.");
}

}  // namespace ogniwo::tickets
