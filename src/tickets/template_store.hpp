#pragma once

// The only place that names the table ticket_template.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/template_types.hpp"

namespace ogniwo::tickets::store {

TemplateId insert_template(Tx& tx, const TicketTemplate& one);
std::vector<TicketTemplate> list_templates(Tx& tx);
std::optional<TicketTemplate> find_template(Tx& tx, TemplateId one);
// Raises its version.
std::optional<TicketTemplate> claim_template(Tx& tx, TemplateId one);
void update_template(Tx& tx, const TicketTemplate& one);

}  // namespace ogniwo::tickets::store
