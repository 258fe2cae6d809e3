#pragma once

// The bytes of an answer that grows while it is sent: an event stream.
//
// Whoever has news pushes pieces, from any thread; the connection takes what there is whenever its
// socket is free. A reader who does not keep up is given up rather than waited for: what it missed
// it asks for again when it comes back.

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace ogniwo {

class GrowingBody {
public:
    // `most` bytes may wait for the socket.
    explicit GrowingBody(std::size_t most) : most_(most) {}

    // False when nobody is there any more: the client has left, was too slow, or it was ended.
    bool push(std::string_view piece);
    // No more pieces; what was pushed is still sent.
    void end();

    // The connection's side. `wake` is called from a pushing thread when there is something to take
    // after there was nothing, and at the end.
    void attach(std::function<void()> wake);
    struct Taken {
        std::string bytes{};
        bool over = false;  // Nothing will follow these.
    };
    Taken take();
    // The client has left.
    void leave();

private:
    const std::size_t most_;
    std::mutex mutex_;
    std::function<void()> wake_;
    std::string waiting_;
    bool over_ = false;
    bool left_ = false;
};

}  // namespace ogniwo
