#include "http/server.hpp"

#include <array>
#include <atomic>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <ctime>
#include <exception>
#include <list>
#include <thread>
#include <utility>

#include "base/check.hpp"
#include "base/clock.hpp"
#include "http/connection.hpp"
#include "http/tls.hpp"
#include "http/wire.hpp"

namespace ogniwo {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Executor = asio::io_context::executor_type;
// With a concrete executor; the type-erased default costs a fifth of the throughput.
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer = asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor>;

constexpr std::chrono::milliseconds accept_retry{100};

std::string http_date(std::time_t seconds) {
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    static constexpr std::array<const char*, 7> days{
        "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::array<char, 64> text{};
    std::snprintf(text.data(),
                  text.size(),
                  "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days[static_cast<std::size_t>(parts.tm_wday)],
                  parts.tm_mday,
                  months[static_cast<std::size_t>(parts.tm_mon)],
                  parts.tm_year + 1900,
                  parts.tm_hour,
                  parts.tm_min,
                  parts.tm_sec);
    return text.data();
}

IpAddress address_of(const tcp::endpoint& endpoint) {
    const asio::ip::address address = endpoint.address();
    if (address.is_v4()) return address_v4(address.to_v4().to_bytes());
    IpAddress found;
    found.bytes = address.to_v6().to_bytes();
    return found;
}

std::mt19937_64 seeded_random() {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device(), device(), device()};
    return std::mt19937_64(seed);
}

// Four looks within the shortest deadline, between 5 and 250 ms.
std::chrono::milliseconds tick_of(const HttpLimits& limits) {
    const auto shortest = std::min({limits.head_deadline,
                                    limits.body_window,
                                    limits.idle_deadline,
                                    limits.answer_deadline,
                                    limits.write_deadline,
                                    limits.linger});
    return std::clamp(shortest / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(250));
}

class LiveConnection;

// One io thread. Shared with Responders, which may outlive the server: they post into the context,
// find nobody there, and the last of them takes the loop away.
struct Loop : std::enable_shared_from_this<Loop> {
    explicit Loop(std::shared_ptr<HttpEdge> shared)
        : edge(std::move(shared)), ticker(context), tick_length(tick_of(edge->options.limits)) {
        pulse.random = seeded_random();
        look_at_clocks();
    }

    void look_at_clocks() {
        pulse.now = steady_now();
        const std::time_t seconds = to_micros(wall.now()) / 1'000'000;
        if (seconds == dated) return;
        dated = seconds;
        pulse.date = http_date(seconds);
    }

    void tick();
    void for_each(void (HttpConnection::*act)());

    void run() {
        tick();
        for (;;) {
            try {
                context.run();
                return;
            } catch (const std::exception& error) {
                // The outermost loop of the thread: memory ran out, or a bug of ours. What was
                // being done is lost, its connection ends at its deadline, the others go on.
                edge->report(std::string("io thread: ") + error.what());
            }
        }
    }

    const std::shared_ptr<HttpEdge> edge;  // Outlives the connections, which are below.
    HttpPulse pulse;
    const SystemClock wall;  // The edge is the outermost loop of every request.
    std::time_t dated = 0;
    asio::io_context context{1};
    asio::executor_work_guard<Executor> guard{context.get_executor()};
    Timer ticker;
    std::chrono::milliseconds tick_length;
    std::list<std::shared_ptr<LiveConnection>> connections;
    std::atomic<bool> over{false};
    std::thread thread;
};

// An HttpConnection that has a socket: what is common to clear and encrypted ones.
class LiveConnection : public HttpConnection, public std::enable_shared_from_this<LiveConnection> {
public:
    LiveConnection(Loop& loop, const IpAddress& peer, Arrival arrival)
        : HttpConnection(*loop.edge, loop.pulse, peer, arrival), loop_(loop) {
        ++loop_.edge->open;
    }

    ~LiveConnection() override {
        HttpEdge& edge = *loop_.edge;
        if (--edge.open > 0 || !edge.draining) return;
        const std::lock_guard lock(edge.all_closed_mutex);
        edge.all_closed.notify_all();
    }

    void enter() {
        registered_ = loop_.connections.insert(loop_.connections.end(), shared_from_this());
        is_registered_ = true;
        start();
    }

protected:
    void forget() override {
        if (std::exchange(is_registered_, false)) loop_.connections.erase(registered_);
    }

