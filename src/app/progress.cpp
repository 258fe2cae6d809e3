#include "app/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace ogniwo::app {
namespace {

constexpr std::chrono::seconds quiet_time{1};
constexpr std::chrono::milliseconds bar_pause{100};
constexpr std::chrono::seconds line_pause{5};
constexpr int bar_width = 30;

}  // namespace

Progress::Progress(std::string what)
    : what_(std::move(what)),
      terminal_(::isatty(STDERR_FILENO) == 1),
      start_(steady_now()),
      next_(start_ + quiet_time) {}

Progress::~Progress() {
    if (drawn_ && terminal_) std::fputs("\n", stderr);
}

void Progress::show(std::int64_t done, std::int64_t total) {
    if (what_.empty()) return;
    const auto now = steady_now();
    const bool finished = drawn_ && total > 0 && done >= total;
    if (now < next_ && !finished) return;
    next_ = now + (terminal_ ? Steady::duration(bar_pause) : Steady::duration(line_pause));
    draw(done, total);
}

void Progress::draw(std::int64_t done, std::int64_t total) {
    drawn_ = true;
    std::string line = fmt::format("{}: {}", what_, done);
    if (total > 0) {
        const auto filled = static_cast<std::size_t>(bar_width * done / total);
        line += fmt::format(" of {} ({} %)", total, 100 * done / total);
        if (terminal_) {
            line = fmt::format(
                "[{}{}] {}", std::string(filled, '#'), std::string(bar_width - filled, '.'), line);
        }
    }
    std::fputs((terminal_ ? "\r\x1b[K" + line : line + "\n").c_str(), stderr);
    std::fflush(stderr);
}

}  // namespace ogniwo::app
