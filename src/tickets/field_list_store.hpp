#pragma once

// Tickets in the order of one of their fields: a walk through an index of ticket_field_value.
//
// Nothing that the walk leaves out is looked at: field, whether the ticket is open, and for one
// customer's reader the customer stand in front of the value in the index. Tickets without a value
// are not in it. Where few tickets are in question anyway (somebody's own, an open queue) those are
// read and sorted instead.

#include <optional>
#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tickets/field_value_types.hpp"
#include "tickets/store.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

enum class FieldStorage { number, word };

struct FieldRow {
    TicketId ticket{};
    Value value{};
};

struct FieldWalk {
    FieldId field{};
    FieldStorage storage = FieldStorage::number;
    FieldOrder order = FieldOrder::ascending;
    std::optional<Value> from{};  // Both included; one value, where they are the same.
    std::optional<Value> to{};
    std::optional<FieldRow> after{};
    std::optional<FieldRow> until{};  // Included; whatever comes behind it has no place any more.
    int limit = 0;
};

// Whether few tickets can pass the filter, whatever stands in their fields.
bool is_narrow(const TicketFilter& filter);

// One walk: the open tickets or the others, of one customer or of the whole scope.
struct FieldPart {
    bool is_open = true;
    std::optional<CustomerId> customer{};
};
std::vector<FieldRow> walk_field(Tx& tx,
                                 const Scope& scope,
                                 const std::pair<FieldWalk, FieldPart>& walk,
                                 const TicketFilter& filter);
// The same where the filter is narrow.
std::vector<FieldRow> sort_by_field(Tx& tx,
                                    const Scope& scope,
                                    const FieldWalk& walk,
                                    const TicketFilter& filter);

// What they ask, for the test of how the database answers it.
std::string walking_text(const std::pair<FieldWalk, FieldPart>& walk, const TicketFilter& filter);
std::string sorting_text(const FieldWalk& walk, const TicketFilter& filter);

}  // namespace ogniwo::tickets::store
