#pragma once

// Work that waits for the database, and what became of it.
//
// The HTTP edge does not block: it submits a job and is told the outcome later, on a database
// thread, once the outcome is durable. The queues are bounded; a full one refuses at once (503).
// Writers and Readers take jobs in step(); threads that call step() exist only in app/.

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "storage/transactor.hpp"

namespace ogniwo {

struct Settled {
    enum class Kind {
        committed,
        refused,     // `error` says why; nothing was written
        overloaded,  // conflicts would not end, or the database is away: try again in a moment
        full,        // no room on the disk
        broken,      // the disk, or the database, reports an error
        unknown,     // the COMMIT's answer was lost; the idempotency key will tell
        failed,      // a bug of ours; `detail` is for the log
    };

    Kind kind = Kind::committed;
    std::optional<Error> error{};
    std::string detail{};
};

struct WriteJob {
    WriteFunction work;
    std::function<void(const Settled&)> done;
};

struct ReadJob {
    ReadFunction look;
    std::function<void(const Settled&)> done;
};

template <class Job>
class Queue {
public:
    explicit Queue(std::size_t capacity) : capacity_(capacity) {}

    // False when the queue is full or closed; the job was not taken and `done` is not called.
    bool submit(Job job) {
        {
            const std::lock_guard lock(mutex_);
            if (closed_ || jobs_.size() >= capacity_) return false;
            jobs_.push_back(std::move(job));
        }
        waiting_.notify_one();
        return true;
    }

    // At most `most` jobs, waiting up to `wait` for the first one. Empty also when closed.
    std::vector<Job> take(std::size_t most, std::chrono::milliseconds wait) {
        std::unique_lock lock(mutex_);
        waiting_.wait_for(lock, wait, [&] { return closed_ || !jobs_.empty(); });
        std::vector<Job> taken;
        while (!jobs_.empty() && taken.size() < most) {
            taken.push_back(std::move(jobs_.front()));
            jobs_.pop_front();
        }
        return taken;
    }

    // Refuses new jobs from now on; those inside are still taken.
    void close() {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        waiting_.notify_all();
    }

    bool drained() const {
        const std::lock_guard lock(mutex_);
        return closed_ && jobs_.empty();
    }
    std::size_t size() const {
        const std::lock_guard lock(mutex_);
        return jobs_.size();
    }

private:
    const std::size_t capacity_;
    mutable std::mutex mutex_;
    std::condition_variable waiting_;
    std::deque<Job> jobs_;
    bool closed_ = false;
};

using WriteQueue = Queue<WriteJob>;
using ReadQueue = Queue<ReadJob>;

}  // namespace ogniwo
