#pragma once

// Taking a person's data along, erasing them, and letting go of what is older than it may be.
//
// Every slice that holds something about persons says so here while the program starts, so that no
// part is forgotten: what it hands over, how it erases, and which kinds of data grow old. Erasing
// must be idempotent, because a restored backup is erased again.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "people/erasure_types.hpp"
#include "storage/jobs.hpp"
#include "storage/timers.hpp"
#include "storage/work.hpp"

namespace ogniwo::people {

// --- What slices register in their mount() ----------------------------------------------------

// JSON of everything the slice holds about the person.
using ExportPart = std::function<std::string(const View&, PersonId)>;
using ErasePart = std::function<void(Work&, PersonId)>;

void on_export(std::string_view name, ExportPart part);
void on_erase(std::string_view name, ErasePart part);

struct RetentionKind {
    std::string_view kind;  // "people.disabled_persons"
    std::string_view about;
    std::int64_t default_days = 0;  // Zero: kept for ever.
    // How many rows are from before this moment, and away with at most `limit` of them; the number
    // that went.
    std::function<std::int64_t(const View&, Time before)> count{};
    std::function<std::int64_t(Work&, Time before, int limit)> erase{};
};
void on_retention(RetentionKind kind);

// --- Verbs -----------------------------------------------------------------------------------

Result<PersonExport> export_person(const View& view, const ExportPerson& wish);
// Final, and of whoever was merged into this person, too. The last owner is refused.
Result<Erasure> erase_person(Work& work, const ErasePerson& wish);

// The list that a backup does not know of; read before a restore and applied before serving.
std::vector<Erasure> list_erasures(Tx& tx);
// Erases again whoever is not erased. Persons that were created after the erasure bear the same
// number by chance and are left alone. The number that was erased.
std::int64_t apply_erasures(Work& work, std::span<const Erasure> erasures);

Result<Retention> show_retention(const View& view, const Nothing&);
Result<Retention> edit_retention_rules(Work& work, const EditRetention& wish);
Result<RetentionPreview> preview_retention(const View& view, const Nothing&);

// --- Loops (app) ------------------------------------------------------------------------------

// Sets the daily timer where there is none. Called at every start.
void start_retention(Work& work);
inline constexpr std::string_view retention_timer = "people.retention";
Outcome retention_due(Work& work, const Timer& timer);
inline constexpr std::string_view retention_job = "people.retention";
Result<Chunk> apply_retention(Work& work, Job& job);

}  // namespace ogniwo::people
