#include "tickets/approval_store.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql find_approval_sql{"tickets.find_approval", R"sql(
    SELECT asked_at, asked_by, decided_at, decided_by, is_approved, note
      FROM ticket_approval WHERE ticket = $1
)sql"};

const Sql save_approval_sql{"tickets.save_approval", R"sql(
    INSERT INTO ticket_approval
           (ticket, asked_at, asked_by, decided_at, decided_by, is_approved, note)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (ticket) DO UPDATE
       SET asked_at = $2, asked_by = $3, decided_at = $4, decided_by = $5, is_approved = $6,
           note = $7
)sql"};

const Sql erase_approvals_sql{"tickets.erase_approvals", R"sql(
    UPDATE ticket_approval SET note = NULL WHERE decided_by = $1
)sql"};

}  // namespace

std::optional<TicketApproval> find_approval(Tx& tx, TicketId ticket) {
    return tx.find(
        [](const Row& row) {
            return TicketApproval{.asked_at = row.get<Time>("asked_at"),
                                  .asked_by = row.get<std::optional<PersonId>>("asked_by"),
                                  .decided_at = row.get<std::optional<Time>>("decided_at"),
                                  .decided_by = row.get<std::optional<PersonId>>("decided_by"),
                                  .is_approved = row.get<std::optional<bool>>("is_approved"),
                                  .note = row.get<std::optional<std::string>>("note")};
        },
        find_approval_sql,
        ticket);
}

void save_approval(Tx& tx, TicketId ticket, const TicketApproval& approval) {
    tx.run(save_approval_sql,
           ticket,
           approval.asked_at,
           approval.asked_by,
           approval.decided_at,
           approval.decided_by,
           approval.is_approved,
           approval.note);
}

void erase_approvals_of(Tx& tx, PersonId author) {
    tx.run(erase_approvals_sql, author);
}

}  // namespace ogniwo::tickets::store
