#include "storage/database.hpp"

#include <atomic>
#include <exception>
#include <future>

#include "base/check.hpp"
#include "storage/postgres.hpp"
#include "storage/sqlite.hpp"

namespace ogniwo {
namespace {

constexpr std::size_t batch_most = 256;
// Two works on one root row meet seldom; a work that loses this often meets something stuck.
constexpr int retries_most = 20;

const Faults no_faults;

Settled settled_by(const StorageError& error) {
    using Kind = StorageError::Kind;
    switch (error.kind) {
        case Kind::busy:
        case Kind::gone:
            return {.kind = Settled::Kind::overloaded, .detail = error.what()};
        case Kind::full:
            return {.kind = Settled::Kind::full, .detail = error.what()};
        case Kind::unknown_commit:
            return {.kind = Settled::Kind::unknown, .detail = error.what()};
        case Kind::io:
            return {.kind = Settled::Kind::broken, .detail = error.what()};
        case Kind::bug:
            return {.kind = Settled::Kind::failed, .detail = error.what()};
    }
    return {.kind = Settled::Kind::failed};
}

// One of the outermost loops: what a work throws ends here, as its outcome.
template <class Run>
Settled settle(Run run) {
    try {
        return run();
    } catch (const StorageError& error) {
        return settled_by(error);
    } catch (const std::exception& error) {
        return {.kind = Settled::Kind::failed, .detail = error.what()};
    }
}

bool must_run_again(const Settled& settled) {
    return settled.kind == Settled::Kind::overloaded;
}

// Runs one work inside a transaction that is already open, and undoes only this work on failure.
Settled run_within(Connection& connection, const WriteFunction& work, Time now) {
    connection.savepoint();
    const Settled settled = settle([&]() -> Settled {
        Tx tx(connection);
        if (Outcome outcome = work(tx, now); !outcome) {
            return {.kind = Settled::Kind::refused, .error = std::move(outcome).error()};
        }
        return {};
    });
    // After some errors SQLite has rolled back everything; the caller sees that.
    if (!connection.in_transaction()) return settled;
    if (settled.kind == Settled::Kind::committed) {
        connection.release();
    } else {
        connection.rollback_to();
    }
    return settled;
}

void commit(Connection& connection, Faults* faults) {
    if (faults != nullptr) faults->before_commit();
    connection.commit();
    if (faults != nullptr) faults->after_commit();
}

// As many of `jobs` as fit into the batch time, in one transaction; the outcomes of those.
// Afterwards nothing is pending on the connection.
std::vector<Settled> run_batch(Connection& connection,
                               std::span<const WriteJob> jobs,
                               WorkClock& clock,
                               Faults* faults) {
    std::vector<Settled> outcomes(jobs.size());
    const Deadline deadline =
        Deadline::after((faults != nullptr ? *faults : no_faults).batch_time());
    const Settled whole = settle([&]() -> Settled {
        connection.begin(Connection::Access::read_write);
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            outcomes[i] = run_within(connection, jobs[i].work, clock.now());
            if (!connection.in_transaction()) return outcomes[i];
            if (deadline.passed()) outcomes.resize(i + 1);
        }
        commit(connection, faults);
        return {};
    });
    if (whole.kind != Settled::Kind::committed) {
        connection.rollback();
        std::fill(outcomes.begin(), outcomes.end(), whole);
    }
    return outcomes;
}

// A transaction of its own, as often as conflicts demand.
Settled run_alone(Connection& connection,
                  const WriteFunction& work,
                  WorkClock& clock,
                  Faults* faults) {
    Settled settled;
    for (int attempt = 0; attempt < retries_most; ++attempt) {
        connection.note_recorded_in(0);
        settled = settle([&]() -> Settled {
            connection.begin(Connection::Access::read_write);
            Tx tx(connection);
            if (Outcome outcome = work(tx, clock.now()); !outcome) {
                connection.rollback();
                return {.kind = Settled::Kind::refused, .error = std::move(outcome).error()};
            }
            commit(connection, faults);
            return {};
        });
        const std::int64_t transaction = connection.recorded_in();
        if (settled.kind == Settled::Kind::unknown && transaction != 0) {
            // The answer was lost on the way; the database itself knows how it went.
            settled = settle([&]() -> Settled {
                return {.kind = connection.was_committed(transaction) ? Settled::Kind::committed
                                                                      : Settled::Kind::overloaded};
            });
        }
        if (settled.kind != Settled::Kind::committed) connection.rollback();
        if (!must_run_again(settled)) break;
    }
    return settled;
}

Settled look_once(Connection& connection, const ReadFunction& look, Time now) {
    const Settled settled = settle([&]() -> Settled {
        connection.begin(Connection::Access::read_only);
        Tx tx(connection);
        look(tx, now);
        connection.commit();
        return {};
    });
    if (settled.kind != Settled::Kind::committed) connection.rollback();
    return settled;
}

// A reading transaction has no effect, so a lost connection is simply tried once more.
Settled look_at(Connection& connection, const ReadFunction& look, WorkClock& clock) {
    Settled settled = look_once(connection, look, clock.now());
    if (settled.kind == Settled::Kind::overloaded || settled.kind == Settled::Kind::unknown) {
        settled = look_once(connection, look, clock.now());
    }
    return settled;
}

}  // namespace

