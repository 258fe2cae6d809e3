#include <algorithm>

#include "base/json.hpp"
#include "moving/job_types.hpp"
#include "moving/rows.hpp"
#include "moving/service.hpp"
#include "people/service.hpp"
#include "storage/attempt.hpp"
#include "tickets/old_ticket_types.hpp"

namespace ogniwo::moving {
namespace {

constexpr int cleared_rows = 500;
// One more than a ticket may have messages: then it is refused.
constexpr int unit_most = static_cast<int>(tickets::old_messages_most) + 1;

Result<Chunk> end(Work& work, store::Import& import, const MovingJob& job, MovingState state) {
    import.state = state;
    import.ended_at = work.now;
    store::update_import(work.tx, import);
    work.record(MovingEnded{.dry_run = job.dry_run, .counts = import.counts},
                {.kind = "moving", .id = import.id.value, .version = import.version});
    return Chunk::finished;
}

// Notes under which names each row goes; false when there are no more rows.
bool look(Pass& pass, MovingProgress& progress) {
    const auto rows = store::list_rows(pass.tx(), pass.import.id, progress.place, rows_of_chunk);
    for (store::ImportedRow row : rows) {
        progress.place = row.place;
        if (row.cells.empty()) continue;  // It could not be read.
        const MovingKind kind = pass.import.kind;
        const Cells cells(pass.columns, row.cells);
        for (const Identity& name : identities_of(kind, cells).is) {
            store::insert_seen(pass.tx(), pass.import.id, pass.mac(kind, name.text), row.place);
        }
        row.verdict.reset();
        row.target.reset();
        row.person.reset();
        row.problems.clear();
        store::update_row(pass.tx(), pass.import.id, row);
    }
    return !rows.empty();
}

// Rows that stand or fall together: one, or all of one ticket. Empty: done with an earlier one.
std::vector<store::ImportedRow> unit_of(Pass& pass, store::ImportedRow row) {
    if (row.cells.empty() || row.verdict) return {};
    if (pass.import.kind != MovingKind::tickets) return {std::move(row)};
    const Identity key = key_of(MovingKind::tickets, Cells(pass.columns, row.cells));
    const auto places = store::list_seen(
        pass.tx(), pass.import.id, pass.mac(MovingKind::tickets, key.text), unit_most);
    std::vector<store::ImportedRow> unit;
    for (const int place : places) {
        auto one = store::find_row(pass.tx(), pass.import.id, place);
        if (one) unit.push_back(*std::move(one));
    }
    if (!unit.empty() && unit.front().place == row.place) return unit;
    // Behind all that a ticket may have, or without a number.
    if (!unit.empty()) be_wrong(row, pass, too_many_messages, "number");
    return {std::move(row)};
}

bool is_wrong(const store::ImportedRow& row) {
    return row.verdict == RowVerdict::wrong;
}

void bring(Pass& pass, std::vector<store::ImportedRow>& unit) {
    if (is_wrong(unit.front())) return;
    Attempt attempt(pass.tx());
    const auto found = pass.found;
    switch (pass.import.kind) {
        case MovingKind::customers:
            bring_customer(pass, unit.front());
            break;
        case MovingKind::persons:
            bring_person(pass, unit.front());
            break;
        case MovingKind::assets:
            bring_asset(pass, unit.front());
            break;
        case MovingKind::tickets:
            bring_ticket(pass, unit);
            break;
    }
    if (std::ranges::any_of(unit, is_wrong)) {
        pass.found = found;  // Whom it made is not there.
    } else {
        attempt.keep();
    }
}

void count(MovingCounts& counts, const store::ImportedRow& row) {
    switch (*row.verdict) {
        case RowVerdict::fresh:
            ++counts.fresh;
            break;
        case RowVerdict::unchanged:
            ++counts.unchanged;
            break;
        case RowVerdict::changed:
            ++counts.changed;
            break;
        case RowVerdict::duplicate:
            ++counts.duplicate;
            break;
        case RowVerdict::wrong:
            ++counts.wrong;
            break;
    }
    const bool noted = std::ranges::any_of(row.problems, &RowProblem::is_note);
    counts.noted += noted;
}

struct Brought {
    std::vector<std::vector<store::ImportedRow>> units{};
    bool more = false;
};

Brought bring_chunk(Pass& pass, const MovingJob& job, MovingProgress& progress) {
    const auto rows = store::list_rows(pass.tx(), pass.import.id, progress.place, rows_of_chunk);
    Brought brought{.more = !rows.empty()};
    std::vector<int> done;
    std::size_t size = 0;
    for (const store::ImportedRow& row : rows) {
        if (size >= static_cast<std::size_t>(rows_of_chunk)) break;
        progress.place = row.place;
        if (std::ranges::find(done, row.place) != done.end()) continue;
        auto unit = unit_of(pass, row);
        if (unit.empty()) continue;
        bring(pass, unit);
        size += unit.size();
        for (const auto& one : unit) {
            done.push_back(one.place);
            // Later rows about the same are about it, too, and are forgotten with a person.
            if (one.target && !job.dry_run) pass.targets[one.place] = *one.target;
        }
        brought.units.push_back(std::move(unit));
    }
    return brought;
}

// What was taken back is nobody any more; the next one who is made has the same number.
void let_go(Tx& tx, MovingKind kind, std::vector<store::ImportedRow>& unit) {
    const bool is_new = unit.front().verdict == RowVerdict::fresh || is_wrong(unit.front());
    for (store::ImportedRow& row : unit) {
        if (row.person && people::person_names(tx, {*row.person}).empty()) row.person.reset();
        if (!row.target) continue;
        switch (kind) {
            case MovingKind::customers:
                if (!people::customer_exists(tx, CustomerId{*row.target})) row.target.reset();
                break;
            case MovingKind::persons:
                if (!row.person) row.target.reset();
                break;
            case MovingKind::tickets:
            case MovingKind::assets:
                if (is_new) row.target.reset();
                break;
        }
    }
}

// A dry run takes back whatever the rows did, but keeps what they were told.
bool bring_rows(Pass& pass, store::Import& import, const MovingJob& job, MovingProgress& progress) {
    Brought brought;
    if (job.dry_run) {
        const Attempt whole(pass.tx());
        brought = bring_chunk(pass, job, progress);
    } else {
        brought = bring_chunk(pass, job, progress);
    }
    for (auto& unit : brought.units) {
        if (job.dry_run || is_wrong(unit.front())) let_go(pass.tx(), import.kind, unit);
        for (const store::ImportedRow& row : unit) {
            store::update_row(pass.tx(), import.id, row);
            count(import.counts, row);
        }
    }
    return brought.more;
}

// Those that could not even be read.
std::int64_t unreadable(const store::Import& import) {
    const MovingCounts& counts = import.counts;
    return import.total - counts.fresh - counts.unchanged - counts.changed - counts.duplicate -
           counts.wrong;
}

}  // namespace

Result<Chunk> work_on_rows(Work& work, Job& job) {
    TRY(const MovingJob wanted, from_json<MovingJob>(job.payload));
    MovingProgress progress;
    if (job.progress != "{}") {
        TRY(progress, from_json<MovingProgress>(job.progress));
    }
    auto import = store::claim_import(work.tx, wanted.moving);
    if (!import || import->job != job.id) return Chunk::finished;
    store::claim_source(work.tx, *import->source);
    const auto actor =
        import->by ? people::acting(work.tx, *import->by) : std::optional(Actor::system());
    if (!actor) return end(work, *import, wanted, MovingState::failed);

    Work own = acting_as(work, *actor);
    own.origin = Origin::import;
    const Columns columns(import->header, import->mapping);
    Pass pass{.work = own, .import = *import, .source = *import->source, .columns = columns};
    switch (progress.phase) {
        case MovingPhase::clearing:
            if (store::delete_seen(work.tx, import->id, cleared_rows) == 0) {
                progress.phase = MovingPhase::looking;
            }
            break;
        case MovingPhase::looking:
            if (!look(pass, progress)) progress = {.phase = MovingPhase::bringing};
            break;
        case MovingPhase::bringing:
            if (!bring_rows(pass, *import, wanted, progress)) {
                import->counts.wrong += unreadable(*import);
                import->done = import->total;
                return end(work,
                           *import,
                           wanted,
                           wanted.dry_run ? MovingState::checked : MovingState::done);
            }
            import->done = progress.place;
            break;
    }
    store::update_import(work.tx, *import);
    job.progress = to_json(progress);
    job.done = import->done;
    job.total = import->total;
    return Chunk::more;
}

}  // namespace ogniwo::moving
