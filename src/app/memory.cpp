#include "app/memory.hpp"

#include <mimalloc.h>

// There in release builds only.
#pragma weak mi_option_set

namespace ogniwo::app {
namespace {

constexpr std::size_t crowd = 1'000;
constexpr Microseconds aftermath{60'000'000};
constexpr long usual_delay = 25;  // Milliseconds, mimalloc's own default.

}  // namespace

void MemoryKeeper::step(std::size_t connections) {
    if (mi_option_set == nullptr) return;
    if (connections > crowd) after_crowd_ = Deadline::after(aftermath);
    if (after_crowd_ && after_crowd_->passed()) after_crowd_.reset();
    mi_option_set(mi_option_decommit_delay, after_crowd_ ? 0 : usual_delay);
}

}  // namespace ogniwo::app
