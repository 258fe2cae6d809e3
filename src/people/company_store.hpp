#pragma once

// The only place that names the tables company and company_phone.

#include <optional>
#include <string>
#include <vector>

#include "people/directory_types.hpp"
#include "storage/tx.hpp"

namespace ogniwo::people::store {

std::optional<Company> find_company(Tx& tx, CompanyId company);
std::optional<Company> find_default_company(Tx& tx);
// The default one first, then in the order in which they were added.
std::vector<Company> list_companies(Tx& tx);

// With its phones. The first company of all becomes the default.
CompanyId insert_company(Tx& tx, const CompanyCard& card);
void update_company(Tx& tx, CompanyId company, const CompanyCard& card);
void make_default(Tx& tx, CompanyId company);

// Raises the version; nothing when there is no such row, or when its version is another.
std::optional<std::int64_t> touch_company(Tx& tx, CompanyId company, std::int64_t version);

}  // namespace ogniwo::people::store
