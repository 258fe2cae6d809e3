#include "tickets/time_store.hpp"

#include "tickets/shown_sql.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql list_work_types_sql{"tickets.list_work_types", R"sql(
    SELECT id, version, name_pl, name_en, billable, retired_at FROM ticket_work_type ORDER BY id
)sql"};

const Sql find_work_type_sql{"tickets.find_work_type", R"sql(
    SELECT id, version, name_pl, name_en, billable, retired_at FROM ticket_work_type WHERE id = $1
)sql"};

const Sql claim_work_type_sql{"tickets.claim_work_type", R"sql(
    UPDATE ticket_work_type SET version = version + 1 WHERE id = $1
    RETURNING id, version, name_pl, name_en, billable, retired_at
)sql"};

#define OGNIWO_INSERT_WORK_TYPE \
    "INSERT INTO ticket_work_type (version, name_pl, name_en, billable) VALUES (1, $1, $2, $3)"

const Sql insert_work_type_sqlite{
    "tickets.insert_work_type", OGNIWO_INSERT_WORK_TYPE, Dialect::sqlite};
const Sql insert_work_type_postgres{
    "tickets.insert_work_type", OGNIWO_INSERT_WORK_TYPE " RETURNING id", Dialect::postgres};

#undef OGNIWO_INSERT_WORK_TYPE

const Sql update_work_type_sql{"tickets.update_work_type", R"sql(
    UPDATE ticket_work_type SET name_pl = $2, name_en = $3, billable = $4, retired_at = $5
     WHERE id = $1
)sql"};

#define OGNIWO_INSERT_TIME                                                                   \
    "INSERT INTO ticket_time (ticket, customer, person, booked_by, booked_at, work_type,"    \
    " worked_on, started_at, minutes, billable, customer_text, internal_text, by_stopwatch," \
    " reverses, replaces)"                                                                   \
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"

const Sql insert_time_sqlite{"tickets.insert_time", OGNIWO_INSERT_TIME, Dialect::sqlite};
const Sql insert_time_postgres{
    "tickets.insert_time", OGNIWO_INSERT_TIME " RETURNING id", Dialect::postgres};

#undef OGNIWO_INSERT_TIME

#define OGNIWO_TIME_COLUMNS                                                                  \
    "SELECT id, ticket, customer, person, booked_by, booked_at, work_type,"                  \
    " (SELECT name_pl FROM ticket_work_type AS kind WHERE kind.id = work_type) AS name_pl,"  \
    " (SELECT name_en FROM ticket_work_type AS kind WHERE kind.id = work_type) AS name_en,"  \
    " worked_on, started_at, minutes, billable, customer_text, internal_text, by_stopwatch," \
    " reverses, replaces, (SELECT back.id FROM ticket_time AS back"                          \
    " WHERE back.reverses = ticket_time.id) AS reversed_by FROM ticket_time "

const Sql find_time_sql{"tickets.find_time", OGNIWO_TIME_COLUMNS "WHERE id = $2 AND ticket = $1"};

const Sql list_time_booked_on_sql{"tickets.list_time_booked_on",
                                  OGNIWO_TIME_COLUMNS
                                  "WHERE ticket = $1 AND id > $2 ORDER BY id LIMIT $3"};

// "+" keeps the database from walking along all numbers.
#define OGNIWO_LIST_SHOWN_TIME(asked_tickets) \
    OGNIWO_TIME_COLUMNS "WHERE id IN (" OGNIWO_SHOWN_TIME(asked_tickets) ")"     \
                        " AND +id > $2 ORDER BY id LIMIT $3"

const Sql list_shown_time_sqlite{
    "tickets.list_shown_time_sqlite", OGNIWO_LIST_SHOWN_TIME(OGNIWO_ASKED_SQLITE), Dialect::sqlite};
const Sql list_shown_time_postgres{"tickets.list_shown_time_postgres",
                                   OGNIWO_LIST_SHOWN_TIME(OGNIWO_ASKED_POSTGRES),
                                   Dialect::postgres};

#undef OGNIWO_LIST_SHOWN_TIME

// As with lists of tickets, the most selective condition leads: the days always do, with a person
// or a customer before them where one is asked for.
#define OGNIWO_TIME_WHERE(driver)                        \
    "WHERE " driver                                      \
    " worked_on >= $1 AND worked_on <= $2"               \
    " AND (CAST($3 AS bigint) IS NULL OR person = $3)"   \
    " AND (CAST($4 AS bigint) IS NULL OR customer = $4)" \
    " AND {scope customer}"
