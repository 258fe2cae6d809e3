#pragma once

// Turns bytes into Requests, without a socket: the connection feeds it, and so does the fuzzer.
//
// Two passes over the head. The first is ours and refuses whatever two parsers might read in two
// ways (bare LF, folded lines, NUL, over-long lines), so that no proxy in front can disagree with
// us about where a request ends; the second is Beast's parser, which also does the body. What is
// then left is checked as HTTP: one Host, one framing, a method and a target we serve.

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace ogniwo {

struct ReadLimits {
    std::size_t head_bytes = 16 * 1024;
    std::size_t line_bytes = 8 * 1024;
    std::size_t header_count = 100;
    // For the request whose head has just been read; only the path is to be relied on.
    std::function<std::size_t(std::string_view path)> body_bytes;
};

// Why a request is not served, ready to be answered. The connection ends with it.
struct ReadRefusal {
    int status = 400;
    std::string_view reason = "unparsable";
    std::string_view why;  // For log and tests.
};

class RequestReader {
public:
    enum class State { head, body, complete, refused };

    explicit RequestReader(const ReadLimits& limits);  // Keeps the reference.
    ~RequestReader();

    // Takes what it can from the front of `bytes` and answers how much. What is left over must come
    // again in front of what arrives later; after `complete` it belongs to the next request.
    // `body` and nothing taken means that more bytes are needed, as does `head`.
    std::size_t feed(std::string_view bytes);
    void reset();  // For the next request.

    State state() const;
    const ReadRefusal& refusal() const;
    bool keeps_alive() const;       // Once the head is read.
    bool expects_continue() const;  // The client waits for "100 Continue" before it sends a body.
    bool is_http_1_0() const;
    std::size_t body_bytes() const;  // Received so far.
    Request take();                  // Once complete. Peer, security and trace are not filled in.

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ogniwo
