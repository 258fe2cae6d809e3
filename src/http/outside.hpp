#pragma once

// Steps before a transaction: hashing passwords, taking uploads apart. They take long and much
// memory, so few run at once and few wait; app/ owns the threads that call step().

#include <chrono>
#include <functional>

#include "storage/queue.hpp"

namespace ogniwo {

class OutsidePool {
public:
    using Run = std::function<void()>;

    explicit OutsidePool(std::size_t waiting_most = 64) : queue_(waiting_most) {}

    // False when too many are waiting already.
    bool submit(Run run) { return queue_.submit(std::move(run)); }

    // Runs one step, waiting up to `wait` for it; whether there was one. A Run does not throw.
    bool step(std::chrono::milliseconds wait) {
        auto taken = queue_.take(1, wait);
        for (const Run& run : taken) run();
        return !taken.empty();
    }

    void close() { queue_.close(); }
    bool drained() const { return queue_.drained(); }

private:
    Queue<Run> queue_;
};

}  // namespace ogniwo
