#include "http/growing_body.hpp"

#include <utility>

namespace ogniwo {

bool GrowingBody::push(std::string_view piece) {
    std::function<void()> wake;
    bool kept_up = true;
    {
        const std::lock_guard lock(mutex_);
        if (over_ || left_) return false;
        kept_up = waiting_.size() + piece.size() <= most_;
        if (waiting_.empty() || !kept_up) wake = wake_;
        if (kept_up) {
            waiting_ += piece;
        } else {
            over_ = true;
            waiting_ = {};
        }
    }
    if (wake) wake();
    return kept_up;
}

void GrowingBody::end() {
    std::function<void()> wake;
    {
        const std::lock_guard lock(mutex_);
        if (std::exchange(over_, true)) return;
        wake = wake_;
    }
    if (wake) wake();
}

void GrowingBody::attach(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

GrowingBody::Taken GrowingBody::take() {
    const std::lock_guard lock(mutex_);
    return {.bytes = std::exchange(waiting_, {}), .over = over_};
}

void GrowingBody::leave() {
    const std::lock_guard lock(mutex_);
    left_ = true;
    wake_ = nullptr;
    waiting_ = {};
}

}  // namespace ogniwo