Database::Database(std::string address, Clock& clock)
    : address_(std::move(address)),
      dialect_(address_.rfind("postgres", 0) == 0 && address_.find("://") != std::string::npos
                   ? Dialect::postgres
                   : Dialect::sqlite),
      clock_(clock) {}

std::unique_ptr<Connection> Database::connect(Connection::Access access) const {
    if (dialect_ == Dialect::postgres) return open_postgres(address_, access);
    return open_sqlite(
        {.path = address_, .access = access, .now = [this] { return clock_.now(); }});
}

Time WorkClock::now() {
    const std::int64_t wall = to_micros(clock_.now()) + offset_.load();
    std::int64_t last = last_.load();
    while (last < wall && !last_.compare_exchange_weak(last, wall)) {
    }
    return from_micros(std::max(last, wall));
}

void WorkClock::not_before(Time time) {
    const std::int64_t least = to_micros(time);
    std::int64_t last = last_.load();
    while (last < least && !last_.compare_exchange_weak(last, least)) {
    }
}

Writer::Writer(std::unique_ptr<Connection> connection,
               WriteQueue& queue,
               WorkClock& clock,
               Faults* faults,
               Bell* committed)
    : connection_(std::move(connection)),
      queue_(queue),
      clock_(clock),
      faults_(faults),
      committed_(committed) {}

int Writer::step(std::chrono::milliseconds wait) {
    const bool groups = connection_->dialect() == Dialect::sqlite;
    const std::vector<WriteJob> jobs = queue_.take(groups ? batch_most : 1, wait);
    std::span<const WriteJob> open(jobs);
    while (!open.empty()) {
        if (!groups) {
            const Settled settled = run_alone(*connection_, open.front().work, clock_, faults_);
            if (committed_ != nullptr) committed_->ring();
            open.front().done(settled);
            open = open.subspan(1);
            continue;
        }
        const auto outcomes = run_batch(*connection_, open, clock_, faults_);
        if (committed_ != nullptr) committed_->ring();
        for (std::size_t i = 0; i < outcomes.size(); ++i) open[i].done(outcomes[i]);
        open = open.subspan(outcomes.size());
    }
    return static_cast<int>(jobs.size());
}

Reader::Reader(std::unique_ptr<Connection> connection, ReadQueue& queue, WorkClock& clock)
    : connection_(std::move(connection)), queue_(queue), clock_(clock) {}

int Reader::step(std::chrono::milliseconds wait) {
    const std::vector<ReadJob> jobs = queue_.take(1, wait);
    for (const ReadJob& job : jobs) job.done(look_at(*connection_, job.look, clock_));
    return static_cast<int>(jobs.size());
}

Outcome outcome_of(const Settled& settled) {
    using Kind = StorageError::Kind;
    switch (settled.kind) {
        case Settled::Kind::committed:
            return Nothing{};
        case Settled::Kind::refused:
            return *settled.error;
        case Settled::Kind::overloaded:
            throw StorageError(Kind::busy, settled.detail);
        case Settled::Kind::full:
            throw StorageError(Kind::full, settled.detail);
        case Settled::Kind::broken:
            throw StorageError(Kind::io, settled.detail);
        case Settled::Kind::unknown:
            throw StorageError(Kind::unknown_commit, settled.detail);
        case Settled::Kind::failed:
            throw Bug(settled.detail);
    }
    return Nothing{};
}

DirectTransactor::DirectTransactor(std::unique_ptr<Connection> connection,
                                   WorkClock& clock,
                                   Faults* faults)
    : connection_(std::move(connection)), clock_(clock), faults_(faults) {}

Outcome DirectTransactor::write(const WriteFunction& work) {
    return outcome_of(run_alone(*connection_, work, clock_, faults_));
}

void DirectTransactor::read(const ReadFunction& look) {
    (void)outcome_of(look_at(*connection_, look, clock_));
}

namespace {

template <class Job, class Work>
Outcome submit_and_wait(Queue<Job>& queue, const Work& work) {
    std::promise<Settled> promise;
    auto settled = promise.get_future();
    const bool taken =
        queue.submit(Job{work, [&promise](const Settled& outcome) { promise.set_value(outcome); }});
    if (!taken) throw StorageError(StorageError::Kind::busy, "the queue is full or closed");
    return outcome_of(settled.get());
}

}  // namespace

Outcome QueuedTransactor::write(const WriteFunction& work) {
    return submit_and_wait(writes_, work);
}

void QueuedTransactor::read(const ReadFunction& look) {
    (void)submit_and_wait(reads_, look);
}

}  // namespace ogniwo
