#pragma once

// The figures of the desk, and what its tiers cost.

#include "figures/types.hpp"
#include "storage/work.hpp"

namespace ogniwo::figures {

// Whoever may see the figures of a customer only sees that customer's, without what concerns the
// whole desk: utilization and costs. What tiers cost may tell what somebody earns, and has a right
// of its own. Refused like the reports on promises: backwards, too long.
Result<DeskFigures> read_figures(const View& view, const ReadDeskFigures& wish);

Result<CostList> list_costs(const View& view, const Nothing&);
// In this order: another version by now, the tier, the amount.
Result<CostList> save_cost(Work& work, const SaveCost& wish);

}  // namespace ogniwo::figures
