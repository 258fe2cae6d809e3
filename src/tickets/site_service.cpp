#include "tickets/site_service.hpp"

#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_types.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {

Outcome may_be_at(Tx& tx, const std::optional<people::SiteId>& site, CustomerId customer) {
    if (!site || people::is_site_of(tx, *site, customer)) return Nothing{};
    return Error{.reason = invalid_fields, .fields = {{"/site", site_unknown.name, {}}}};
}

void stay_one_at(Tx& tx, const std::optional<people::SiteId>& site, CustomerId customer) {
    if (!site) return;
    const auto named = people::named_sites(tx, {*site});
    const auto owner = named.find(*site);
    if (owner != named.end()) people::claim_together(tx, owner->second.customer, customer);
}

Result<Ticket> change_site(Work& work, const ChangeSite& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_change(ticket.status));
    if (ticket.site == wish.site) return site_unchanged;
    TRY_DO(may_be_at(work.tx, wish.site, ticket.customer));
    stay_one_at(work.tx, wish.site, ticket.customer);

    const TicketSiteChanged changed{.from = ticket.site, .site = wish.site};
    ticket.site = wish.site;
    save(work, ticket);
    work.record(changed, about(ticket));
    return with_names(work, std::move(ticket));
}

}  // namespace ogniwo::tickets
