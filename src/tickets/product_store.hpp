#pragma once

// The only place that names the table ticket_product: what imported tickets are about, by name.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

// By name; products that are not there are absent.
std::map<std::string, ProductId> find_products(Tx& tx, const std::vector<std::string>& names);
// Nothing when there is one of that name.
std::optional<ProductId> insert_product(Tx& tx, const std::string& name);
std::map<ProductId, std::string> find_product_names(Tx& tx, const std::vector<ProductId>& ids);

}  // namespace ogniwo::tickets::store
