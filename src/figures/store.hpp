#pragma once

// The tables figure_cost_list and figure_cost.

#include "figures/types.hpp"
#include "storage/tx.hpp"

namespace ogniwo::figures::store {

// The latest month first, then by tier.
CostList list_costs(Tx& tx);
// False: it has another version by now.
bool raise_version(Tx& tx, std::int64_t version);
void save_cost(Tx& tx, int tier, Date month, const Money& cost);
void delete_cost(Tx& tx, int tier, Date month);

}  // namespace ogniwo::figures::store
