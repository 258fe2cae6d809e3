#include "tickets/macro_store.hpp"

#include "base/check.hpp"
#include "base/describe.hpp"
#include "base/json.hpp"

namespace ogniwo::tickets::store {
namespace {

#define MACRO_COLUMNS " id, version, owner, name_pl, name_en, effects "

const Sql list_macros_sql{"tickets.list_macros",
                          "SELECT" MACRO_COLUMNS
                          "FROM ticket_macro WHERE (owner IS NULL OR owner = $1)"
                          " AND retired_at IS NULL ORDER BY owner NULLS FIRST, id"};

const Sql find_macro_sql{"tickets.find_macro",
                         "SELECT" MACRO_COLUMNS
                         "FROM ticket_macro WHERE id = $2 AND (owner IS NULL OR owner = $1)"
                         " AND retired_at IS NULL"};

const Sql claim_macro_sql{"tickets.claim_macro",
                          "UPDATE ticket_macro SET version = version + 1"
                          " WHERE id = $2 AND (owner IS NULL OR owner = $1) AND retired_at IS NULL"
                          " RETURNING" MACRO_COLUMNS};

#undef MACRO_COLUMNS

#define INSERT_MACRO                                                       \
    "INSERT INTO ticket_macro (version, owner, name_pl, name_en, effects)" \
    " VALUES (1, $1, $2, $3, $4)"

const Sql insert_macro_sqlite{"tickets.insert_macro", INSERT_MACRO, Dialect::sqlite};
const Sql insert_macro_postgres{
    "tickets.insert_macro", INSERT_MACRO " RETURNING id", Dialect::postgres};

#undef INSERT_MACRO

const Sql update_macro_sql{"tickets.update_macro", R"sql(
    UPDATE ticket_macro SET owner = $2, name_pl = $3, name_en = $4, effects = $5 WHERE id = $1
)sql"};

const Sql retire_macro_sql{"tickets.retire_macro", R"sql(
    UPDATE ticket_macro SET retired_at = $2 WHERE id = $1
)sql"};

const Sql delete_macro_sql{"tickets.delete_macro", R"sql(
    DELETE FROM ticket_macro WHERE id = $1
)sql"};

const Sql delete_macro_uses_sql{"tickets.delete_macro_uses", R"sql(
    DELETE FROM ticket_macro_use WHERE macro = $1
)sql"};

const Sql list_own_macros_sql{"tickets.list_own_macros", R"sql(
    SELECT id FROM ticket_macro WHERE owner = $1
)sql"};

const Sql count_shared_macros_sql{"tickets.count_shared_macros", R"sql(
    SELECT COUNT(*) FROM ticket_macro WHERE owner IS NULL AND retired_at IS NULL
)sql"};

const Sql count_own_macros_sql{"tickets.count_own_macros", R"sql(
    SELECT COUNT(*) FROM ticket_macro WHERE owner = $1
)sql"};

const Sql insert_macro_use_sql{"tickets.insert_macro_use", R"sql(
    INSERT INTO ticket_macro_use (macro, ticket, at) VALUES ($1, $2, $3)
)sql"};

const Sql count_macro_uses_sql{"tickets.count_macro_uses", R"sql(
    SELECT COUNT(*) FROM (SELECT 1 FROM ticket_macro_use WHERE macro = $1 LIMIT $2) AS found
)sql"};

const Sql last_macro_use_sql{"tickets.last_macro_use", R"sql(
    SELECT at FROM ticket_macro_use WHERE macro = $1 ORDER BY at DESC LIMIT 1
)sql"};

TicketMacro read_macro(const Row& row) {
    auto effects = from_json<MacroEffects>(row.get<std::string>("effects"));
    INVARIANT(static_cast<bool>(effects));
    return {.id = row.get<MacroId>("id"),
            .version = row.get<std::int64_t>("version"),
            .name_pl = row.get<std::string>("name_pl"),
            .name_en = row.get<std::string>("name_en"),
            .shared = !row.get<std::optional<PersonId>>("owner"),
            .effects = std::move(*effects)};
}

}  // namespace

std::vector<TicketMacro> list_macros(Tx& tx, PersonId person) {
    return tx.all(read_macro, list_macros_sql, person);
}

std::optional<TicketMacro> find_macro(Tx& tx, PersonId person, MacroId macro) {
    return tx.find(read_macro, find_macro_sql, person, macro);
}

std::optional<TicketMacro> claim_macro(Tx& tx, PersonId person, MacroId macro) {
    return tx.find(read_macro, claim_macro_sql, person, macro);
}

MacroId insert_macro(Tx& tx, const TicketMacro& macro, std::optional<PersonId> owner) {
    return tx.insert<MacroId>(
        tx.dialect() == Dialect::sqlite ? insert_macro_sqlite : insert_macro_postgres,
        owner,
        macro.name_pl,
        macro.name_en,
        to_json(macro.effects));
}

void update_macro(Tx& tx, const TicketMacro& macro, std::optional<PersonId> owner) {
    tx.run(update_macro_sql, macro.id, owner, macro.name_pl, macro.name_en, to_json(macro.effects));
}

void retire_macro(Tx& tx, MacroId macro, Time at) {
    tx.run(retire_macro_sql, macro, at);
}

void delete_macro(Tx& tx, MacroId macro) {
    tx.run(delete_macro_uses_sql, macro);
    tx.run(delete_macro_sql, macro);
}

void delete_macros_of(Tx& tx, PersonId person) {
    for (const MacroId macro : tx.all(first_column<MacroId>, list_own_macros_sql, person)) {
        delete_macro(tx, macro);
    }
}

std::int64_t count_macros(Tx& tx, std::optional<PersonId> owner) {
    return owner ? tx.one<std::int64_t>(count_own_macros_sql, *owner)
                 : tx.one<std::int64_t>(count_shared_macros_sql);
}

void insert_macro_use(Tx& tx, MacroId macro, TicketId ticket, Time at) {
    tx.run(insert_macro_use_sql, macro, ticket, at);
}

std::int64_t count_macro_uses(Tx& tx, MacroId macro, std::int64_t most) {
    return tx.one<std::int64_t>(count_macro_uses_sql, macro, most);
}

std::optional<Time> last_macro_use(Tx& tx, MacroId macro) {
    return tx.first<Time>(last_macro_use_sql, macro);
}

}  // namespace ogniwo::tickets::store