#define OGNIWO_LIST_TIME(driver)           \
    OGNIWO_TIME_COLUMNS OGNIWO_TIME_WHERE( \
        driver) " AND (worked_on, id) < ($5, $6) ORDER BY worked_on DESC, id DESC LIMIT $7"
#define OGNIWO_TOTALS                                                               \
    " COUNT(*) AS entries, CAST(COALESCE(SUM(minutes), 0) AS bigint) AS minutes,"   \
    " CAST(COALESCE(SUM(CASE WHEN billable THEN minutes ELSE 0 END), 0) AS bigint)" \
    " AS billable_minutes"
#define OGNIWO_TOTAL_TIME(driver) \
    "SELECT" OGNIWO_TOTALS " FROM ticket_time " OGNIWO_TIME_WHERE(driver)

const ScopedSql list_time_sql{"tickets.list_time", OGNIWO_LIST_TIME("")};
const ScopedSql list_time_of_person_sql{"tickets.list_time_of_person",
                                        OGNIWO_LIST_TIME("person = CAST($3 AS bigint) AND ")};
const ScopedSql list_time_of_customer_sql{"tickets.list_time_of_customer",
                                          OGNIWO_LIST_TIME("customer = CAST($4 AS bigint) AND ")};
const ScopedSql total_time_sql{"tickets.total_time", OGNIWO_TOTAL_TIME("")};
const ScopedSql total_time_of_person_sql{"tickets.total_time_of_person",
                                         OGNIWO_TOTAL_TIME("person = CAST($3 AS bigint) AND ")};
const ScopedSql total_time_of_customer_sql{"tickets.total_time_of_customer",
                                           OGNIWO_TOTAL_TIME("customer = CAST($4 AS bigint) AND ")};

#define OGNIWO_TOTAL_SHOWN(asked_tickets) \
    "SELECT" OGNIWO_TOTALS " FROM ticket_time WHERE id IN (" OGNIWO_SHOWN_TIME(asked_tickets) ")"
#define OGNIWO_TOTAL_BY_PERSON(asked_tickets) \
    "SELECT person," OGNIWO_TOTALS                                                  \
    " FROM ticket_time WHERE id IN (" OGNIWO_SHOWN_TIME(asked_tickets) ")"          \
    " GROUP BY person ORDER BY minutes DESC, person"

const Sql total_shown_sqlite{
    "tickets.total_shown_time_sqlite", OGNIWO_TOTAL_SHOWN(OGNIWO_ASKED_SQLITE), Dialect::sqlite};
const Sql total_shown_postgres{"tickets.total_shown_time_postgres",
                               OGNIWO_TOTAL_SHOWN(OGNIWO_ASKED_POSTGRES),
                               Dialect::postgres};
const Sql total_by_person_sqlite{
    "tickets.total_by_person_sqlite", OGNIWO_TOTAL_BY_PERSON(OGNIWO_ASKED_SQLITE), Dialect::sqlite};
const Sql total_by_person_postgres{"tickets.total_by_person_postgres",
                                   OGNIWO_TOTAL_BY_PERSON(OGNIWO_ASKED_POSTGRES),
                                   Dialect::postgres};

#undef OGNIWO_TOTAL_BY_PERSON
#undef OGNIWO_TOTAL_SHOWN

const Sql list_my_time_sql{"tickets.list_my_time",
                           OGNIWO_TIME_COLUMNS
                           "WHERE person = $1 AND worked_on >= $2 AND worked_on <= $3"
                           " ORDER BY worked_on, id LIMIT $4"};

const Sql total_days_sql{"tickets.total_days",
                         "SELECT worked_on," OGNIWO_TOTALS
                         " FROM ticket_time"
                         " WHERE person = $1 AND worked_on >= $2 AND worked_on <= $3"
                         " GROUP BY worked_on ORDER BY worked_on"};

#undef OGNIWO_TOTAL_TIME
#undef OGNIWO_TOTALS
#undef OGNIWO_LIST_TIME
#undef OGNIWO_TIME_WHERE
#undef OGNIWO_TIME_COLUMNS

const Sql give_time_to_sql{"tickets.give_time_to", R"sql(
    UPDATE ticket_time SET customer = $2 WHERE ticket = $1
)sql"};

