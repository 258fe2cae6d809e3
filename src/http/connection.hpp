#pragma once

// One connection as a state machine: what to do when bytes came, when bytes went, when time passed.
//
// It knows no socket. server.cpp gives it one, the tests give it strings and a clock of their own.
// All calls come from the connection's own io thread. Each stage has one deadline, and a coarse
// tick looks at it: a few hundred ms late is fine, a timer per operation is not.
//
//     handshake -> head -> body -> handling -> writing -> idle -> head ...
//                                      \  the last answer  -> lingering -> closed
//                                       \ a growing answer -> growing  -> closed
//
// After a refusal, bytes may still be on their way to us; closing at once would make the client's
// kernel throw our answer away. So the connection lingers, reading and discarding, for a moment.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "http/census.hpp"
#include "http/proxies.hpp"
#include "http/reader.hpp"
#include "http/server.hpp"

namespace ogniwo {

using Instant = Steady::time_point;

// What all connections share.
struct HttpEdge {
    HttpEdge(HttpOptions chosen, Handler called);

    void report(std::string_view sentence) const;

    HttpOptions options;
    Handler handler;
    ReadLimits read_limits;
    Census connections;  // By peer.
    Census requests;     // By client behind a trusted proxy; also counts body bytes.

    std::atomic<bool> draining{false};
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> turned_away{0};
    std::atomic<std::uint64_t> open{0};
    std::mutex all_closed_mutex;
    std::condition_variable all_closed;  // Told when `open` falls to 0 while draining.
};

// What the connections of one io thread share; only that thread writes here.
struct HttpPulse {
    Instant now;       // As of the last tick.
    std::string date;  // For the Date header.
    std::mt19937_64 random;
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> refused{0};
};

// Received and not yet consumed. Starts small: thousands of connections only wait.
class InputBuffer {
public:
    std::string_view view() const { return {bytes_.get() + begin_, end_ - begin_}; }
    bool empty() const { return begin_ == end_; }
    void consume(std::size_t n);
    void filled(std::size_t n);  // n more bytes stand behind the others.
    std::span<char> room();      // At least one byte; grows when reads keep filling it.
    void shrink();               // Back to the start size, when empty.

private:
    static constexpr std::size_t start_size = 4 * 1024;
    static constexpr std::size_t largest_size = 64 * 1024;

    void resize(std::size_t size);

    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool was_filled_ = false;
};

class HttpConnection {
public:
    HttpConnection(HttpEdge& edge, HttpPulse& pulse, const IpAddress& peer, Arrival arrival);
    virtual ~HttpConnection();
    HttpConnection(const HttpConnection&) = delete;

    void start();
    void tick();   // Looks at the deadline.
    void drain();  // The server stops: close if nothing is open here.
    void close();  // At once, whatever the stage.
    bool is_closed() const { return stage_ == Stage::closed; }

    // The answer to request `number`; ignored if that is not the one being handled.
    void answer(std::uint64_t number, Response&& response);
    // The growing answer has more.
    void on_grown();

    Census::Place place;  // Held as long as the connection lives, if its peer is counted.

protected:
    // What the owner of the socket does; the matching on_... is called when it is done, never from
    // inside. `read` may be outstanding together with `write` or `finish`, but not with a `read`.
    virtual void begin_handshake() = 0;
    virtual void begin_read(std::span<char> room) = 0;
    virtual void begin_discard(std::span<char> room) = 0;  // A read that needs no deciphering.
    virtual void begin_write(std::string_view first, std::string_view second) = 0;
    virtual void begin_finish() = 0;  // Says goodbye; what is written has gone out before.
    virtual void close_stream() = 0;
    virtual void forget() = 0;  // Closed: may be deleted once the current call has returned.
    virtual Responder::Sink make_sink(std::uint64_t number) = 0;
    virtual std::function<void()> make_waker() = 0;  // Calls on_grown() on our thread.

    void on_ready();                 // Handshake done.
    void on_read(std::size_t n);     // 0: the other side has closed, or failed.
    void on_written(std::size_t n);  // 0: failed.
    void on_finished();

private:
    enum class Stage { handshake, idle, head, body, handling, writing, growing, lingering, closed };

    void set_deadline(std::chrono::milliseconds after) { deadline_ = pulse_.now + after; }
    void next_request();
    void read();
    void consume();
    void wait_for_body();
    void count_body();
    void check_body_pace();
    void dispatch();
    std::optional<Census::Place> place_of_client(const RequestOrigin& origin);
    std::string fresh_trace();
    void refuse(int status, std::string_view reason, std::string_view retry_after = {});
    void send(Response&& response);
    void compose(Response& response);
    void write_rest();
    void finish_answer();
    void grow();
    void discard();

    HttpEdge& edge_;
    HttpPulse& pulse_;
    IpAddress peer_;
    Arrival arrival_;

    Stage stage_ = Stage::handshake;
    Instant deadline_{};
    RequestReader reader_;
    InputBuffer input_;
    bool reading_ = false;
    bool saying_continue_ = false;  // "100 Continue" is on its way out.
    bool said_continue_ = false;
    std::size_t body_counted_ = 0;  // Of this request, in the census.
    std::size_t body_at_window_ = 0;

    std::uint64_t number_ = 0;  // Of the request being handled.
    Census::Place client_place_;
    bool head_only_ = false;
    bool secure_ = false;
    bool last_ = false;  // Close after this answer.

    std::string out_head_;
    ResponseBody out_body_;
    std::string_view out_rest_;  // Of out_body_; empty if it has none or went with the head.
    std::size_t out_sent_ = 0;
    std::shared_ptr<GrowingBody> growing_;  // Shared with whoever pushes into it.
};

}  // namespace ogniwo
