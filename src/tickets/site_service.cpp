#include "tickets/site_service.hpp"

#include <algorithm>

#include "people/service.hpp"
#include "tickets/access.hpp"
#include "tickets/appointment_types.hpp"
#include "tickets/person_merge_store.hpp"
#include "tickets/verbs.hpp"

namespace ogniwo::tickets {

Outcome may_be_at(Tx& tx, const std::optional<people::SiteId>& site, CustomerId customer) {
    if (!site || people::is_site_of(tx, *site, customer)) return Nothing{};
    return Error{.reason = invalid_fields, .fields = {{"/site", site_unknown.name, {}}}};
}

Result<Ticket> change_site(Work& work, const ChangeSite& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_change(ticket.status));
    if (ticket.site == wish.site) return site_unchanged;
    TRY_DO(may_be_at(work.tx, wish.site, ticket.customer));

    const TicketSiteChanged changed{.from = ticket.site, .site = wish.site};
    ticket.site = wish.site;
    save(work, ticket);
    work.record(changed, about(ticket));
    return with_names(work, std::move(ticket));
}

std::int64_t count_sites_across(const View& view, CustomerId customer) {
    std::int64_t count = 0;
    for (const CustomerId one : people::one_with(view.tx, customer)) {
        const auto places = store::list_places_ahead(view.tx, one, view.now);
        const auto owners = people::named_sites(view.tx, places);
        count += std::ranges::count_if(places, [&](people::SiteId site) {
            const auto owner = owners.find(site);
            if (owner == owners.end()) return false;
            return (owner->second.customer == customer) != (one == customer);
        });
    }
    return count;
}

}  // namespace ogniwo::tickets
