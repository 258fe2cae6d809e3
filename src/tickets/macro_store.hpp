#pragma once

// The only place that names the tables ticket_macro and ticket_macro_use.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/macro_types.hpp"

namespace ogniwo::tickets::store {

// The shared ones and those of this person.
std::vector<TicketMacro> list_macros(Tx& tx, PersonId person);
std::optional<TicketMacro> find_macro(Tx& tx, PersonId person, MacroId macro);
// Raises the version.
std::optional<TicketMacro> claim_macro(Tx& tx, PersonId person, MacroId macro);
// `owner`: nothing for a shared one.
MacroId insert_macro(Tx& tx, const TicketMacro& macro, std::optional<PersonId> owner);
void update_macro(Tx& tx, const TicketMacro& macro, std::optional<PersonId> owner);
void retire_macro(Tx& tx, MacroId macro, Time at);
// With what it was used for.
void delete_macro(Tx& tx, MacroId macro);
void delete_macros_of(Tx& tx, PersonId person);
std::int64_t count_macros(Tx& tx, std::optional<PersonId> owner);

void insert_macro_use(Tx& tx, MacroId macro, TicketId ticket, Time at);
// At most `most`.
std::int64_t count_macro_uses(Tx& tx, MacroId macro, std::int64_t most);
std::optional<Time> last_macro_use(Tx& tx, MacroId macro);

}  // namespace ogniwo::tickets::store
