#pragma once

// What may stand on our company's card.

#include "people/directory_types.hpp"

namespace ogniwo::people {

// Every value in its stored form, or all field errors.
Result<CompanyCard> checked_company(CompanyCard card);

CompanyCard with_changes(CompanyCard card, const CompanyChanges& wish);

}  // namespace ogniwo::people
