#include "tickets/handover_store.hpp"

namespace ogniwo::tickets::store {
namespace {

#define HANDOVER_COLUMNS                                                                     \
    "SELECT id, ticket, from_tier, tier, reason, author, at, completeness, symptom, scope, " \
    "steps, evidence, outcome, returned_at, gap, score_above, score_below FROM ticket_handover "

const Sql list_handovers_sql{"tickets.list_handovers", HANDOVER_COLUMNS R"sql(
     WHERE ticket = $1 ORDER BY id
)sql"};

const Sql find_handover_sql{"tickets.find_handover", HANDOVER_COLUMNS R"sql(
     WHERE id = $2 AND ticket = $1
)sql"};

#undef HANDOVER_COLUMNS

#define INSERT_HANDOVER                                                                          \
    "INSERT INTO ticket_handover (ticket, from_tier, tier, reason, author, at, completeness, "   \
    "symptom, scope, steps, evidence, outcome) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10," \
    " $11, $12)"

const Sql insert_handover_sqlite{"tickets.insert_handover", INSERT_HANDOVER, Dialect::sqlite};
const Sql insert_handover_postgres{
    "tickets.insert_handover", INSERT_HANDOVER " RETURNING id", Dialect::postgres};

#undef INSERT_HANDOVER

const Sql note_return_sql{"tickets.note_return", R"sql(
    UPDATE ticket_handover SET returned_at = $3, gap = $2 WHERE id = $1
)sql"};

const Sql save_score_above_sql{"tickets.save_score_above", R"sql(
    UPDATE ticket_handover SET score_above = $2 WHERE id = $1
)sql"};

const Sql save_score_below_sql{"tickets.save_score_below", R"sql(
    UPDATE ticket_handover SET score_below = $2 WHERE id = $1
)sql"};

const Sql erase_handovers_sql{"tickets.erase_handovers", R"sql(
    UPDATE ticket_handover
       SET symptom = NULL, scope = NULL, steps = NULL, evidence = NULL, outcome = NULL
     WHERE author = $1
)sql"};

TicketHandover read_handover(const Row& row) {
    const auto text = [&](const char* column) {
        return row.get<std::optional<std::string>>(column);
    };
    return {.id = row.get<HandoverId>("id"),
            .ticket = row.get<TicketId>("ticket"),
            .from_tier = row.get<int>("from_tier"),
            .tier = row.get<int>("tier"),
            .reason = row.get<std::string>("reason"),
            .author = row.get<std::optional<PersonId>>("author"),
            .at = row.get<Time>("at"),
            .completeness = row.get<int>("completeness"),
            .text = {.symptom = text("symptom"),
                     .scope = text("scope"),
                     .steps = text("steps"),
                     .evidence = text("evidence"),
                     .outcome = text("outcome")},
            .returned_at = row.get<std::optional<Time>>("returned_at"),
            .gap = row.get<std::optional<HandoverPart>>("gap"),
            .score_above = row.get<std::optional<HandoverScore>>("score_above"),
            .score_below = row.get<std::optional<HandoverScore>>("score_below")};
}

}  // namespace

HandoverId insert_handover(Tx& tx, const TicketHandover& handover) {
    return tx.insert<HandoverId>(
        tx.dialect() == Dialect::sqlite ? insert_handover_sqlite : insert_handover_postgres,
        handover.ticket,
        handover.from_tier,
        handover.tier,
        handover.reason,
        handover.author,
        handover.at,
        handover.completeness,
        handover.text.symptom,
        handover.text.scope,
        handover.text.steps,
        handover.text.evidence,
        handover.text.outcome);
}

std::vector<TicketHandover> list_handovers(Tx& tx, TicketId ticket) {
    return tx.all(read_handover, list_handovers_sql, ticket);
}

std::optional<TicketHandover> find_handover(Tx& tx, TicketId ticket, HandoverId handover) {
    return tx.find(read_handover, find_handover_sql, ticket, handover);
}

void note_return(Tx& tx, HandoverId handover, HandoverPart gap, Time at) {
    tx.run(note_return_sql, handover, gap, at);
}

void save_score(Tx& tx, HandoverId handover, HandoverSide side, HandoverScore score) {
    tx.run(
        side == HandoverSide::above ? save_score_above_sql : save_score_below_sql, handover, score);
}

void erase_handovers_of(Tx& tx, PersonId author) {
    tx.run(erase_handovers_sql, author);
}

}  // namespace ogniwo::tickets::store
