#pragma once

// Tickets of a former desk, as verbs (old_ticket_types.hpp). Nobody is told anything: neither
// notices nor mails come of them, and nobody is given one.

#include <optional>
#include <string_view>
#include <vector>

#include "storage/work.hpp"
#include "tickets/old_ticket_types.hpp"

namespace ogniwo::tickets {

// At most old_messages_most messages, in any order. Takes import_history everywhere; customers and
// persons are the caller's to have looked up. Origin is the Work's.
Result<TicketId> bring_in_ticket(Work& work,
                                 const OldTicket& old,
                                 const std::vector<OldMessage>& messages);

// The same ticket once more: new messages and, where `old` is given, how it stands over there now.
// False when there was nothing to do. Whose it is does not change so: then old_customer_differs.
Result<bool> bring_in_again(Work& work,
                            TicketId ticket,
                            const std::optional<OldTicket>& old,
                            const std::vector<OldMessage>& messages);

// By its name in either language, or by its whole way: "Sprzęt / Drukarka". Nothing where there is
// none, or several.
std::optional<CategoryId> category_called(Tx& tx, std::string_view name);

}  // namespace ogniwo::tickets
