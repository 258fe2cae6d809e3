#pragma once

// What versions and texts of events are kept as. api.cpp describes it.

#include "base/describe.hpp"
#include "calendars/rules.hpp"

namespace ogniwo::calendars {

void describe(Fields& fields, PlanDocument& document);
void describe(Fields& fields, PlanLabels& labels);

}  // namespace ogniwo::calendars
