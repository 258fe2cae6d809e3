#pragma once

// The only place that names the tables ticket_field and ticket_form.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/field_types.hpp"

namespace ogniwo::tickets::store {

// In the order in which they were defined. Whoever changes one claims the categories first
// (category_store.hpp): fields, forms and the tree change one after another.
std::vector<TicketField> list_fields(Tx& tx);
std::optional<TicketField> find_field(Tx& tx, FieldId field);
FieldId insert_field(Tx& tx, const TicketField& field);
void update_field(Tx& tx, const TicketField& field);

// The general one first.
std::vector<TicketForm> list_forms(Tx& tx);
void save_form(Tx& tx, const TicketForm& form);
void delete_form(Tx& tx, std::optional<CategoryId> category);

}  // namespace ogniwo::tickets::store
