#pragma once

// Which site of its customer a ticket is about.

#include "storage/work.hpp"
#include "tickets/site_types.hpp"

namespace ogniwo::tickets {

// Order: closed; unchanged; not a site of the customer.
Result<Ticket> change_site(Work& work, const ChangeSite& wish);

// Refuses at `/site` what is none of the customer's.
Outcome may_be_at(Tx& tx, const std::optional<people::SiteId>& site, CustomerId customer);

}  // namespace ogniwo::tickets
