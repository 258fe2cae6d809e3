#pragma once

// Handovers in their table.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/handover_types.hpp"

namespace ogniwo::tickets::store {

HandoverId insert_handover(Tx& tx, const TicketHandover& handover);
std::vector<TicketHandover> list_handovers(Tx& tx, TicketId ticket);
std::optional<TicketHandover> find_handover(Tx& tx, TicketId ticket, HandoverId handover);
void note_return(Tx& tx, HandoverId handover, HandoverPart gap, Time at);
void save_score(Tx& tx, HandoverId handover, HandoverSide side, HandoverScore score);
void erase_handovers_of(Tx& tx, PersonId author);

}  // namespace ogniwo::tickets::store
