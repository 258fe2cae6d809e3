#pragma once

// The tables erasure and person_retention, and what the foundation keeps about persons in its own
// tables: answers that were given to others, letters not yet sent, old texts of the journal, and
// the version of the sort keys.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/erasure_types.hpp"
#include "storage/tx.hpp"

namespace ogniwo::people::store {

void insert_erasure(Tx& tx, PersonId person, Time at);
std::vector<Erasure> list_erasures(Tx& tx);

// Stored answers that name this person, whoever asked. The keys stay, so nothing is done twice.
void forget_answers_about(Tx& tx, PersonId person);
// Letters to this address that have not left the house, and never will.
void forget_letters_to(Tx& tx, const std::string& address);

// Events caused by this person, oldest first, without their texts.
std::vector<ExportedEvent> list_events_by(Tx& tx, PersonId person, int limit);

// --- Retention -------------------------------------------------------------------------------

std::int64_t load_retention_version(Tx& tx);
// False when the version is another.
bool touch_retention(Tx& tx, std::int64_t version);
// The kinds whose days are not their default.
std::map<std::string, std::int64_t> load_retention_days(Tx& tx);
void save_retention_days(Tx& tx, std::string_view kind, std::int64_t days);

std::int64_t count_texts_before(Tx& tx, Time before);
std::int64_t erase_texts_before(Tx& tx, Time before, Time now, int limit);

// --- Sort keys -------------------------------------------------------------------------------

std::string load_sort_key_version(Tx& tx);
void save_sort_key_version(Tx& tx, const std::string& version);

}  // namespace ogniwo::people::store
