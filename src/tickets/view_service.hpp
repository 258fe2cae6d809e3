#pragma once

// The verbs of views (view_types.hpp). A view shows nothing that its reader could not see without
// it: conditions are asked within the reader's scope, and `me`, `mine` and `today` are the
// reader's.

#include "storage/work.hpp"
#include "tickets/types.hpp"
#include "tickets/view_types.hpp"

namespace ogniwo::tickets {

// Everybody's, then one's own.
Result<TicketViewList> list_views(const View& view, const Nothing&);
// Of all of those, and of the queues, at one moment.
Result<ViewCounts> count_views(const View& view, const Nothing&);
Result<TicketList> list_matching(const View& view, const ListMatching& wish);

Result<TicketView> create_view(Work& work, const CreateView& wish);
Result<TicketView> edit_view(Work& work, const EditView& wish);
// One's own is gone; a shared one is retired.
Result<Nothing> delete_view(Work& work, const DeleteView& wish);

TicketViewList views_of_person(const View& view, PersonId person);
void erase_views(Work& work, PersonId person);

}  // namespace ogniwo::tickets
