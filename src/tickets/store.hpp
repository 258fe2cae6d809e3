#pragma once

// The only place that names the tables ticket, ticket_message, ticket_climb and
// ticket_follower. Lists also look at ticket_category (category_store.hpp) for what lies below one,
// at ticket_field and its values (field_value_store.hpp), at ticket_tag (mark_store.hpp) and at
// ticket_worker (worker_store.hpp), and talks at ticket_split_message (split_store.hpp) for what is
// shown elsewhere.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tickets/history_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

// Any text as a LIKE pattern for "contains it", where '!' escapes.
std::string containing(const std::string& part);

// Tickets come without the names of customers, persons, queues and products.

std::optional<Ticket> find_ticket(Tx& tx, const Scope& scope, TicketId ticket);
// Raises the version, so that two verbs on one ticket never interleave, and loads what is there.
std::optional<Ticket> claim_ticket(Tx& tx, const Scope& scope, TicketId ticket);
// Whoever's they are, each once, in any order.
std::vector<Ticket> list_tickets_by_id(Tx& tx, std::vector<std::int64_t> ids);
TicketId insert_ticket(Tx& tx, const Ticket& ticket);
// Everything of it that a verb may change, its version included.
void update_ticket(Tx& tx, const Ticket& ticket);
// In order of id, whoever's they are: for the check.
std::vector<Ticket> list_tickets_after(Tx& tx, TicketId after, int limit);

// In order of id, whoever's they are.
std::vector<Ticket> list_open_at_tier(Tx& tx, int tier, TicketId after, int limit);

struct TicketPlace {
    Time updated_at{};
    TicketId ticket{};
};
struct TicketFilter {
    std::optional<QueueId> queue{};
    std::optional<int> tier{};
    std::optional<TicketStatus> status{};
    std::optional<bool> open{};
    std::optional<PersonId> assignee{};
    std::optional<bool> unassigned{};
    std::optional<CustomerId> customer{};
    std::optional<PersonId> requester{};
    std::optional<people::SiteId> site{};
    std::optional<std::string> folded_part{};
    std::optional<std::int64_t> number{};  // Or this number, where a part is asked for.
    std::optional<PersonId> followed_by{};
    std::optional<TicketType> type{};
    std::optional<Priority> priority{};
    std::optional<CategoryId> category{};  // And those below it.
    std::optional<std::string> folded_tag{};
    std::optional<Time> due_before{};
    std::optional<bool> snoozed{};
    bool spam = false;                       // Only that, or none of it.
    bool merged = false;                     // Also those that go on elsewhere.
    std::optional<PersonId> worked_on_by{};  // Has it, or works on it.
    std::optional<StateId> state{};
    std::optional<assets::AssetId> asset{};  // Named by a field,
    bool hidden_fields = false;              // perhaps by one that customers' people do not see.
};
// Any text as a LIKE pattern for "contains it", with ! before what is meant as it stands.
std::string containing(const std::string& part);

// Newest activity first; without a place from the newest on.
std::vector<Ticket> list_tickets(Tx& tx,
                                 const Scope& scope,
                                 const TicketFilter& filter,
                                 const std::pair<std::optional<TicketPlace>, int>& page);

MessageId insert_message(Tx& tx, const TicketMessage& message);
std::optional<TicketMessage> find_message(Tx& tx, MessageId message);
// What is shown at these tickets, oldest first.
enum class Notes { hidden, shown };
std::vector<TicketMessage> list_messages(Tx& tx,
                                         const std::vector<TicketId>& tickets,
                                         Notes notes,
                                         const std::pair<MessageId, int>& page);

std::vector<AskedTicket> list_asked_by(Tx& tx, PersonId person);
// Also those that are somebody else's by now.
std::vector<TicketId> list_ever_asked_by(Tx& tx, PersonId person);
std::vector<WrittenMessage> list_written_by(Tx& tx, PersonId person);
void erase_texts_of(Tx& tx, PersonId person);

// Nothing new when the person follows already, nothing gone when not: then false.
bool insert_follower(Tx& tx, TicketId ticket, PersonId person, Time since);
bool delete_follower(Tx& tx, TicketId ticket, PersonId person);
// Without their names, in the order in which they came.
std::vector<TicketFollower> list_followers(Tx& tx, TicketId ticket);
void delete_follower_everywhere(Tx& tx, PersonId person);

// Where the ticket was when it left a tier upwards. It has not come back there since: what is above
// a tier that it leaves is forgotten.
struct Climb {
    int tier = 1;
    QueueId queue{};
    std::optional<PersonId> assignee{};
};
void save_climb(Tx& tx, TicketId ticket, const Climb& climb);
// The highest one below this tier.
std::optional<Climb> find_climb_below(Tx& tx, TicketId ticket, int tier);
std::optional<Climb> find_climb(Tx& tx, TicketId ticket, int tier);

}  // namespace ogniwo::tickets::store
