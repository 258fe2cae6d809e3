#include <array>

#include "base/json.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "people/customer_store.hpp"
#include "people/directory_service.hpp"
#include "people/erasure_store.hpp"
#include "people/person_store.hpp"

namespace ogniwo::people {
namespace {

// Which table, and behind which row.
struct ResortProgress {
    std::int64_t table = 0;
    std::int64_t after = 0;
};
void describe(Fields& fields, ResortProgress& progress) {
    fields("table", progress.table).may_be_missing();
    fields("after", progress.after).may_be_missing();
}

using Resort = std::optional<std::int64_t> (*)(Tx&, std::int64_t after, int limit);
constexpr std::array<Resort, 3> tables{
    store::resort_persons, store::resort_customers, store::resort_sites};

}  // namespace

void resort_if_needed(Work& work) {
    if (store::load_sort_key_version(work.tx) == sort_key_version()) return;
    jobs::start(work, resort_job, "{}");
}

Result<Chunk> resort(Work& work, Job& job) {
    TRY(ResortProgress progress, from_json<ResortProgress>(job.progress));
    job.total = static_cast<std::int64_t>(tables.size());
    const Resort table = tables[static_cast<std::size_t>(progress.table)];
    if (const auto last = table(work.tx, progress.after, limits::bulk_rows)) {
        progress.after = *last;
    } else {
        progress = {.table = progress.table + 1, .after = 0};
    }
    job.done = progress.table;
    job.progress = to_json(progress);
    if (progress.table < job.total) return Chunk::more;
    store::save_sort_key_version(work.tx, sort_key_version());
    return Chunk::finished;
}

}  // namespace ogniwo::people