    Responder::Sink make_sink(std::uint64_t number) override {
        return [loop = loop_.shared_from_this(), weak = weak_from_this(), number](
                   Response&& response) {
            if (loop->over) return;
            asio::dispatch(loop->context, [weak, number, response = std::move(response)]() mutable {
                const auto self = weak.lock();
                if (self) self->answer(number, std::move(response));
            });
        };
    }

    std::function<void()> make_waker() override {
        return [loop = loop_.shared_from_this(), weak = weak_from_this()] {
            if (loop->over) return;
            asio::post(loop->context, [weak] {
                if (const auto self = weak.lock()) self->on_grown();
            });
        };
    }

    Loop& loop_;

private:
    std::list<std::shared_ptr<LiveConnection>>::iterator registered_;
    bool is_registered_ = false;
};

using TlsStream = asio::ssl::stream<Socket>;

Socket& socket_of(Socket& stream) {
    return stream;
}
Socket& socket_of(TlsStream& stream) {
    return stream.next_layer();
}

// The stream is a Socket, or TLS over one; both read and write alike.
template <class Stream>
class StreamConnection : public LiveConnection {
public:
    StreamConnection(Loop& loop, const IpAddress& peer, Arrival arrival, Stream stream)
        : LiveConnection(loop, peer, arrival), stream_(std::move(stream)) {}

protected:
    void begin_read(std::span<char> room) override {
        stream_.async_read_some(asio::buffer(room.data(), room.size()),
                                [self = self()](const error_code& error, std::size_t n) {
                                    self->on_read(error ? 0 : n);
                                });
    }

    void begin_discard(std::span<char> room) override {
        socket_of(stream_).async_read_some(asio::buffer(room.data(), room.size()),
                                           [self = self()](const error_code& error, std::size_t n) {
                                               self->on_read(error ? 0 : n);
                                           });
    }

    void begin_write(std::string_view first, std::string_view second) override {
        const std::array<asio::const_buffer, 2> pieces{
            asio::const_buffer(first.data(), first.size()),
            asio::const_buffer(second.data(), second.size())};
        stream_.async_write_some(pieces, [self = self()](const error_code& error, std::size_t n) {
            self->on_written(error ? 0 : n);
        });
    }

    void end_sending() {
        error_code ignored;  // The other side may have gone; then there is nobody to tell.
        socket_of(stream_).shutdown(Socket::shutdown_send, ignored);
        on_finished();
    }

    void close_stream() override {
        error_code ignored;
        socket_of(stream_).close(ignored);
    }

    // Keeps the connection alive as long as the operation it is captured by.
    std::shared_ptr<StreamConnection> self() {
        return std::static_pointer_cast<StreamConnection>(shared_from_this());
    }

    Stream stream_;
};

class ClearConnection final : public StreamConnection<Socket> {
public:
    using StreamConnection::StreamConnection;

protected:
    void begin_handshake() override { on_ready(); }

    void begin_finish() override { end_sending(); }
};

class TlsConnection final : public StreamConnection<TlsStream> {
public:
    using StreamConnection::StreamConnection;

protected:
    void begin_handshake() override {
        stream_.async_handshake(asio::ssl::stream_base::server,
                                [self = std::static_pointer_cast<TlsConnection>(
                                     shared_from_this())](const error_code& error) {
                                    if (error) return self->close();
                                    self->on_ready();
                                });
    }

    void begin_finish() override {
        stream_.async_shutdown([self = std::static_pointer_cast<TlsConnection>(shared_from_this())](
                                   const error_code& error) {
            // Without an error the client has said goodbye, too; there is nothing to wait for.
            if (!error) return self->close();
            self->end_sending();
        });
    }
};

void Loop::tick() {
    look_at_clocks();
    for_each(&HttpConnection::tick);
    ticker.expires_at(pulse.now + tick_length);
    ticker.async_wait([this](const error_code& error) {
        // A look that was due already when the loop ended is not cancelled any more.
        if (!error && !over) tick();
    });
}

// A connection may leave the list while it is being looked at.
void Loop::for_each(void (HttpConnection::*act)()) {
    for (auto next = connections.begin(); next != connections.end();) {
        const std::shared_ptr<LiveConnection> connection = *next++;
        ((*connection).*act)();
    }
}

}  // namespace

