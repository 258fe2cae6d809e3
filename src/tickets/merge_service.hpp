#pragma once

// The verbs of merging tickets and of splitting them, each with its way back.
//
// Both tickets are claimed in the order of their numbers, so that two nodes that merge them into
// each other cannot both do it. Order of refusals: the tickets (`missing`, `forbidden`), merged
// already, then merge_rules.hpp.

#include "storage/work.hpp"
#include "tickets/merge_types.hpp"
#include "tickets/split_types.hpp"

namespace ogniwo::tickets {

Result<MergePreview> preview_merge(const View& view, const MergeTicket& wish);
// Into the named ticket, or where that goes on.
Result<Ticket> merge_ticket(Work& work, const MergeTicket& wish);
Result<Ticket> unmerge_ticket(Work& work, const UnmergeTicket& wish);
Result<MergeTargets> find_merge_targets(const View& view, const FindMergeTargets& wish);
Result<TicketMerges> read_merges(const View& view, const ReadMerges& wish);

// A new ticket in the same queue, which nobody has yet. Answers it.
Result<Ticket> split_ticket(Work& work, const SplitTicket& wish);
// Answers the ticket that was split off.
Result<Ticket> unsplit_ticket(Work& work, const UnsplitTicket& wish);

}  // namespace ogniwo::tickets
