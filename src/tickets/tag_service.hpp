#pragma once

// Tags: free words on tickets, and the words of the house.
//
// A word is written as its first author wrote it and compared as fold() leaves it. Whoever works on
// a ticket puts words on it, new ones included; renaming and merging is for those who configure the
// desk. Order of refusals: the ticket, its state, the word, then how many there may be.

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

Result<TagList> list_tags(const View& view, const ListTags& wish);
Result<Tag> create_tag(Work& work, const CreateTag& wish);
Result<Tag> rename_tag(Work& work, const RenameTag& wish);
// The word that remains.
Result<Tag> merge_tag(Work& work, const MergeTag& wish);

Result<Ticket> add_ticket_tag(Work& work, const AddTicketTag& wish);
Result<Ticket> remove_ticket_tag(Work& work, const RemoveTicketTag& wish);
// By the word, for many tickets at once: `missing` where the ticket does not have it.
Result<Ticket> remove_ticket_tag(Work& work, TicketId ticket, std::string_view word);

}  // namespace ogniwo::tickets