struct Responder::Slot {
    ~Slot() {
        if (answered.exchange(true)) return;
        try {
            sink(problem_response(500, "internal", trace));
        } catch (const std::exception&) {
            // Out of memory in a destructor: the connection's own deadline will answer.
        }
    }

    Sink sink;
    std::string trace;
    std::atomic<bool> answered{false};
};

Responder::Responder(Sink sink, std::string trace) : slot_(std::make_shared<Slot>()) {
    slot_->sink = std::move(sink);
    slot_->trace = std::move(trace);
}

void Responder::operator()(Response response) const {
    INVARIANT(slot_ != nullptr && !slot_->answered.exchange(true));
    slot_->sink(std::move(response));
}

struct HttpServer::Impl {
    Impl(HttpOptions options, Handler handler)
        : edge(std::make_shared<HttpEdge>(std::move(options), std::move(handler))) {}

    Outcome start();
    Outcome listen(const IpAddress& address);
    void accept();
    void on_accepted(Loop& target, Socket socket);
    void turn_away(Socket& socket, int status, std::string_view reason);
    void refresh_keys();
    Stopped stop(std::chrono::milliseconds deadline);
    void end_loops();

    // Shared with the loops, which may outlive the server.
    const std::shared_ptr<HttpEdge> edge;
    std::optional<TlsKeys> keys;
    Instant keys_checked{};
    std::vector<std::shared_ptr<Loop>> loops;  // Shared with Responders.
    std::size_t next_loop = 0;
    std::optional<Acceptor> acceptor;  // On the first loop, hands out to all.
    std::optional<Timer> retry;
    std::uint16_t port = 0;
    bool accept_failed = false;
    bool running = false;
};

Outcome HttpServer::Impl::start() {
    const HttpOptions& options = edge->options;
    TRY_DO(check_exposure(options));
    if (!options.tls_cert.empty()) {
        TRY(auto loaded, TlsKeys::load(options.tls_cert, options.tls_key));
        keys.emplace(std::move(loaded));
    }
    for (int i = 0; i < std::max(options.io_threads, 1); ++i) {
        loops.push_back(std::make_shared<Loop>(edge));
    }
    TRY_DO(listen(*parse_address(options.address)));
    retry.emplace(loops.front()->context);
    running = true;
    asio::post(loops.front()->context, [this] { accept(); });
    for (const auto& loop : loops) loop->thread = std::thread([loop = loop.get()] { loop->run(); });
    return Nothing{};
}

Outcome HttpServer::Impl::listen(const IpAddress& address) {
    const HttpOptions& options = edge->options;
    asio::ip::address native = asio::ip::make_address_v6(address.bytes);
    if (address.is_v4()) native = asio::ip::make_address_v4(asio::ip::v4_mapped, native.to_v6());
    const tcp::endpoint endpoint(native, options.port);
    error_code error;
    acceptor.emplace(loops.front()->context);
    acceptor->open(endpoint.protocol(), error);
    // For a restart while old connections die. Two servers on one port remain impossible.
    if (!error) acceptor->set_option(tcp::acceptor::reuse_address(true), error);
    if (!error && native.is_v6()) acceptor->set_option(asio::ip::v6_only(false), error);
    if (!error) acceptor->bind(endpoint, error);
    if (!error) acceptor->listen(asio::socket_base::max_listen_connections, error);
    if (error) {
        const std::string where =
            native.is_v6() ? "[" + options.address + "]:" : options.address + ":";
        return Error{
            .reason = cannot_listen,
            .shown = {{"address", options.address}, {"port", std::to_string(options.port)}},
            .detail = "cannot listen on " + where + std::to_string(options.port) + ": " +
                      error.message()};
    }
    port = acceptor->local_endpoint().port();
    return Nothing{};
}

void HttpServer::Impl::accept() {
    Loop& target = *loops[next_loop++ % loops.size()];
    acceptor->async_accept(target.context, [this, &target](const error_code& error, Socket socket) {
        if (!acceptor->is_open()) return;
        if (error) {
            // Mostly "too many open files": taking no more for a moment is all there is to do.
            if (!accept_failed) edge->report("cannot accept connections: " + error.message());
            accept_failed = true;
            retry->expires_after(accept_retry);
            return retry->async_wait([this](const error_code& stopped) {
                if (!stopped) accept();
            });
        }
        accept_failed = false;
        on_accepted(target, std::move(socket));
        accept();
    });
}

