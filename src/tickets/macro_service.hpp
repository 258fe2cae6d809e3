#pragma once

// Macros as they are written and kept. Private to the slice; nobody below needs it.
//
// Whoever works on tickets may have their own; shared ones are for those who configure the whole
// desk. What a macro names (a category, a queue, a person) must be there when it is saved; whether
// it still is, the verbs say when it is used.

#include "storage/work.hpp"
#include "tickets/macro_types.hpp"

namespace ogniwo::tickets {

Result<TicketMacroList> list_macros(const View& view, const ListMacros& wish);
Result<TicketMacro> create_macro(Work& work, const CreateMacro& wish);
Result<TicketMacro> edit_macro(Work& work, const EditMacro& wish);
// One's own is gone; a shared one is retired, and what it did stays.
Result<Nothing> delete_macro(Work& work, const DeleteMacro& wish);
// The ones that every desk uses, as far as none of that name is there.
Result<TicketMacroList> start_macros(Work& work, const Nothing&);

TicketMacroList macros_of_person(const View& view, PersonId person);
void erase_macros(Work& work, PersonId person);

}  // namespace ogniwo::tickets
