#pragma once

// The only place that names the tables moving_source, moving_import, moving_row, moving_seen and
// moving_key.

#include <optional>
#include <string>
#include <vector>

#include "moving/types.hpp"
#include "storage/jobs.hpp"
#include "storage/work.hpp"

namespace ogniwo::moving::store {

// --- Sources

struct Source {
    SourceId id{};
    std::string name{};
    MovingMapping mapping{};
    Time used_at{};
};
std::optional<Source> find_source(Tx& tx, MovingKind kind, const std::string& name);
std::vector<Source> list_sources(Tx& tx, MovingKind kind, int limit);
// With this mapping from now on; made where there is none of its name.
SourceId save_source(Tx& tx, MovingKind kind, const MovingMapping& mapping, Time now);
// Raises the version, so that two imports of one source never interleave.
void claim_source(Tx& tx, SourceId source);

// --- Imports

struct Import {
    MovingId id{};
    std::int64_t version = 0;
    MovingKind kind = MovingKind::customers;
    MovingState state = MovingState::loading;
    std::optional<SourceId> source{};
    std::string file_name{};
    MovingForm form{};
    std::vector<std::string> sheets{};
    std::vector<std::string> header{};
    MovingMapping mapping{};
    std::int64_t total = 0;
    std::int64_t done = 0;
    MovingCounts counts{};
    std::optional<JobId> job{};
    std::optional<PersonId> by{};
    Time created_at{};
    std::optional<Time> ended_at{};
};
MovingId insert_import(Tx& tx, const Import& import);
std::optional<Import> find_import(Tx& tx, MovingId import);
// Raises the version.
std::optional<Import> claim_import(Tx& tx, MovingId import);
// Everything that may change of it.
void update_import(Tx& tx, const Import& import);
// The newest first, from this one down.
std::vector<Import> list_imports(Tx& tx, std::optional<MovingId> before, int limit);
// Those from before this moment, the oldest first.
std::vector<MovingId> list_imports_before(Tx& tx, Time before, int limit);

// --- Rows

struct ImportedRow {
    int place = 0;  // From 1.
    std::int64_t line = 0;
    std::vector<std::string> cells{};
    std::optional<RowVerdict> verdict{};
    std::optional<std::int64_t> target{};
    std::optional<PersonId> person{};
    std::vector<RowProblem> problems{};
};
void insert_row(Tx& tx, MovingId import, const ImportedRow& row);
// All but its cells.
void update_row(Tx& tx, MovingId import, const ImportedRow& row);
std::vector<ImportedRow> list_rows(Tx& tx, MovingId import, int after, int limit);
std::optional<ImportedRow> find_row(Tx& tx, MovingId import, int place);
struct RowFilter {
    std::optional<RowVerdict> verdict{};
    bool only_problems = false;
    int after = 0;
    int limit = 50;
};
std::vector<ImportedRow> list_rows_like(Tx& tx, MovingId import, const RowFilter& filter);
// The number that went; at most this many.
std::int64_t delete_rows(Tx& tx, MovingId import, int limit);
void forget_person(Tx& tx, PersonId person);
std::vector<ImportedRow> list_rows_about(Tx& tx, PersonId person);

// --- What names what

void insert_seen(Tx& tx, MovingId import, const std::string& mac, int place);
// The first row of that name.
std::optional<int> find_first_seen(Tx& tx, MovingId import, const std::string& mac);
std::vector<int> list_seen(Tx& tx, MovingId import, const std::string& mac, int limit);
std::int64_t delete_seen(Tx& tx, MovingId import, int limit);

struct Known {
    std::int64_t target = 0;
    std::string digest{};
    std::int64_t goes_on = 0;  // As which the target goes on, or the target.

    bool is_merged() const { return goes_on != target; }
};
std::optional<Known> find_known(Tx& tx, SourceId source, const std::string& mac);
void save_known(Tx& tx, SourceId source, const std::string& mac, const Known& known);
// By any source of this kind.
std::vector<std::int64_t> find_targets(Tx& tx, MovingKind kind, const std::string& mac);

}  // namespace ogniwo::moving::store