const Sql list_own_time_sql{"tickets.list_own_time", R"sql(
    SELECT ticket, worked_on, minutes, customer_text, internal_text FROM ticket_time
     WHERE person = $1 ORDER BY id
)sql"};

const Sql list_tickets_with_time_of_sql{"tickets.list_tickets_with_time_of", R"sql(
    SELECT DISTINCT ticket FROM ticket_time WHERE person = $1
)sql"};

const Sql erase_time_booked_by_sql{"tickets.erase_time_booked_by", R"sql(
    UPDATE ticket_time SET customer_text = NULL, internal_text = NULL WHERE booked_by = $1
)sql"};

// Also what somebody else wrote while correcting: it was their words once.
const Sql erase_time_of_sql{"tickets.erase_time_of", R"sql(
    UPDATE ticket_time SET customer_text = NULL, internal_text = NULL WHERE person = $1
)sql"};

WorkType read_work_type(const Row& row) {
    return {.id = row.get<WorkTypeId>("id"),
            .version = row.get<std::int64_t>("version"),
            .name_pl = row.get<std::string>("name_pl"),
            .name_en = row.get<std::string>("name_en"),
            .billable = row.get<bool>("billable"),
            .retired_at = row.get<std::optional<Time>>("retired_at")};
}

TimeEntry read_time(const Row& row) {
    return {.id = row.get<TimeEntryId>("id"),
            .ticket = row.get<TicketId>("ticket"),
            .customer = row.get<CustomerId>("customer"),
            .person = row.get<PersonId>("person"),
            .booked_by = row.get<PersonId>("booked_by"),
            .booked_at = row.get<Time>("booked_at"),
            .work_type = row.get<WorkTypeId>("work_type"),
            .work_type_pl = row.get<std::string>("name_pl"),
            .work_type_en = row.get<std::string>("name_en"),
            .worked_on = row.get<Date>("worked_on"),
            .started_at = row.get<std::optional<Time>>("started_at"),
            .minutes = row.get<int>("minutes"),
            .billable = row.get<bool>("billable"),
            .customer_text = row.get<std::optional<std::string>>("customer_text"),
            .internal_text = row.get<std::optional<std::string>>("internal_text"),
            .by_stopwatch = row.get<bool>("by_stopwatch"),
            .reverses = row.get<std::optional<TimeEntryId>>("reverses"),
            .replaces = row.get<std::optional<TimeEntryId>>("replaces"),
            .reversed_by = row.get<std::optional<TimeEntryId>>("reversed_by")};
}

TimeTotals read_totals(const Row& row) {
    return {.entries = row.get<std::int64_t>("entries"),
            .minutes = row.get<std::int64_t>("minutes"),
            .billable_minutes = row.get<std::int64_t>("billable_minutes")};
}

PersonMinutes read_person_minutes(const Row& row) {
    return {.person = row.get<PersonId>("person"),
            .minutes = row.get<std::int64_t>("minutes"),
            .billable_minutes = row.get<std::int64_t>("billable_minutes")};
}

DayTotals read_day(const Row& row) {
    return {.day = row.get<Date>("worked_on"), .totals = read_totals(row)};
}

OwnTimeEntry read_own_time(const Row& row) {
    return {.ticket = row.get<TicketId>("ticket"),
            .worked_on = row.get<Date>("worked_on"),
            .minutes = row.get<int>("minutes"),
            .customer_text = row.get<std::optional<std::string>>("customer_text"),
            .internal_text = row.get<std::optional<std::string>>("internal_text")};
}

// After every day there is.
constexpr std::string_view after_all = "9999-12-31";

}  // namespace

std::vector<WorkType> list_work_types(Tx& tx) {
    return tx.all(read_work_type, list_work_types_sql);
}

std::optional<WorkType> find_work_type(Tx& tx, WorkTypeId type) {
    return tx.find(read_work_type, find_work_type_sql, type);
}

std::optional<WorkType> claim_work_type(Tx& tx, WorkTypeId type) {
    return tx.find(read_work_type, claim_work_type_sql, type);
}

WorkTypeId insert_work_type(Tx& tx, const WorkType& type) {
    return tx.insert<WorkTypeId>(
        tx.dialect() == Dialect::sqlite ? insert_work_type_sqlite : insert_work_type_postgres,
        type.name_pl,
        type.name_en,
        type.billable);
}

