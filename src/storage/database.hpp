#pragma once

// Which database this is, and how to reach it. Everything else asks it for connections.

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "base/clock.hpp"
#include "storage/bell.hpp"
#include "storage/connection.hpp"
#include "storage/queue.hpp"
#include "storage/transactor.hpp"

namespace ogniwo {

class Database {
public:
    // `address` is the path of a SQLite file, or a postgresql:// URL.
    Database(std::string address, Clock& clock);

    Dialect dialect() const { return dialect_; }
    const std::string& address() const { return address_; }

    // Throws StorageError when the database cannot be opened.
    std::unique_ptr<Connection> connect(Connection::Access access) const;

private:
    std::string address_;
    Dialect dialect_;
    Clock& clock_;
};

// The present as transactions see it: never before the last moment that was handed out, however the
// machine's clock jumps. Shared by all writers of a process.
class WorkClock {
public:
    explicit WorkClock(Clock& clock) : clock_(clock) {}

    Time now();
    // At the start: the journal's last moment, and on PostgreSQL the offset to its clock.
    void not_before(Time time);
    void set_offset(Microseconds offset) { offset_ = offset.count(); }
    Microseconds offset() const { return Microseconds{offset_.load()}; }

private:
    Clock& clock_;
    std::atomic<std::int64_t> last_{0};
    std::atomic<std::int64_t> offset_{0};
};

// Where the simulator and the crash tests may step in.
struct Faults {
    virtual ~Faults() = default;
    virtual void before_commit() {}
    virtual void after_commit() {}
    // How long a Writer may gather works for one transaction: while it does, the one writer of
    // SQLite is taken. The simulator's batches must not depend on how fast the machine is.
    virtual std::chrono::milliseconds batch_time() const { return std::chrono::milliseconds{20}; }
};

// Takes works from the queue and settles them. On SQLite one Writer runs whatever is queued in one
// transaction and answers after the one COMMIT (group commit, no artificial delay); on PostgreSQL,
// which groups commits itself, each of several Writers runs one work at a time.
class Writer {
public:
    // `committed` rings whenever a work has been committed.
    Writer(std::unique_ptr<Connection> connection,
           WriteQueue& queue,
           WorkClock& clock,
           Faults* faults = nullptr,
           Bell* committed = nullptr);

    // Waits up to `wait` for work; the number of works that were settled.
    int step(std::chrono::milliseconds wait);

    Connection& connection() { return *connection_; }

private:
    std::unique_ptr<Connection> connection_;
    WriteQueue& queue_;
    WorkClock& clock_;
    Faults* faults_;
    Bell* committed_;
};

class Reader {
public:
    Reader(std::unique_ptr<Connection> connection, ReadQueue& queue, WorkClock& clock);
    int step(std::chrono::milliseconds wait);

private:
    std::unique_ptr<Connection> connection_;
    ReadQueue& queue_;
    WorkClock& clock_;
};

// Runs every transaction at once, on a connection of its own: command line verbs, tests and the
// simulator, where nobody else steps a Writer.
class DirectTransactor : public Transactor {
public:
    DirectTransactor(std::unique_ptr<Connection> connection,
                     WorkClock& clock,
                     Faults* faults = nullptr);

    Outcome write(const WriteFunction& work) override;
    void read(const ReadFunction& look) override;

    Connection& connection() { return *connection_; }

private:
    std::unique_ptr<Connection> connection_;
    WorkClock& clock_;
    Faults* faults_;
};

// What a Transactor makes of a settled work: returns, or throws as Transactor::write says.
Outcome outcome_of(const Settled& settled);

// Hands every transaction to the queues and waits: the loops of a running server.
class QueuedTransactor : public Transactor {
public:
    QueuedTransactor(WriteQueue& writes, ReadQueue& reads) : writes_(writes), reads_(reads) {}

    Outcome write(const WriteFunction& work) override;
    void read(const ReadFunction& look) override;

private:
    WriteQueue& writes_;
    ReadQueue& reads_;
};

}  // namespace ogniwo
