#include "base/clock.hpp"

namespace ogniwo {
namespace {

using Wall = std::chrono::system_clock;

}  // namespace

// The only two places of the product that read a clock.

Time SystemClock::now() const {
    return std::chrono::floor<Microseconds>(Wall::now());
}

Steady::time_point steady_now() {
    return Steady::now();
}

}  // namespace ogniwo
