#include "tickets/import_store.hpp"

namespace ogniwo::tickets::store {
namespace {

const Sql find_source_sql{"tickets.find_import", R"sql(
    SELECT id, version, customer, persons FROM ticket_import WHERE name = $1
)sql"};

const Sql claim_source_sql{"tickets.claim_import", R"sql(
    UPDATE ticket_import SET version = version + 1 WHERE id = $1
    RETURNING id, version, customer, persons
)sql"};

const Sql insert_source_sql{"tickets.insert_import", R"sql(
    INSERT INTO ticket_import (version, name, customer, persons, created_at)
    VALUES (1, $1, $2, $3, $4)
    ON CONFLICT DO NOTHING
    RETURNING id
)sql"};

const Sql find_cases_sqlite{"tickets.find_import_cases",
                            R"sql(
    SELECT case_key, ticket, steps, digest FROM ticket_import_case
     WHERE source = $1 AND case_key IN (SELECT value FROM json_each($2))
)sql",
                            Dialect::sqlite};

const Sql find_cases_postgres{"tickets.find_import_cases",
                              R"sql(
    SELECT case_key, ticket, steps, digest FROM ticket_import_case
     WHERE source = $1
       AND case_key = ANY (ARRAY(SELECT json_array_elements_text(CAST($2 AS json))))
)sql",
                              Dialect::postgres};

const Sql insert_case_sql{"tickets.insert_import_case", R"sql(
    INSERT INTO ticket_import_case (source, case_key, ticket, steps, digest)
    VALUES ($1, $2, $3, $4, $5)
)sql"};

const Sql update_case_sql{"tickets.update_import_case", R"sql(
    UPDATE ticket_import_case SET steps = $3, digest = $4 WHERE source = $1 AND case_key = $2
)sql"};

const Sql count_cases_sql{"tickets.count_import_cases", R"sql(
    SELECT COUNT(*) FROM ticket_import_case WHERE source = $1
)sql"};

const Sql list_imported_tickets_sql{"tickets.list_imported_tickets", R"sql(
    SELECT ticket FROM ticket_import_case WHERE source = $1 AND ticket > $2
     ORDER BY ticket LIMIT $3
)sql"};

const Sql find_imported_persons_sqlite{"tickets.find_imported_persons",
                                       R"sql(
    SELECT name_mac, person FROM ticket_import_person
     WHERE source = $1 AND name_mac IN (SELECT value FROM json_each($2))
)sql",
                                       Dialect::sqlite};

const Sql find_imported_persons_postgres{"tickets.find_imported_persons",
                                         R"sql(
    SELECT name_mac, person FROM ticket_import_person
     WHERE source = $1
       AND name_mac = ANY (ARRAY(SELECT json_array_elements_text(CAST($2 AS json))))
)sql",
                                         Dialect::postgres};

const Sql find_last_person_number_sql{"tickets.find_last_person_number", R"sql(
    SELECT COALESCE(MAX(number), 0) FROM ticket_import_person WHERE source = $1
)sql"};

const Sql insert_imported_person_sql{"tickets.insert_imported_person", R"sql(
    INSERT INTO ticket_import_person (source, name_mac, number, person) VALUES ($1, $2, $3, $4)
)sql"};

ImportSource read_source(const Row& row) {
    return {.id = row.get<ImportId>("id"),
            .version = row.get<std::int64_t>("version"),
            .customer = row.get<CustomerId>("customer"),
            .persons = row.get<ImportedNames>("persons")};
}

}  // namespace

std::optional<ImportSource> find_source(Tx& tx, const std::string& name) {
    return tx.find(read_source, find_source_sql, name);
}

std::optional<ImportSource> claim_source(Tx& tx, ImportId source) {
    return tx.find(read_source, claim_source_sql, source);
}

std::optional<ImportId> insert_source(Tx& tx,
                                      const OpenImport& wish,
                                      CustomerId customer,
                                      Time at) {
    return tx.first<ImportId>(insert_source_sql, wish.name, customer, wish.persons, at);
}

std::map<std::string, ImportedCase> find_cases(Tx& tx,
                                               ImportId source,
                                               const std::vector<std::string>& keys) {
    const auto rows = tx.all(
        [](const Row& row) {
            return std::pair(row.get<std::string>("case_key"),
                             ImportedCase{.ticket = row.get<TicketId>("ticket"),
                                          .steps = row.get<int>("steps"),
                                          .digest = row.get<std::string>("digest")});
        },
        tx.dialect() == Dialect::sqlite ? find_cases_sqlite : find_cases_postgres,
        source,
        to_json(keys));
    return {rows.begin(), rows.end()};
}

void insert_case(Tx& tx, ImportId source, const std::string& key, const ImportedCase& one) {
    tx.run(insert_case_sql, source, key, one.ticket, one.steps, one.digest);
}

void update_case(Tx& tx, ImportId source, const std::string& key, const ImportedCase& one) {
    tx.run(update_case_sql, source, key, one.steps, one.digest);
}

std::int64_t count_cases(Tx& tx, ImportId source) {
    return tx.one<std::int64_t>(count_cases_sql, source);
}

std::vector<TicketId> list_imported_tickets(Tx& tx, ImportId source, TicketId after, int limit) {
    return tx.all(first_column<TicketId>, list_imported_tickets_sql, source, after, limit);
}

std::map<std::string, PersonId> find_imported_persons(Tx& tx,
                                                      ImportId source,
                                                      const std::vector<std::string>& macs) {
    const auto rows = tx.all(
        [](const Row& row) {
            return std::pair(row.get<std::string>("name_mac"), row.get<PersonId>("person"));
        },
        tx.dialect() == Dialect::sqlite ? find_imported_persons_sqlite
                                        : find_imported_persons_postgres,
        source,
        to_json(macs));
    return {rows.begin(), rows.end()};
}

std::int64_t find_last_person_number(Tx& tx, ImportId source) {
    return tx.one<std::int64_t>(find_last_person_number_sql, source);
}

void insert_imported_person(Tx& tx, ImportId source, const ImportedPerson& person) {
    tx.run(insert_imported_person_sql, source, person.mac, person.number, person.person);
}

}  // namespace ogniwo::tickets::store