void update_work_type(Tx& tx, const WorkType& type) {
    tx.run(
        update_work_type_sql, type.id, type.name_pl, type.name_en, type.billable, type.retired_at);
}

TimeEntryId insert_time(Tx& tx, const TimeEntry& entry) {
    return tx.insert<TimeEntryId>(
        tx.dialect() == Dialect::sqlite ? insert_time_sqlite : insert_time_postgres,
        entry.ticket,
        entry.customer,
        entry.person,
        *entry.booked_by,
        entry.booked_at,
        entry.work_type,
        entry.worked_on,
        entry.started_at,
        entry.minutes,
        entry.billable,
        entry.customer_text,
        entry.internal_text,
        entry.by_stopwatch,
        entry.reverses,
        entry.replaces);
}

std::optional<TimeEntry> find_time(Tx& tx, TicketId ticket, TimeEntryId entry) {
    return tx.find(read_time, find_time_sql, ticket, entry);
}

std::vector<TimeEntry> list_time_booked_on(Tx& tx,
                                           TicketId ticket,
                                           const std::pair<TimeEntryId, int>& page) {
    return tx.all(read_time, list_time_booked_on_sql, ticket, page.first, page.second);
}

std::vector<TimeEntry> list_shown_time(Tx& tx,
                                       const std::vector<TicketId>& tickets,
                                       const std::pair<TimeEntryId, int>& page) {
    return tx.all(
        read_time,
        tx.dialect() == Dialect::sqlite ? list_shown_time_sqlite : list_shown_time_postgres,
        id_list(tickets, tx.dialect()),
        page.first,
        page.second);
}

TimeTotals total_shown_time(Tx& tx, const std::vector<TicketId>& tickets) {
    return *tx.find(read_totals,
                    tx.dialect() == Dialect::sqlite ? total_shown_sqlite : total_shown_postgres,
                    id_list(tickets, tx.dialect()));
}

std::vector<PersonMinutes> total_by_person(Tx& tx, const std::vector<TicketId>& tickets) {
    return tx.all(
        read_person_minutes,
        tx.dialect() == Dialect::sqlite ? total_by_person_sqlite : total_by_person_postgres,
        id_list(tickets, tx.dialect()));
}

void give_time_to(Tx& tx, TicketId ticket, CustomerId customer) {
    tx.run(give_time_to_sql, ticket, customer);
}

std::vector<TimeEntry> list_time(Tx& tx,
                                 const Scope& scope,
                                 const TimeFilter& filter,
                                 const std::pair<std::optional<TimePlace>, int>& page) {
    const ScopedSql& sql = filter.person     ? list_time_of_person_sql
                           : filter.customer ? list_time_of_customer_sql
                                             : list_time_sql;
    return tx.all(read_time,
                  sql,
                  scope,
                  filter.from,
                  filter.to,
                  filter.person,
                  filter.customer,
                  page.first ? to_text(page.first->worked_on) : std::string(after_all),
                  page.first ? page.first->entry : TimeEntryId{},
                  page.second);
}

TimeTotals total_time(Tx& tx, const Scope& scope, const TimeFilter& filter) {
    const ScopedSql& sql = filter.person     ? total_time_of_person_sql
                           : filter.customer ? total_time_of_customer_sql
                                             : total_time_sql;
    return *tx.find(
        read_totals, sql, scope, filter.from, filter.to, filter.person, filter.customer);
}

std::vector<TimeEntry> list_time_of(Tx& tx, PersonId person, const TimeFilter& days, int limit) {
    return tx.all(read_time, list_my_time_sql, person, days.from, days.to, limit);
}

std::vector<DayTotals> total_days_of(Tx& tx, PersonId person, const TimeFilter& days) {
    return tx.all(read_day, total_days_sql, person, days.from, days.to);
}

std::vector<OwnTimeEntry> list_own_time(Tx& tx, PersonId person) {
    return tx.all(read_own_time, list_own_time_sql, person);
}

std::vector<TicketId> list_tickets_with_time_of(Tx& tx, PersonId person) {
    return tx.all(first_column<TicketId>, list_tickets_with_time_of_sql, person);
}

void erase_time_texts_of(Tx& tx, PersonId person) {
    tx.run(erase_time_booked_by_sql, person);
    tx.run(erase_time_of_sql, person);
}

}  // namespace ogniwo::tickets::store
