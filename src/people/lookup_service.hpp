#pragma once

// Who somebody from another system is here: by what two lists of the same people have in common.
// For imports, which have checked rights themselves. Names count without case and diacritics. Who
// was merged is found by what they were known by, as the one they go on as.

#include <optional>
#include <string_view>
#include <vector>

#include "people/directory_types.hpp"
#include "storage/work.hpp"

namespace ogniwo::people {

// `nip` and `domain` in their stored forms (base/identifiers.hpp, base/email.hpp).
std::optional<CustomerId> find_customer_by_nip(Tx& tx, std::string_view nip);
std::optional<CustomerId> find_customer_by_domain(Tx& tx, std::string_view domain);
// By the short or the legal name.
std::vector<CustomerId> customers_called(Tx& tx, std::string_view name);

// `number` as E.164; "Anna Nowak". Two people who share a phone have two names.
std::optional<PersonId> find_person_by_phone(Tx& tx,
                                             std::string_view number,
                                             std::string_view name);
// "Anna Nowak" or "Nowak Anna": of one customer, or else of our staff.
std::vector<PersonId> persons_called(Tx& tx,
                                     std::string_view name,
                                     std::optional<CustomerId> customer);

}  // namespace ogniwo::people
