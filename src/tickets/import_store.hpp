#pragma once

// The only place that names the tables ticket_import, ticket_import_case and ticket_import_person.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tickets/import_types.hpp"

namespace ogniwo::tickets::store {

struct ImportSource {
    ImportId id{};
    std::int64_t version = 0;
    CustomerId customer{};
    ImportedNames persons = ImportedNames::as_written;
};

std::optional<ImportSource> find_source(Tx& tx, const std::string& name);
// Raises the version, so that two runs of one import never interleave.
std::optional<ImportSource> claim_source(Tx& tx, ImportId source);
// Nothing when there is one of that name.
std::optional<ImportId> insert_source(Tx& tx, const OpenImport& wish, CustomerId customer, Time at);

struct ImportedCase {
    TicketId ticket{};
    int steps = 0;       // How many of its rows are in,
    std::string digest;  // and what the last of them looked like.
};
// By key; cases that are not in are absent.
std::map<std::string, ImportedCase> find_cases(Tx& tx,
                                               ImportId source,
                                               const std::vector<std::string>& keys);
void insert_case(Tx& tx, ImportId source, const std::string& key, const ImportedCase& one);
void update_case(Tx& tx, ImportId source, const std::string& key, const ImportedCase& one);
std::int64_t count_cases(Tx& tx, ImportId source);
std::vector<TicketId> list_imported_tickets(Tx& tx, ImportId source, TicketId after, int limit);

// By keyed hash; persons that are not known are absent.
std::map<std::string, PersonId> find_imported_persons(Tx& tx,
                                                      ImportId source,
                                                      const std::vector<std::string>& macs);
std::int64_t find_last_person_number(Tx& tx, ImportId source);
struct ImportedPerson {
    std::string mac;
    std::int64_t number = 0;
    PersonId person{};
};
void insert_imported_person(Tx& tx, ImportId source, const ImportedPerson& person);

}  // namespace ogniwo::tickets::store
