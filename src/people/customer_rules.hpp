#pragma once

// What may stand on a customer's card, and what a change of it changes.

#include <string>
#include <vector>

#include "people/directory_types.hpp"

namespace ogniwo::people {

// Every value in its stored form, or all field errors.
Result<CustomerCard> checked_customer(CustomerCard card);
Result<Site> checked_site(Site site);

CustomerCard with_changes(CustomerCard card, const EditCustomer& wish);
Site with_changes(Site site, const EditSite& wish);

std::vector<CustomerField> changed_fields(const CustomerCard& before, const CustomerCard& after);
// The field as the journal keeps it: lists and addresses as JSON.
std::string text_of(const CustomerCard& card, CustomerField field);
// Free or personal: it stands beside the event and can be erased. The others are in its payload.
bool is_free_text(CustomerField field);

}  // namespace ogniwo::people
