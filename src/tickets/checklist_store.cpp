#include "tickets/checklist_store.hpp"

namespace ogniwo::tickets::store {
namespace {

#define INSERT_STEP "INSERT INTO ticket_step (ticket, text, added_by) VALUES ($1, $2, $3)"

const Sql insert_step_sqlite{"tickets.insert_step", INSERT_STEP, Dialect::sqlite};
const Sql insert_step_postgres{
    "tickets.insert_step", INSERT_STEP " RETURNING id", Dialect::postgres};

#undef INSERT_STEP

const Sql list_steps_sql{"tickets.list_steps", R"sql(
    SELECT id, text, added_by, ticked_by, ticked_at FROM ticket_step WHERE ticket = $1 ORDER BY id
)sql"};

const Sql tick_step_sql{"tickets.tick_step", R"sql(
    UPDATE ticket_step SET ticked_by = $2, ticked_at = $3 WHERE id = $1
)sql"};

const Sql delete_step_sql{"tickets.delete_step", R"sql(
    DELETE FROM ticket_step WHERE id = $1
)sql"};

const Sql erase_steps_sql{"tickets.erase_steps", R"sql(
    UPDATE ticket_step SET text = NULL WHERE added_by = $1
)sql"};

}  // namespace

StepId insert_step(Tx& tx, TicketId ticket, const ChecklistStep& step) {
    return tx.insert<StepId>(
        tx.dialect() == Dialect::sqlite ? insert_step_sqlite : insert_step_postgres,
        ticket,
        step.text,
        step.added_by);
}

std::vector<ChecklistStep> list_steps(Tx& tx, TicketId ticket) {
    return tx.all(
        [](const Row& row) {
            return ChecklistStep{.id = row.get<StepId>("id"),
                                 .text = row.get<std::optional<std::string>>("text"),
                                 .added_by = row.get<std::optional<PersonId>>("added_by"),
                                 .ticked_by = row.get<std::optional<PersonId>>("ticked_by"),
                                 .ticked_at = row.get<std::optional<Time>>("ticked_at")};
        },
        list_steps_sql,
        ticket);
}

void tick_step(Tx& tx, const ChecklistStep& step) {
    tx.run(tick_step_sql, step.id, step.ticked_by, step.ticked_at);
}

void delete_step(Tx& tx, StepId step) {
    tx.run(delete_step_sql, step);
}

void erase_steps_of(Tx& tx, PersonId author) {
    tx.run(erase_steps_sql, author);
}

}  // namespace ogniwo::tickets::store
