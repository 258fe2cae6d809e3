#pragma once

// Which site of its customer a ticket is about.

#include "storage/work.hpp"
#include "tickets/site_types.hpp"

namespace ogniwo::tickets {

// Order: closed; unchanged; not a site of the customer.
Result<Ticket> change_site(Work& work, const ChangeSite& wish);

// Refuses at `/site` what is none of the customer's.
Outcome may_be_at(Tx& tx, const std::optional<people::SiteId>& site, CustomerId customer);
// Before something of the customer is put at a site that is theirs by a merge alone. Who takes
// merged customers apart counts what stands at sites of the other one first; on PostgreSQL neither
// would see what the other one is writing, so both claim the customers' rows.
void stay_one_at(Tx& tx, const std::optional<people::SiteId>& site, CustomerId customer);

}  // namespace ogniwo::tickets
