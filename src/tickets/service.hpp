#pragma once

// The verbs of a ticket. HTTP, mail, chat, scripts and imports all come this way.
//
// Order inside each: what the actor may not see is `missing`; what they see but may not do is
// `forbidden`; then the rules (rules.hpp, in the order written there). A verb starts by raising the
// ticket's version and ends with exactly one event.

#include <map>
#include <string>
#include <vector>

#include "operations/operations.hpp"
#include "storage/transactor.hpp"
#include "tickets/history_types.hpp"
#include "tickets/move_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

// A new ticket waits in the first queue of tier 1.
Result<NewTicket> create_ticket(Work& work, const CreateTicket& wish);

Result<TicketList> list_tickets(const View& view, const ListTickets& wish);
Result<Ticket> read_ticket(const View& view, const ReadTicket& wish);
// Those of them that are there, whoever may see them: for the live feed, which knows its readers.
std::vector<Ticket> tickets_by_id(const View& view, const std::vector<std::int64_t>& ids);
Result<Ticket> edit_ticket(Work& work, const EditTicket& wish);

// Oldest first; notes only for those who may see them.
Result<TicketMessageList> list_messages(const View& view, const ReadThread& wish);
Result<TicketMessage> reply_to_ticket(Work& work, const ReplyToTicket& wish);
Result<TicketMessage> note_on_ticket(Work& work, const NoteOnTicket& wish);

// A file waits for the message that will claim it, for a day at most. Files are stored before the
// transaction (attach_file_before), and read after it.
Outcome attach_file_before(Outside& outside, AttachFile& wish);
Result<Attachment> attach_file(Work& work, const AttachFile& wish);
Result<FileAnswer> read_attachment(const View& view, const ReadAttachment& wish);
std::vector<Attachment> files_of_person(const View& view, PersonId person);
void forget_waiting_files(Work& work);

// All who follow a ticket, also as the answer of whoever changes that.
Result<TicketFollowers> list_followers(const View& view, const ListFollowers& wish);
Result<TicketFollowers> follow_ticket(Work& work, const FollowTicket& wish);
Result<TicketFollowers> unfollow_ticket(Work& work, const UnfollowTicket& wish);

Result<Ticket> assign_ticket(Work& work, const AssignTicket& wish);
Result<Ticket> take_ticket(Work& work, const TakeTicket& wish);
Result<Ticket> set_ticket_status(Work& work, const SetTicketStatus& wish);
Result<Ticket> escalate_ticket(Work& work, const EscalateTicket& wish);
Result<Ticket> hand_back_ticket(Work& work, const HandBackTicket& wish);
// To another queue of the same tier. Whoever has it has it no longer: it waits there as it came.
Result<Ticket> move_queue(Work& work, const MoveQueue& wish);
// Hierarchic escalation: the ticket stays where it is. Those who lead our desk are told; where
// nobody does, those who run it.
Result<Ticket> inform_lead(Work& work, const InformLead& wish);
// Gives the last handover back to the tier it came from, with what is missing in it.
Result<Ticket> return_handover(Work& work, const ReturnHandover& wish);
Result<TicketHandovers> score_handover(Work& work, const ScoreHandover& wish);
Result<TicketHandovers> list_handovers(const View& view, const ListHandovers& wish);
// What a handover would say, as far as the ticket knows it.
Result<HandoverText> draft_handover(const View& view, const DraftHandover& wish);
Result<TicketFigures> read_figures(const View& view, const ReadFigures& wish);
Result<Ticket> resolve_ticket(Work& work, const ResolveTicket& wish);
Result<Ticket> reopen_ticket(Work& work, const ReopenTicket& wish);

// By the customer's people, or ours once it is resolved.
Result<Ticket> close_ticket(Work& work, const CloseTicket& wish);

// A reading of the journal, oldest first. Customers' people get neither notes nor their texts.
Result<TicketHistory> ticket_history(const View& view, const ReadThread& wish);

// Rebuilt from the journal. Customers' people get what they get of the ticket today, and nothing
// of the time when it was another customer's. Refuses what was before the ticket: not_there_then.
Result<TicketAsItWas> ticket_as_it_was(const View& view, const ReadAsItWas& wish);

// What the slice holds about a person, and how it forgets it: messages lose their text and their
// tickets the subject. Idempotent.
PersonTickets tickets_of_person(const View& view, PersonId person);
void erase_person(Work& work, PersonId person);

// One field of one ticket that its events do not add up to. Nothing but a bug or a hand in the
// database makes one.
struct Difference {
    TicketId ticket{};
    std::string field;
    std::string stored;
    std::string replayed;
};
struct CheckedTickets {
    std::vector<Difference> differences{};
    std::int64_t tickets = 0;
    TicketId last{};  // Where the next chunk goes on. Zero: that was all.
};
// Compares up to `limit` tickets after `after` with the replay of their events.
CheckedTickets check_chunk(Tx& tx, TicketId after, int limit);
// "1207 · Drukarka", of those that the reader may see.
std::map<std::int64_t, std::string> ticket_labels(const View& view,
                                                  const std::vector<std::int64_t>& ids);

// All of them, in one reading. For small installations, tests and the simulation.
std::vector<Difference> check(Tx& tx);
// All of them, a short reading at a time.
std::vector<Difference> check(Transactor& data);

}  // namespace ogniwo::tickets
