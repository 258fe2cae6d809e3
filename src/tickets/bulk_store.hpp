#pragma once

// The only place that names the tables ticket_bulk and ticket_bulk_ticket.

#include <optional>
#include <vector>

#include "storage/work.hpp"
#include "tickets/bulk_types.hpp"

namespace ogniwo::tickets::store {

struct Bulk {
    BulkId id{};
    std::int64_t version = 0;
    Time at{};
    BulkChange change{};
    std::int64_t changed = 0;
    std::optional<Time> undone_at{};
};

// What a bulk change did to one ticket.
struct BulkTicket {
    TicketId ticket{};
    std::int64_t version = 0;  // After it.
    bool told = false;         // The customer knows.
    BulkState before{};
};

BulkId insert_bulk(Tx& tx, PersonId person, Time at, const BulkChange& change);
// With its version raised; nothing for one of somebody else's.
std::optional<Bulk> claim_bulk(Tx& tx, PersonId person, BulkId bulk);
void note_changed(Tx& tx, BulkId bulk, std::int64_t more);
void note_undone(Tx& tx, BulkId bulk, Time at);
// The newest first.
std::vector<Bulk> list_bulks(Tx& tx, PersonId person, int limit);

void insert_bulk_ticket(Tx& tx, BulkId bulk, const BulkTicket& ticket);
bool is_in_bulk(Tx& tx, BulkId bulk, TicketId ticket);
// Those for whom nobody has tried to undo it yet.
std::vector<BulkTicket> list_bulk_tickets(Tx& tx, BulkId bulk, int limit);
// "undone", or the reason why not.
void note_ticket_undone(Tx& tx, BulkId bulk, TicketId ticket, std::string_view how);

}  // namespace ogniwo::tickets::store
