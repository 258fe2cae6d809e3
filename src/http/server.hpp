#pragma once

// The HTTP edge: sockets, TLS, time-outs and limits on one side, Requests and Responses on the
// other. Handlers never see the event loop.
//
// A handler is called on an io thread and returns at once; it hands the work and the Responder to
// whoever does it, and the Responder is called once, from any thread. Requests of one connection
// are handled one at a time, in order, so an answer needs no more address than its Responder.
// Whoever drops a Responder unanswered has a bug: the client gets a 500. An answer that grows while
// it is sent (an event stream) is a Response with a GrowingBody, not a second server.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "http/message.hpp"
#include "http/options.hpp"

namespace ogniwo {

class Responder {
public:
    using Sink = std::function<void(Response&&)>;

    // Tests and adapters answer wherever they like.
    explicit Responder(Sink sink, std::string trace = {});

    // Once; a second answer is a Bug. Answers to a client that has left are dropped.
    void operator()(Response response) const;

private:
    // Shared, so that a Responder fits into a std::function, which wants copies; the last one to go
    // knows whether there was an answer.
    struct Slot;
    std::shared_ptr<Slot> slot_;
};

using Handler = std::function<void(Request&&, Responder)>;

struct HttpCounters {
    std::uint64_t accepted = 0;     // Connections so far.
    std::uint64_t turned_away = 0;  // Of those, closed for being too many.
    std::uint64_t requests = 0;     // Handed to the handler so far.
    std::uint64_t refused = 0;      // Requests that the edge answered itself.
    std::uint64_t open = 0;         // Connections now.
};

class HttpServer {
public:
    HttpServer(HttpOptions options, Handler handler);
    ~HttpServer();  // Stops at once, if stop() was not called.

    // Binds and serves. Refuses as check_exposure does, then with tls_unusable or cannot_listen;
    // `detail` is a sentence for the operator.
    Outcome start();

    std::uint16_t port() const;  // The one bound, once started.

    enum class Stopped { drained, cut_off };
    // Accepts nothing more, closes what is idle, lets open requests finish until the deadline, cuts
    // the rest off. Not to be called from a handler. Responders may outlive the server.
    Stopped stop(std::chrono::milliseconds deadline);

    HttpCounters counters() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ogniwo
