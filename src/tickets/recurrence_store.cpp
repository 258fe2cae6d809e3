#include "tickets/recurrence_store.hpp"

#include "base/check.hpp"
#include "base/describe.hpp"
#include "base/json.hpp"

namespace ogniwo::tickets::store {
namespace {

#define RECURRENCE_COLUMNS                                                                  \
    "id, version, customer, requester, template, subject, text, rule, next_at, stopped_at," \
    " last_day, last_ticket, site"

const ScopedSql list_recurrences_sql{"tickets.list_recurrences",
                                     "SELECT " RECURRENCE_COLUMNS
                                     " FROM ticket_recurrence WHERE {scope customer} ORDER BY id"};

const ScopedSql claim_recurrence_sql{
    "tickets.claim_recurrence",
    "UPDATE ticket_recurrence SET version = version + 1 WHERE id = $1 AND {scope customer}"
    " RETURNING " RECURRENCE_COLUMNS};

#undef RECURRENCE_COLUMNS

const Sql count_recurrences_sql{"tickets.count_recurrences", R"sql(
    SELECT COUNT(*) FROM ticket_recurrence
)sql"};

#define INSERT_RECURRENCE                                                                   \
    "INSERT INTO ticket_recurrence (version, customer, requester, template, subject, text," \
    " rule, next_at, site) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8)"

const Sql insert_recurrence_sqlite{"tickets.insert_recurrence", INSERT_RECURRENCE, Dialect::sqlite};
const Sql insert_recurrence_postgres{
    "tickets.insert_recurrence", INSERT_RECURRENCE " RETURNING id", Dialect::postgres};

#undef INSERT_RECURRENCE

const Sql update_recurrence_sql{"tickets.update_recurrence", R"sql(
    UPDATE ticket_recurrence
       SET requester = $2, template = $3, subject = $4, text = $5, rule = $6, next_at = $7,
           stopped_at = $8, last_day = $9, last_ticket = $10, site = $11
     WHERE id = $1
)sql"};

const Sql forget_requester_sql{"tickets.forget_requester", R"sql(
    UPDATE ticket_recurrence SET requester = NULL WHERE requester = $1
)sql"};

std::optional<Date> day_in(const std::optional<std::string>& text) {
    return text ? parse_date(*text) : std::nullopt;
}

Recurrence read_recurrence(const Row& row) {
    auto rule = from_json<RecurrenceRule>(row.get<std::string>("rule"));
    INVARIANT(static_cast<bool>(rule));
    return {.id = row.get<RecurrenceId>("id"),
            .version = row.get<std::int64_t>("version"),
            .customer = row.get<CustomerId>("customer"),
            .requester = row.get<std::optional<PersonId>>("requester"),
            .site = row.get<std::optional<people::SiteId>>("site"),
            .from = row.get<std::optional<TemplateId>>("template"),
            .subject = row.get<std::string>("subject"),
            .text = row.get<std::string>("text"),
            .rule = std::move(*rule),
            .next_at = row.get<std::optional<Time>>("next_at"),
            .stopped_at = row.get<std::optional<Time>>("stopped_at"),
            .last_day = day_in(row.get<std::optional<std::string>>("last_day")),
            .last_ticket = row.get<std::optional<TicketId>>("last_ticket")};
}

}  // namespace

RecurrenceId insert_recurrence(Tx& tx, const Recurrence& one) {
    return tx.insert<RecurrenceId>(
        tx.dialect() == Dialect::sqlite ? insert_recurrence_sqlite : insert_recurrence_postgres,
        one.customer,
        one.requester,
        one.from,
        one.subject,
        one.text,
        to_json(one.rule),
        one.next_at,
        one.site);
}

std::int64_t count_recurrences(Tx& tx) {
    return tx.one<std::int64_t>(count_recurrences_sql);
}

std::vector<Recurrence> list_recurrences(Tx& tx, const Scope& scope) {
    return tx.all(read_recurrence, list_recurrences_sql, scope);
}

std::optional<Recurrence> claim_recurrence(Tx& tx, const Scope& scope, RecurrenceId one) {
    return tx.find(read_recurrence, claim_recurrence_sql, scope, one);
}

void update_recurrence(Tx& tx, const Recurrence& one) {
    tx.run(update_recurrence_sql,
           one.id,
           one.requester,
           one.from,
           one.subject,
           one.text,
           to_json(one.rule),
           one.next_at,
           one.stopped_at,
           one.last_day ? std::optional(to_text(*one.last_day)) : std::nullopt,
           one.last_ticket,
           one.site);
}

void forget_requester(Tx& tx, PersonId person) {
    tx.run(forget_requester_sql, person);
}

}  // namespace ogniwo::tickets::store
