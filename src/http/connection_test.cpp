#include "http/connection.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <optional>
#include <vector>

namespace ogniwo {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// A connection whose other end is the test, with the test's clock.
class Wire final : public HttpConnection {
public:
    Wire(HttpEdge& edge, HttpPulse& pulse, const char* peer = "192.0.2.1")
        : HttpConnection(edge, pulse, *parse_address(peer), Arrival::clear), pulse_(pulse) {
        start();
    }

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            REQUIRE(room_.has_value());
            const std::size_t n = std::min(bytes.size(), room_->size());
            std::memcpy(room_->data(), bytes.data(), n);
            room_.reset();
            bytes.remove_prefix(n);
            on_read(n);
        }
    }

    void hang_up() {
        room_.reset();
        on_read(0);
    }

    // What was written, taken in bites of at most `bite` bytes.
    std::string receive(std::size_t bite = 1'000'000) {
        std::string received;
        while (!outgoing_.empty()) {
            const std::size_t n = std::min(bite, outgoing_.size());
            received += outgoing_.substr(0, n);
            outgoing_.clear();
            on_written(n);
        }
        return received;
    }

    void wait(milliseconds time) {
        pulse_.now += time;
        tick();
    }

    bool is_reading() const { return room_.has_value(); }
    bool has_said_goodbye = false;

    void finish() { on_finished(); }

protected:
    void begin_handshake() override {}
    void begin_read(std::span<char> room) override { room_ = room; }
    void begin_discard(std::span<char> room) override { room_ = room; }
    void begin_write(std::string_view first, std::string_view second) override {
        outgoing_ = std::string(first) + std::string(second);
    }
    void begin_finish() override { has_said_goodbye = true; }
    void close_stream() override {}
    void forget() override {}
    Responder::Sink make_sink(std::uint64_t number) override {
        return [this, number, alive = std::weak_ptr<int>(alive_)](Response&& response) {
            if (!alive.expired()) answer(number, std::move(response));
        };
    }

    std::function<void()> make_waker() override {
        return [this, alive = std::weak_ptr<int>(alive_)] {
            if (!alive.expired()) on_grown();
        };
    }

private:
    HttpPulse& pulse_;
    std::shared_ptr<int> alive_ = std::make_shared<int>();  // Responders may outlive the wire.
    std::optional<std::span<char>> room_;
    std::string outgoing_;
};

struct Desk {
    explicit Desk(HttpOptions options = {})
        : edge(std::move(options), [this](Request&& request, Responder responder) {
              requests.push_back(std::move(request));
              responders.push_back(std::move(responder));
          }) {
        pulse.now = Instant{} + std::chrono::hours(1);
        pulse.date = "Sun, 06 Nov 1994 08:49:37 GMT";
    }

    std::vector<Request> requests;
    std::vector<Responder> responders;
    HttpPulse pulse;
    HttpEdge edge;
};

constexpr std::string_view get = "GET /a HTTP/1.1\r\nHost: desk\r\n\r\n";

std::string status_of(const std::string& answer) {
    return answer.empty() ? "nothing" : answer.substr(9, 3);
}

TEST_CASE("requests of one connection are handled one at a time, in order") {
    Desk desk;
    Wire wire(desk.edge, desk.pulse);
    wire.send(std::string(get) + "GET /b HTTP/1.1\r\nHost: desk\r\n\r\n");
    REQUIRE(desk.requests.size() == 1);
    CHECK_FALSE(wire.is_reading());
    desk.responders[0](text_response(200, "one"));
    CHECK(wire.receive(1).ends_with("one"));
    REQUIRE(desk.requests.size() == 2);
    CHECK(desk.requests[1].target == "/b");
    CHECK(desk.requests[0].trace.size() == 32);
    CHECK(desk.requests[0].trace != desk.requests[1].trace);
    desk.responders[1](text_response(200, "two"));
    CHECK(wire.receive().ends_with("two"));
    CHECK(wire.is_reading());
    CHECK_FALSE(wire.is_closed());
}

