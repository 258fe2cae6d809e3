#pragma once

// The files of messages. Shared by the services of this slice, private to it.

#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// Owners of attachments in this slice: the ticket that a file waits at, or the guest expert whose
// file it is, and the message it came with.
inline constexpr std::string_view waiting_at_ticket = "ticket";
inline constexpr std::string_view waiting_at_guest = "ticket_guest";
inline constexpr std::string_view of_message = "ticket_message";

// Gives the actor's waiting files to their message. Refuses with attachments_too_many and
// attachment_unknown.
Outcome send_files(Work& work,
                   const TicketMessage& message,
                   const std::optional<std::vector<AttachmentId>>& files);

// Writes the files beside the messages, in one statement.
void add_files(Tx& tx, std::vector<TicketMessage>& messages);

}  // namespace ogniwo::tickets
