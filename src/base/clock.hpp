#pragma once

// Where time comes from. Only the outermost loops hold a Clock; everything below them is handed the
// instant it works at, so that a working week is replayed in milliseconds.
//
// The wall clock may jump: it says when something happened, never how long something took.
// Deadlines and durations are measured on the steady clock of the machine.

#include <atomic>
#include <chrono>
#include <cstdint>

#include "base/time.hpp"

namespace ogniwo {

// Safe to ask from several threads.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Time now() const = 0;
};

class SystemClock final : public Clock {
public:
    Time now() const override;
};

// Stands still until it is told otherwise; may also be set back, as clocks in the field are.
class FakeClock final : public Clock {
public:
    explicit FakeClock(Time start) : micros_(to_micros(start)) {}

    Time now() const override { return from_micros(micros_.load()); }
    void set(Time time) { micros_.store(to_micros(time)); }
    void advance(Microseconds by) { micros_.fetch_add(by.count()); }

private:
    std::atomic<std::int64_t> micros_;
};

using Steady = std::chrono::steady_clock;

Steady::time_point steady_now();

// A moment on the steady clock by which something must be done.
class Deadline {
public:
    static Deadline after(Microseconds span) { return Deadline(steady_now() + span); }

    bool passed() const { return left() <= Microseconds{0}; }
    Microseconds left() const { return std::chrono::floor<Microseconds>(moment_ - steady_now()); }
    Steady::time_point moment() const { return moment_; }

private:
    explicit Deadline(Steady::time_point moment) : moment_(moment) {}

    Steady::time_point moment_;
};

}  // namespace ogniwo