TEST_CASE("a head must be whole within its deadline, however steadily it drips") {
    Desk desk;
    Wire wire(desk.edge, desk.pulse);
    for (int i = 0; i < 19; ++i) {
        wire.send("G");
        wire.wait(milliseconds(500));
        CHECK_FALSE(wire.is_closed());
    }
    wire.wait(milliseconds(500));
    const std::string answer = wire.receive();
    CHECK(status_of(answer) == "408");
    CHECK(answer.find(R"("reason":"timeout")") != std::string::npos);
    CHECK(answer.find("Connection: close") != std::string::npos);
    CHECK(wire.has_said_goodbye);
    wire.finish();
    wire.send("too late");
    CHECK_FALSE(wire.is_closed());
    wire.wait(seconds(2));
    CHECK(wire.is_closed());
    CHECK(desk.requests.empty());
}

TEST_CASE("a connection that says nothing is closed without a word") {
    Desk desk;
    Wire silent(desk.edge, desk.pulse);
    silent.wait(seconds(10));
    CHECK(silent.is_closed());
    CHECK(silent.receive().empty());

    Wire idle(desk.edge, desk.pulse);
    idle.send(get);
    desk.responders[0](Response{});
    idle.receive();
    idle.wait(seconds(59));
    CHECK_FALSE(idle.is_closed());
    idle.wait(seconds(1));
    CHECK(idle.is_closed());
}

