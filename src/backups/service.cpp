#include "backups/service.hpp"

#include "backups/rules.hpp"
#include "backups/store.hpp"
#include "base/random.hpp"
#include "people/service.hpp"

namespace ogniwo::backups {
namespace {

// Longer than any backup takes; after it, another node may try.
constexpr std::chrono::hours lease{6};
constexpr std::chrono::hours pause_after_failure{1};

About about(Date night, int attempts) {
    const std::int64_t number = int{night.year()} * 10'000 +
                                static_cast<int>(unsigned{night.month()}) * 100 +
                                static_cast<int>(unsigned{night.day()});
    return {.kind = "backup", .id = number, .version = attempts};
}

std::optional<Date> night_due(const View& view, Minutes at, Time installed_at) {
    return due_night(view.now, at, people::company_zone(view.tx), installed_at);
}

int attempts_of(Tx& tx, Date night) {
    const auto run = store::find_run(tx, night);
    return run ? run->attempts : 1;
}

}  // namespace

Result<BackupList> list_runs(const View& view, const Nothing&) {
    return BackupList{.items = store::list_runs(view.tx, runs_shown)};
}

bool is_due(const View& view, Minutes at, Time installed_at) {
    const auto night = night_due(view, at, installed_at);
    if (!night) return false;
    const auto run = store::find_run(view.tx, *night);
    return !run || (run->state != BackupState::made && run->attempts < attempts_most);
}

std::optional<Turn> take_turn(Work& work, Minutes at, Time installed_at, bool alone) {
    const auto night = night_due(work, at, installed_at);
    if (!night) return std::nullopt;
    Turn turn{.night = *night, .token = token(work.environment.random)};
    const bool taken = store::claim(work.tx,
                                    {.night = turn.night,
                                     .token = turn.token,
                                     .lease = lease,
                                     .failed_before = work.now - pause_after_failure,
                                     .alone = alone},
                                    work.now);
    if (!taken) return std::nullopt;
    return turn;
}

bool note_made(Work& work, const Turn& turn, const std::string& folder, std::int64_t bytes) {
    const store::Attempt attempt{.night = turn.night, .token = turn.token};
    if (!store::note_made(work.tx, attempt, folder, bytes, work.now)) return false;
    work.record(Made{.bytes = bytes}, about(turn.night, attempts_of(work.tx, turn.night)), {});
    return true;
}

bool note_failed(Work& work, const Turn& turn, const std::string& error) {
    const store::Attempt attempt{.night = turn.night, .token = turn.token};
    if (!store::note_failed(work.tx, attempt, error, work.now)) return false;
    const int attempts = attempts_of(work.tx, turn.night);
    work.record(Failed{.attempts = attempts}, about(turn.night, attempts), {{"error", error}});
    return true;
}

Health health(Tx& tx) {
    const auto last = store::list_runs(tx, 1);
    return {.last_made_at = store::last_made_at(tx),
            .has_failed = !last.empty() && last.front().state == BackupState::failed};
}

}  // namespace ogniwo::backups
