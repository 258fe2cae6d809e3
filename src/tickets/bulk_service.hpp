#pragma once

// The verbs of bulk changes (bulk_types.hpp).
//
// Preview and change are the same code: each ticket goes through its verb in an Attempt, which a
// preview takes back as a whole. So a preview never promises what the change would not do.

#include "storage/work.hpp"
#include "tickets/bulk_types.hpp"

namespace ogniwo::tickets {

// Writes nothing that stays.
Result<BulkAnswer> preview_bulk(Work& work, const BulkWish& wish);
// Tickets that may not be seen refuse the whole wish; anything else refuses one ticket.
Result<BulkAnswer> change_in_bulk(Work& work, const BulkWish& wish);
// Brings back what nobody has touched since, at most bulk_most tickets at a time.
Result<BulkAnswer> undo_bulk(Work& work, const UndoBulk& wish);
// The last ones of whoever asks.
Result<BulkList> list_bulks(const View& view, const Nothing&);

}  // namespace ogniwo::tickets