TEST_CASE("a body must bring 500 bytes per second in every window of five seconds") {
    Desk desk;
    Wire wire(desk.edge, desk.pulse);
    wire.send("POST /a HTTP/1.1\r\nHost: desk\r\nContent-Length: 100000\r\n\r\n");
    wire.send(std::string(60'000, 'x'));
    wire.wait(seconds(5));
    CHECK_FALSE(wire.is_closed());
    wire.send(std::string(2500, 'x'));
    wire.wait(seconds(5));
    CHECK(wire.receive().empty());
    wire.send(std::string(2499, 'x'));
    wire.wait(seconds(5));
    CHECK(status_of(wire.receive()) == "408");
}

TEST_CASE("who waits for leave to send a body gets it, unless the body is too large") {
    const std::string head = "POST /a HTTP/1.1\r\nHost: desk\r\nExpect: 100-continue\r\n";
    Desk desk;
    Wire wire(desk.edge, desk.pulse);
    wire.send(head + "Content-Length: 4\r\n\r\n");
    CHECK(wire.receive() == "HTTP/1.1 100 Continue\r\n\r\n");
    wire.send("ab");
    CHECK(wire.receive().empty());
    wire.send("cd");
    REQUIRE(desk.requests.size() == 1);
    CHECK(desk.requests[0].body == "abcd");

    Wire eager(desk.edge, desk.pulse);
    eager.send(head + "Content-Length: 4\r\n\r\nab");
    CHECK(eager.receive().empty());

    Wire heavy(desk.edge, desk.pulse);
    heavy.send(head + "Content-Length: 1048577\r\n\r\n");
    CHECK(status_of(heavy.receive()) == "413");
}

TEST_CASE("an answer given before the leave to send has gone out waits for it") {
    Desk desk;
    Wire wire(desk.edge, desk.pulse);
    wire.send(
        "POST /a HTTP/1.1\r\nHost: desk\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
    wire.send("x");
    desk.responders[0](text_response(200, "done"));
    const std::string answer = wire.receive();
    CHECK(answer.starts_with("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"));
    CHECK(answer.ends_with("done"));
}

TEST_CASE("a dropped responder answers 500 with the trace, an answer too many is a bug") {
    Desk desk;
    Wire wire(desk.edge, desk.pulse);
    wire.send(get);
    desk.responders.clear();
    const std::string answer = wire.receive();
    CHECK(status_of(answer) == "500");
    CHECK(answer.find(desk.requests[0].trace) != std::string::npos);

    wire.send(get);
    desk.responders[0](Response{});
    CHECK_THROWS(desk.responders[0](Response{}));
}

TEST_CASE("a handler that fails is reported, and the client gets a 500") {
    std::string reported;
    HttpOptions options;
    options.report = [&](std::string_view sentence) { reported = sentence; };
    HttpEdge edge(options, [](Request&&, const Responder&) { throw std::runtime_error("boom"); });
    HttpPulse pulse;
    Wire wire(edge, pulse);
    wire.send(get);
    CHECK(status_of(wire.receive()) == "500");
    CHECK(reported.ends_with("failed: boom"));
}

TEST_CASE("an answer that would split the stream becomes a 500") {
    Desk desk;
    Wire wire(desk.edge, desk.pulse);
    wire.send(get);
    desk.responders[0](Response{.headers = {{"Location", "/x\r\nSet-Cookie: a=b"}}});
    const std::string answer = wire.receive();
    CHECK(status_of(answer) == "500");
    CHECK(answer.find("Set-Cookie") == std::string::npos);
}

TEST_CASE("a handler that never answers does not hold the connection for ever") {
    Desk desk;
    Wire wire(desk.edge, desk.pulse);
    wire.send(get);
    wire.wait(seconds(300));
    CHECK(status_of(wire.receive()) == "503");
    desk.responders[0](text_response(200, "late"));
    CHECK(wire.receive().empty());
}

TEST_CASE("a reader who takes nothing is cut off, one who takes a little is not") {
    Desk desk;
    Wire wire(desk.edge, desk.pulse);
    wire.send(get);
    desk.responders[0](text_response(200, std::string(100'000, 'x')));
    wire.wait(seconds(29));
    CHECK(wire.receive(1000).size() > 100'000);

    Wire stuck(desk.edge, desk.pulse);
    stuck.send(get);
    desk.responders[1](text_response(200, "x"));
    stuck.wait(seconds(30));
    CHECK(stuck.is_closed());
}

TEST_CASE("the bodies of all open requests share one budget") {
    HttpOptions options;
    options.limits.bodies_bytes = 1000;
    Desk desk(options);
    Wire first(desk.edge, desk.pulse);
    first.send("POST /a HTTP/1.1\r\nHost: desk\r\nContent-Length: 800\r\n\r\n" +
               std::string(800, 'x'));
    {
        Wire second(desk.edge, desk.pulse);
        second.send("POST /a HTTP/1.1\r\nHost: desk\r\nContent-Length: 300\r\n\r\n" +
                    std::string(300, 'x'));
        const std::string answer = second.receive();
        CHECK(status_of(answer) == "503");
        CHECK(answer.find("Retry-After: 5") != std::string::npos);
    }
    desk.responders[0](Response{});
    first.receive();
    CHECK(desk.edge.requests.body_bytes == 0);
}

TEST_CASE("behind a proxy it is the client's address that is counted, shown and believed") {
    HttpOptions options;
    options.trusted_proxies = {*parse_network("10.0.0.0/8")};
    options.limits.per_address = 1;
    Desk desk(options);
    const std::string request =
        "GET /a HTTP/1.1\r\nHost: desk\r\nX-Forwarded-For: 203.0.113.5\r\n"
        "X-Forwarded-Proto: https\r\n\r\n";
    Wire first(desk.edge, desk.pulse, "10.0.0.1");
    first.send(request);
    REQUIRE(desk.requests.size() == 1);
    CHECK(desk.requests[0].client.to_text() == "203.0.113.5");
    CHECK(desk.requests[0].secure);
    Wire second(desk.edge, desk.pulse, "10.0.0.1");
    second.send(request);
    CHECK(status_of(second.receive()) == "429");
    desk.responders[0](Response{});
    CHECK(first.receive().find("Strict-Transport-Security") != std::string::npos);
    first.send(request);
    CHECK(desk.requests.size() == 2);
}

TEST_CASE("while the server stops, open requests are answered and their connections end") {
    Desk desk;
    Wire busy(desk.edge, desk.pulse), idle(desk.edge, desk.pulse), half(desk.edge, desk.pulse);
    busy.send(get);
    half.send("GET /a HT");
    desk.edge.draining = true;
    for (Wire* wire : {&busy, &idle, &half}) wire->drain();
    CHECK(idle.is_closed());
    desk.responders[0](text_response(200, "done"));
    CHECK(busy.receive().find("Connection: close") != std::string::npos);
    half.send("TP/1.1\r\nHost: desk\r\n\r\n");
    REQUIRE(desk.requests.size() == 2);
    desk.responders[1](Response{});
    CHECK(status_of(half.receive()) == "200");
    CHECK(half.has_said_goodbye);
    Wire late(desk.edge, desk.pulse);
    CHECK(late.is_closed());
}

TEST_CASE("a client that hangs up in the middle leaves nothing behind") {
    Desk desk;
    const std::string whole =
        "POST /a HTTP/1.1\r\nHost: desk\r\nContent-Length: 10\r\n\r\n0123456789";
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        Wire wire(desk.edge, desk.pulse);
        wire.send(std::string_view(whole).substr(0, cut));
        wire.hang_up();
        CHECK(wire.is_closed());
    }
    CHECK(desk.requests.empty());
    CHECK(desk.edge.requests.body_bytes == 0);
}

TEST_CASE("an idle connection gives back the memory of its last upload") {
    InputBuffer buffer;
    for (int i = 0; i < 8; ++i) {
        const std::size_t n = buffer.room().size();
        buffer.filled(n);
        buffer.consume(n);
    }
    CHECK(buffer.room().size() == 64 * 1024);
    buffer.shrink();
    CHECK(buffer.room().size() == 4 * 1024);
}

Response growing_answer(const std::shared_ptr<GrowingBody>& body) {
    Response response;
    response.set("Content-Type", "text/event-stream");
    response.growing = body;
    return response;
}

TEST_CASE("a growing answer is sent as it grows, and ends with the connection") {
    Desk desk;
    Wire wire(desk.edge, desk.pulse);
    wire.send(get);
    const auto body = std::make_shared<GrowingBody>(1'000);
    CHECK(body->push("first;"));
    desk.responders[0](growing_answer(body));
    const std::string answer = wire.receive();
    CHECK(answer.find("Content-Length") == std::string::npos);
    CHECK(answer.find("Connection: close") != std::string::npos);
    CHECK(answer.ends_with("\r\n\r\nfirst;"));

    // Nothing to say is no fault of the reader's.
    wire.wait(seconds(600));
    CHECK(body->push("second;"));
    CHECK(body->push("third;"));
    CHECK(wire.receive(3) == "second;third;");

    CHECK(body->push("last;"));
    body->end();
    CHECK_FALSE(body->push("too late"));
    CHECK(wire.receive() == "last;");
    CHECK(wire.has_said_goodbye);
    wire.finish();
    wire.hang_up();
    CHECK(wire.is_closed());
}

TEST_CASE("whoever leaves a growing answer is noticed, and whoever does not keep up is let go") {
    Desk desk;
    Wire left(desk.edge, desk.pulse);
    left.send(get);
    const auto first = std::make_shared<GrowingBody>(10);
    desk.responders[0](growing_answer(first));
    left.receive();
    left.hang_up();
    CHECK(left.is_closed());
    CHECK_FALSE(first->push("x"));

    Wire slow(desk.edge, desk.pulse);
    slow.send(get);
    const auto second = std::make_shared<GrowingBody>(10);
    desk.responders[1](growing_answer(second));
    CHECK(second->push("123456789"));
    CHECK_FALSE(second->push("0123456789"));
    slow.receive();
    CHECK(slow.has_said_goodbye);

    // Bytes that nobody takes: the write deadline.
    Wire stuck(desk.edge, desk.pulse);
    stuck.send(get);
    const auto third = std::make_shared<GrowingBody>(100);
    desk.responders[2](growing_answer(third));
    stuck.receive();
    CHECK(third->push("never read"));
    stuck.wait(desk.edge.options.limits.write_deadline + seconds(1));
    CHECK(stuck.is_closed());
}

TEST_CASE("a server that stops lets nobody wait for a growing answer") {
    Desk desk;
    Wire wire(desk.edge, desk.pulse);
    wire.send(get);
    const auto body = std::make_shared<GrowingBody>(100);
    desk.responders[0](growing_answer(body));
    wire.receive();
    wire.drain();
    CHECK(wire.is_closed());
    CHECK_FALSE(body->push("x"));
}

TEST_CASE("the head of a growing answer says how it would be, and nothing follows") {
    Desk desk;
    Wire wire(desk.edge, desk.pulse);
    wire.send("HEAD /a HTTP/1.1\r\nHost: desk\r\n\r\n");
    const auto body = std::make_shared<GrowingBody>(100);
    CHECK(body->push("unseen"));
    desk.responders[0](growing_answer(body));
    CHECK(wire.receive().ends_with("\r\n\r\n"));
}

}  // namespace
}  // namespace ogniwo
