#pragma once

// One field of a company's own as a part of a bulk change. Private to the slice.

#include <optional>

#include "storage/work.hpp"
#include "tickets/field_value_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// What is wrong with the value whatever the ticket, at `/change/field`. Order: no such field, one
// that is in use no longer, what field_rules.hpp says of the value.
Outcome check_bulk_field(const View& view, const FieldValue& value);

// What stood there and what stands there now; the first also as the journal tells it.
struct FieldStep {
    std::optional<FieldValue> before{};
    std::optional<FieldValue> after{};
    std::optional<FieldState> was{};
};
// Refused where the ticket's form does not show the field; emptied it may be nevertheless.
Outcome set_bulk_field(Work& work, TicketId ticket, const FieldValue& value, FieldStep& step);

// What stood there before nothing but a bulk change was done to the ticket. A text comes out of the
// journal; one that was erased since is gone.
Outcome put_field_back(Work& work,
                       TicketId ticket,
                       FieldId field,
                       const std::optional<FieldState>& was);

}  // namespace ogniwo::tickets
