#pragma once

// Modes of queues, whose turn it is, loads, and tickets that wait for somebody.

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets::store {

struct Routing {
    QueueId queue{};
    std::int64_t version = 1;
    RoutingMode mode = RoutingMode::pull;
    std::optional<PersonId> last{};  // Who was given a ticket of this queue last.
};
std::optional<Routing> find_routing(Tx& tx, QueueId queue);
// Raises its turn, so that two decisions about one queue never meet.
std::optional<Routing> claim_routing(Tx& tx, QueueId queue);
void save_last(Tx& tx, QueueId queue, PersonId last);
// The version goes up by one; false when it is not this one.
bool save_routing(Tx& tx, const Routing& routing);
// Those that are not pulled, by their number.
std::vector<Routing> list_automatic(Tx& tx, int limit);

// Two decisions for one person, about whichever queues, never meet either.
void claim_person(Tx& tx, PersonId person);
// Open tickets of each; who has none is absent.
std::map<PersonId, int> count_open_of(Tx& tx, const std::vector<PersonId>& persons);

struct Waiting {
    TicketId ticket{};
    QueueId queue{};
    Time since{};
    Time rank{};
};
// In place of the row that is there.
void save_waiting(Tx& tx, const Waiting& waiting);
void delete_waiting(Tx& tx, TicketId ticket);
void delete_waiting_in(Tx& tx, QueueId queue);
std::optional<Waiting> find_waiting(Tx& tx, TicketId ticket);
std::optional<Waiting> find_first_waiting(Tx& tx, QueueId queue);
// In the same queue, by rank.
std::optional<Waiting> find_next_waiting(Tx& tx, const Waiting& after);
// Rows whose ticket still waits there.
std::int64_t count_waiting(Tx& tx, QueueId queue);
bool anything_waits(Tx& tx);

// Open tickets of that queue that nobody has and that are not known to wait, the oldest first.
struct Forgotten {
    TicketId ticket{};
    Priority priority = Priority::normal;
    Time updated_at{};
};
std::vector<Forgotten> list_forgotten(Tx& tx, QueueId queue, int limit);

}  // namespace ogniwo::tickets::store
