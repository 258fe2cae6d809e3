#pragma once

// Rings after every commit of this process, so that whoever follows the journal need not wait for
// the next look at the clock. Ringing costs nothing while nobody waits.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace ogniwo {

class Bell {
public:
    void ring() {
        {
            const std::lock_guard lock(mutex_);
            ++rung_;
        }
        heard_.notify_all();
    }

    // Waits until it has rung since `seen`, which then says how often; false after `most`.
    bool wait(std::uint64_t& seen, std::chrono::milliseconds most) {
        std::unique_lock lock(mutex_);
        const bool rang = heard_.wait_for(lock, most, [&] { return rung_ != seen; });
        seen = rung_;
        return rang;
    }

private:
    std::mutex mutex_;
    std::condition_variable heard_;
    std::uint64_t rung_ = 0;
};

}  // namespace ogniwo
