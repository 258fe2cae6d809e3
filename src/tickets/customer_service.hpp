#pragma once

// A ticket gets another customer, or another requester.
//
// Whoever does it works on tickets of both customers. Order of refusals: the ticket and the
// customer (`missing`, `forbidden`), merged, a newer version, the requester, merge_rules.hpp,
// an appointment that is still to come.

#include <map>

#include "operations/live.hpp"
#include "storage/work.hpp"
#include "tickets/customer_types.hpp"

namespace ogniwo::tickets {

Result<CustomerPreview> preview_customer(const View& view, const PreviewCustomer& wish);
Result<Ticket> change_customer(Work& work, const ChangeCustomer& wish);

// Whose these tickets were before, by ticket.
std::multimap<std::int64_t, FormerRow> former_of(const View& view,
                                                 const std::vector<std::int64_t>& tickets);

}  // namespace ogniwo::tickets