void HttpServer::Impl::on_accepted(Loop& target, Socket socket) {
    error_code error;
    const tcp::endpoint remote = socket.remote_endpoint(error);
    if (error) return;  // Gone already.
    ++edge->accepted;
    const IpAddress peer = address_of(remote);
    if (edge->open >= edge->options.limits.connections) {
        return turn_away(socket, 503, "unavailable");
    }
    Census::Place place;
    if (!peer.is_loopback() && !contains(edge->options.trusted_proxies, peer)) {
        place = edge->connections.take_place(peer);
        if (!place) return turn_away(socket, 429, "too_many");
    }
    socket.set_option(tcp::no_delay(true), error);
    std::shared_ptr<LiveConnection> connection;
    if (keys) {
        refresh_keys();
        connection = std::make_shared<TlsConnection>(
            target, peer, Arrival::encrypted, TlsStream(std::move(socket), keys->new_session()));
    } else {
        connection =
            std::make_shared<ClearConnection>(target, peer, Arrival::clear, std::move(socket));
    }
    connection->place = std::move(place);
    asio::dispatch(target.context, [connection] { connection->enter(); });
}

// One attempt to say why, which must not cost anything: no reading, no waiting, no TLS.
void HttpServer::Impl::turn_away(Socket& socket, int status, std::string_view reason) {
    ++edge->turned_away;
    if (keys) return;
    Response response = problem_response(status, reason);
    response.set("Retry-After", "5");
    const WireFacts facts{.date = loops.front()->pulse.date, .keep_alive = false};
    std::string bytes = response_head(response, facts);
    bytes += response.body.view();
    error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(bytes), ignored);
    socket.shutdown(Socket::shutdown_send, ignored);
}

void HttpServer::Impl::refresh_keys() {
    const Instant now = loops.front()->pulse.now;
    if (now < keys_checked + edge->options.tls_check) return;
    keys_checked = now;
    const Outcome outcome = keys->refresh();
    if (!outcome) edge->report("the old certificate stays in use: " + outcome.error().detail);
}

HttpServer::Stopped HttpServer::Impl::stop(std::chrono::milliseconds deadline) {
    if (!std::exchange(running, false)) return Stopped::drained;
    edge->draining = true;
    asio::post(loops.front()->context, [this] {
        error_code ignored;
        acceptor->close(ignored);
        retry->cancel();
    });
    for (const auto& loop : loops) {
        asio::post(loop->context, [loop = loop.get()] { loop->for_each(&HttpConnection::drain); });
    }
    std::unique_lock lock(edge->all_closed_mutex);
    const bool drained = edge->all_closed.wait_for(lock, deadline, [&] { return edge->open == 0; });
    lock.unlock();
    end_loops();
    return drained ? Stopped::drained : Stopped::cut_off;
}

// Closing every socket ends every operation, and then the threads have nothing left to do.
void HttpServer::Impl::end_loops() {
    for (const auto& loop : loops) {
        asio::post(loop->context, [loop = loop.get()] {
            loop->over = true;
            loop->for_each(&HttpConnection::close);
            loop->ticker.cancel();
            loop->guard.reset();
        });
    }
    for (const auto& loop : loops) loop->thread.join();
    retry.reset();
    acceptor.reset();
    loops.clear();
}

HttpServer::HttpServer(HttpOptions options, Handler handler)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handler))) {}

HttpServer::~HttpServer() {
    stop(std::chrono::milliseconds(0));
}

Outcome HttpServer::start() {
    return impl_->start();
}

std::uint16_t HttpServer::port() const {
    return impl_->port;
}

HttpServer::Stopped HttpServer::stop(std::chrono::milliseconds deadline) {
    return impl_->stop(deadline);
}

HttpCounters HttpServer::counters() const {
    HttpCounters counters{.accepted = impl_->edge->accepted,
                          .turned_away = impl_->edge->turned_away,
                          .open = impl_->edge->open};
    for (const auto& loop : impl_->loops) {
        counters.requests += loop->pulse.requests;
        counters.refused += loop->pulse.refused;
    }
    return counters;
}

}  // namespace ogniwo
