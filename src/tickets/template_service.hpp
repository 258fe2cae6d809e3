#pragma once

// Templates of tickets. Private to the slice; nobody below needs it.

#include "storage/work.hpp"
#include "tickets/template_types.hpp"

namespace ogniwo::tickets {

// All of them for our own people; for the customers' the ready forms, without their checklists.
Result<TemplateList> list_templates(const View& view, const Nothing&);
Result<TicketTemplate> make_template(Work& work, const MakeTemplate& wish);
Result<TicketTemplate> edit_template(Work& work, const EditTemplate& wish);
// The ready forms that every company needs, as far as none of that name is there.
Result<TemplateList> start_templates(Work& work, const Nothing&);

// What a new ticket takes from it: template_unknown where this actor may not use it.
Result<TicketTemplate> usable_template(const View& view, TemplateId one);

}  // namespace ogniwo::tickets
