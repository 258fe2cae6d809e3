#include "backups/api.hpp"

#include "backups/service.hpp"
#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"

namespace ogniwo::backups {

void describe(Fields& fields, BackupRun& run) {
    fields("night", run.night).about("The day on which it was due.");
    fields("state", run.state);
    fields("attempts", run.attempts).within(1, attempts_most);
    fields("startedAt", run.started_at);
    fields("endedAt", run.ended_at);
    fields("folder", run.folder).about("On the machine that made it.");
    fields("bytes", run.bytes);
    fields("error", run.error).about("Why it failed; empty otherwise.");
}

void describe(Fields& fields, BackupList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, Made& made) {
    fields("bytes", made.bytes);
}

void describe(Fields& fields, Failed& failed) {
    fields("attempts", failed.attempts);
}

void mount(Operations& operations) {
    people::allow_reading(see, {people::Role::administrator});
    operations.slice("backups", "The backups that the server makes by itself.");
    operations.get("backups.list_runs", "/backups", see, list_runs, Nothing{})
        .about("Nightly backups, the newest first: the last thirty.");
}

}  // namespace ogniwo::backups
