#include "storage/jobs.hpp"

#include <exception>
#include <utility>

#include "base/random.hpp"
#include "storage/own_failure.hpp"

namespace ogniwo {
namespace {

constexpr int failures_most = 5;
constexpr std::int64_t lease_micros = 30'000'000;

inline constexpr Reason job_taken{Refusal::conflict, "storage.job_taken"};

const Sql insert_job_sql{"job.insert", R"sql(
    INSERT INTO job (kind, state, payload, progress, done, total, failures, error, token,
                     lease_until, created_at, created_by)
    VALUES ($1, 'waiting', $2, '{}', 0, 0, 0, '', '', 0, $3, $4)
    RETURNING id
)sql"};

const Sql find_job_sql{"job.find", R"sql(
    SELECT state, done, total, error FROM job WHERE id = $1
)sql"};

// Writes the row, so that nobody begins the job before this transaction is over.
const Sql hold_waiting_sql{"job.hold_waiting", R"sql(
    UPDATE job SET lease_until = lease_until WHERE state = 'waiting' AND kind = $1
)sql"};

const Sql is_open_sql{"job.is_open", R"sql(
    SELECT EXISTS (SELECT 1 FROM job WHERE state IN ('waiting', 'running') AND kind = $1)
)sql"};

const Sql next_job_sql{"job.next", R"sql(
    SELECT id FROM job
     WHERE state IN ('waiting', 'running') AND lease_until < ogniwo_now() ORDER BY id LIMIT 1
)sql"};

const Sql claim_job_sql{"job.claim", R"sql(
    UPDATE job SET token = $2, lease_until = ogniwo_now() + $3, state = 'running'
     WHERE id = $1 AND state IN ('waiting', 'running') AND lease_until < ogniwo_now()
    RETURNING kind, payload, progress, done, total
)sql"};

// The lease ends with the chunk: whoever is free takes the next one.
const Sql save_chunk_sql{"job.save_chunk", R"sql(
    UPDATE job SET progress = $3, done = $4, total = $5, state = $6, lease_until = 0, failures = 0,
           error = ''
     WHERE id = $1 AND token = $2
)sql"};

// Another node may have ended the job meanwhile; then our failure is of no interest.
const Sql note_failure_sql{"job.note_failure", R"sql(
    UPDATE job
       SET failures = failures + 1, error = $2, lease_until = ogniwo_now() + $4,
           state = CASE WHEN failures + 1 >= $3 THEN 'failed' ELSE state END
     WHERE id = $1 AND state IN ('waiting', 'running')
)sql"};

}  // namespace

namespace jobs {

JobId start(Work& work, std::string_view kind, std::string payload) {
    const auto by = work.actor.person ? std::optional(work.actor.person) : std::nullopt;
    return work.tx.one<JobId>(insert_job_sql, kind, std::move(payload), work.now, by);
}

std::optional<State> find(Tx& tx, JobId id) {
    return tx.find(
        [](const Row& row) {
            return State{.state = row.get<std::string>("state"),
                         .done = row.get<std::int64_t>("done"),
                         .total = row.get<std::int64_t>("total"),
                         .error = row.get<std::string>("error")};
        },
        find_job_sql,
        id);
}

bool hold_waiting(Tx& tx, std::string_view kind) {
    return tx.run(hold_waiting_sql, kind) > 0;
}

bool is_open(Tx& tx, std::string_view kind) {
    return tx.one<bool>(is_open_sql, kind);
}

}  // namespace jobs

Jobs::Jobs(Transactor& data, const Environment& environment)
    : data_(data), environment_(environment), token_(token(environment.random)) {}

void Jobs::handle(std::string_view kind, JobHandler handler) {
    handlers_.emplace(kind, std::move(handler));
}

bool Jobs::step() {
    std::optional<JobId> next;
    data_.read([&](Tx& tx, Time) { next = tx.first<JobId>(next_job_sql); });
    if (!next) return false;
    OwnFailure failure;
    // An outermost loop: a job that fails must not hold up the others.
    try {
        const Outcome outcome =
            data_.write(failure.watch([&](Tx& tx, Time now) { return work_on(tx, *next, now); }));
        if (outcome) return true;
        if (outcome.error().reason == job_taken) return false;
        note_failure(*next, std::string(outcome.error().reason.name));
    } catch (const StorageError&) {
        throw;  // The machinery, not the job.
    } catch (const std::exception&) {
        if (!failure.what()) throw;
        note_failure(*next, *failure.what());
    }
    return true;
}

Outcome Jobs::work_on(Tx& tx, JobId id, Time now) {
    auto job = tx.find(
        [&](const Row& row) {
            return Job{.id = id,
                       .kind = row.get<std::string>("kind"),
                       .payload = row.get<std::string>("payload"),
                       .progress = row.get<std::string>("progress"),
                       .done = row.get<std::int64_t>("done"),
                       .total = row.get<std::int64_t>("total")};
        },
        claim_job_sql,
        id,
        token_,
        lease_micros);
    if (!job) return job_taken;
    const auto handler = handlers_.find(job->kind);
    INVARIANT(handler != handlers_.end());
    const Caller caller;
    Work work{{tx, Actor::system(), now, environment_, caller}};
    TRY(const Chunk chunk, handler->second(work, *job));
    tx.run(save_chunk_sql,
           id,
           token_,
           job->progress,
           job->done,
           job->total,
           chunk == Chunk::finished ? "done" : "running");
    return Nothing{};
}

void Jobs::note_failure(JobId id, const std::string& why) {
    (void)data_.write([&](Tx& tx, Time) -> Outcome {
        tx.run(note_failure_sql, id, why, failures_most, lease_micros);
        return Nothing{};
    });
}

}  // namespace ogniwo
