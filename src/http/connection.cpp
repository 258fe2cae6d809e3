#include "http/connection.hpp"

#include <algorithm>
#include <cstring>
#include <exception>
#include <utility>

#include "base/check.hpp"
#include "http/wire.hpp"

namespace ogniwo {
namespace {

// A body up to this size is copied behind its head: one write, one packet, one TLS record.
constexpr std::size_t joined_body_bytes = 8 * 1024;
constexpr std::string_view continue_head = "HTTP/1.1 100 Continue\r\n\r\n";

ReadLimits read_limits_of(const HttpOptions& options) {
    const HttpLimits& limits = options.limits;
    return ReadLimits{.head_bytes = limits.head_bytes,
                      .line_bytes = limits.line_bytes,
                      .header_count = limits.header_count,
                      .body_bytes = [small = limits.body_bytes,
                                     large = limits.upload_bytes,
                                     is_upload = options.is_upload](std::string_view path) {
                          return is_upload && is_upload(path) ? large : small;
                      }};
}

}  // namespace

HttpEdge::HttpEdge(HttpOptions chosen, Handler called)
    : options(std::move(chosen)),
      handler(std::move(called)),
      read_limits(read_limits_of(options)),
      connections(options.limits.per_address),
      requests(options.limits.per_address) {}

void HttpEdge::report(std::string_view sentence) const {
    if (options.report) options.report(sentence);
}

void InputBuffer::consume(std::size_t n) {
    begin_ += n;
    if (begin_ == end_) begin_ = end_ = 0;
}

void InputBuffer::filled(std::size_t n) {
    end_ += n;
    was_filled_ = end_ == size_;
}

std::span<char> InputBuffer::room() {
    if (size_ == 0) resize(start_size);
    if (begin_ > 0 && (was_filled_ || end_ == size_)) {
        std::memmove(bytes_.get(), bytes_.get() + begin_, end_ - begin_);
        end_ -= std::exchange(begin_, 0);
    }
    if ((was_filled_ && size_ < largest_size) || end_ == size_) resize(size_ * 2);
    was_filled_ = false;
    return {bytes_.get() + end_, size_ - end_};
}

void InputBuffer::shrink() {
    if (size_ > start_size && empty()) resize(start_size);
}

void InputBuffer::resize(std::size_t size) {
    std::unique_ptr<char[]> bytes(new char[size]);
    if (!empty()) std::memcpy(bytes.get(), bytes_.get() + begin_, end_ - begin_);
    end_ -= std::exchange(begin_, 0);
    bytes_ = std::move(bytes);
    size_ = size;
}

HttpConnection::HttpConnection(HttpEdge& edge,
                               HttpPulse& pulse,
                               const IpAddress& peer,
                               Arrival arrival)
    : edge_(edge),
      pulse_(pulse),
      peer_(peer),
      arrival_(arrival),
      reader_(edge.read_limits),
      secure_(arrival == Arrival::encrypted) {}

HttpConnection::~HttpConnection() {
    edge_.requests.body_bytes -= body_counted_;
}

void HttpConnection::start() {
    if (edge_.draining) return close();
    set_deadline(edge_.options.limits.head_deadline);
    if (arrival_ == Arrival::encrypted) {
        begin_handshake();
    } else {
        on_ready();
    }
}

void HttpConnection::on_ready() {
    if (stage_ != Stage::handshake) return;
    stage_ = Stage::head;
    set_deadline(edge_.options.limits.head_deadline);
    read();
}

void HttpConnection::tick() {
    if (pulse_.now < deadline_) return;
    switch (stage_) {
        case Stage::head:
            if (input_.empty()) return close();
            return refuse(408, "timeout");
        case Stage::body:
            return check_body_pace();
        case Stage::handling:
            ++number_;  // The answer, should it come, is for nobody.
            return refuse(503, "unavailable", "30");
        case Stage::growing:
            // Nothing to send is no fault of the reader's.
            if (!out_head_.empty()) close();
            return;
        case Stage::handshake:
        case Stage::idle:
        case Stage::writing:
        case Stage::lingering:
            return close();
        case Stage::closed:
            return;
    }
}

// Whoever follows a growing answer comes back and goes on where it was.
void HttpConnection::drain() {
    const bool nothing_asked = stage_ == Stage::handshake || stage_ == Stage::idle ||
                               stage_ == Stage::growing ||
                               (stage_ == Stage::head && input_.empty());
    if (nothing_asked) close();
}

void HttpConnection::close() {
    if (stage_ == Stage::closed) return;
    stage_ = Stage::closed;
    if (growing_) growing_->leave();
    close_stream();
    forget();
}

void HttpConnection::read() {
    if (reading_ || stage_ == Stage::closed) return;
    reading_ = true;
    begin_read(input_.room());
}

void HttpConnection::on_read(std::size_t n) {
    reading_ = false;
    switch (stage_) {
        case Stage::idle:
        case Stage::head:
        case Stage::body:
            if (n == 0) return close();
            input_.filled(n);
            if (stage_ == Stage::idle) {
                stage_ = Stage::head;
                set_deadline(edge_.options.limits.head_deadline);
            }
            return consume();
        case Stage::lingering:
            if (n == 0) return close();
            return discard();
        case Stage::growing:
            // Whatever else comes on this connection is not for us; that it ends is.
            if (n == 0) return close();
            input_.consume(input_.view().size());
            return read();
        case Stage::handshake:
        case Stage::handling:
        case Stage::writing:
        case Stage::closed:
            return;
    }
}

void HttpConnection::consume() {
    using State = RequestReader::State;
    input_.consume(reader_.feed(input_.view()));
    count_body();
    if (stage_ == Stage::writing) return;  // The body was refused.
    switch (reader_.state()) {
        case State::head:
            return read();
        case State::body:
            return wait_for_body();
        case State::complete:
            return dispatch();
        case State::refused:
            return refuse(reader_.refusal().status, reader_.refusal().reason);
    }
}

void HttpConnection::wait_for_body() {
    if (stage_ != Stage::body) {
        stage_ = Stage::body;
        body_at_window_ = reader_.body_bytes();
        set_deadline(edge_.options.limits.body_window);
    }
    // Who has begun to send the body does not wait for leave.
    if (reader_.expects_continue() && !said_continue_ && input_.empty() &&
        reader_.body_bytes() == 0) {
        saying_continue_ = true;
        begin_write(continue_head, {});
    }
    said_continue_ = true;
    read();
}

// Bodies of all open requests share one budget, so that many uploads at once cannot take the
// memory of the whole machine.
void HttpConnection::count_body() {
    const std::size_t received = reader_.body_bytes();
    if (received == body_counted_) return;
    edge_.requests.body_bytes += received - body_counted_;
    body_counted_ = received;
    if (edge_.requests.body_bytes > edge_.options.limits.bodies_bytes) {
        refuse(503, "unavailable", "5");
    }
}

void HttpConnection::check_body_pace() {
    const HttpLimits& limits = edge_.options.limits;
    const auto window = static_cast<std::size_t>(limits.body_window.count());
    const std::size_t due = limits.body_bytes_per_second * window / 1000;
    if (reader_.body_bytes() - body_at_window_ < due) {
        // A client that does not even take "100 Continue" will take no refusal.
        return saying_continue_ ? close() : refuse(408, "timeout");
    }
    body_at_window_ = reader_.body_bytes();
    set_deadline(limits.body_window);
}

std::string HttpConnection::fresh_trace() {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string trace;
    trace.reserve(32);
    for (int half = 0; half < 2; ++half) {
        std::uint64_t bits = pulse_.random();
        for (int i = 0; i < 16; ++i, bits >>= 4) trace += digits[bits & 15];
    }
    return trace;
}

// Behind a proxy the connections say nothing about who opens them, so the open requests of each
// client are counted. Answers an empty place where nothing is counted, nothing if there is none.
std::optional<Census::Place> HttpConnection::place_of_client(const RequestOrigin& origin) {
    if (origin.client == peer_ || origin.client.is_loopback()) return Census::Place{};
    Census::Place found = edge_.requests.take_place(origin.client);
    if (!found) return std::nullopt;
    return found;
}

void HttpConnection::dispatch() {
    Request request = reader_.take();
    RequestOrigin origin =
        resolve_origin(peer_, arrival_, request.headers, edge_.options.trusted_proxies);
    request.client = origin.client;
    request.secure = secure_ = origin.secure;
    head_only_ = request.head_only;
    auto client_place = place_of_client(origin);
    if (!client_place) return refuse(429, "too_many", "5");
    client_place_ = *std::move(client_place);

    request.trace = origin.trace ? *std::move(origin.trace) : fresh_trace();
    stage_ = Stage::handling;
    set_deadline(edge_.options.limits.answer_deadline);
    last_ = !reader_.keeps_alive();
    pulse_.requests.fetch_add(1, std::memory_order_relaxed);
    const std::string trace = request.trace;
    try {
        edge_.handler(std::move(request), Responder(make_sink(++number_), trace));
    } catch (const std::exception& error) {
        // The outermost loop of a request. Whatever became of the Responder will answer.
        edge_.report("request " + trace + " failed: " + error.what());
    }
}

void HttpConnection::answer(std::uint64_t number, Response&& response) {
    if (stage_ != Stage::handling || number != number_) return;
    send(std::move(response));
}

void HttpConnection::refuse(int status, std::string_view reason, std::string_view retry_after) {
    pulse_.refused.fetch_add(1, std::memory_order_relaxed);
    Response response = problem_response(status, reason);
    if (!retry_after.empty()) response.set("Retry-After", std::string(retry_after));
    if (status == 405) response.set("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    last_ = true;
    send(std::move(response));
}

void HttpConnection::send(Response&& response) {
    last_ = last_ || edge_.draining || response.growing;
    stage_ = Stage::writing;
    try {
        compose(response);
    } catch (const std::exception& error) {
        // A response that cannot be put on the wire is a bug of its handler, not of the connection.
        edge_.report(std::string("an answer could not be sent: ") + error.what());
        response = problem_response(500, "internal");
        compose(response);
    }
    set_deadline(edge_.options.limits.write_deadline);
    if (!saying_continue_) write_rest();
}

void HttpConnection::compose(Response& response) {
    const WireFacts facts{.date = pulse_.date,
                          .head_only = head_only_,
                          .keep_alive = !last_,
                          .http_1_0 = reader_.is_http_1_0(),
                          .secure = secure_};
    out_head_ = response_head(response, facts);
    out_body_ = std::move(response.body);
    if (!head_only_) growing_ = std::move(response.growing);
    out_rest_ = has_body(response, facts) ? out_body_.view() : std::string_view{};
    if (out_rest_.size() <= joined_body_bytes) {
        out_head_ += out_rest_;
        out_rest_ = {};
    }
    out_sent_ = 0;
}

void HttpConnection::write_rest() {
    const std::size_t of_head = std::min(out_sent_, out_head_.size());
    begin_write(std::string_view(out_head_).substr(of_head), out_rest_.substr(out_sent_ - of_head));
}

void HttpConnection::on_written(std::size_t n) {
    if (stage_ == Stage::closed) return;
    if (n == 0) return close();
    if (saying_continue_) {
        saying_continue_ = false;  // 25 bytes go out in one piece.
        if (stage_ == Stage::writing) write_rest();
        return;
    }
    out_sent_ += n;
    if (out_sent_ == out_head_.size() + out_rest_.size()) return finish_answer();
    set_deadline(edge_.options.limits.write_deadline);
    write_rest();
}

void HttpConnection::finish_answer() {
    out_head_ = {};
    out_body_ = {};
    out_rest_ = {};
    out_sent_ = 0;
    edge_.requests.body_bytes -= std::exchange(body_counted_, 0);
    if (growing_ && edge_.draining) return close();
    if (growing_ && stage_ == Stage::writing) {
        stage_ = Stage::growing;
        input_.consume(input_.view().size());
        growing_->attach(make_waker());
        read();
        return grow();
    }
    if (growing_) return grow();
    client_place_ = {};
    if (!last_ && !edge_.draining) return next_request();
    stage_ = Stage::lingering;
    set_deadline(edge_.options.limits.linger);
    begin_finish();
}

void HttpConnection::on_grown() {
    if (stage_ == Stage::growing && out_head_.empty()) grow();
}

// Sends what has come meanwhile, or rests until more comes.
void HttpConnection::grow() {
    GrowingBody::Taken taken = growing_->take();
    if (!taken.bytes.empty()) {
        out_head_ = std::move(taken.bytes);
        set_deadline(edge_.options.limits.write_deadline);
        return write_rest();
    }
    if (!taken.over) return;
    growing_.reset();
    stage_ = Stage::lingering;
    set_deadline(edge_.options.limits.linger);
    begin_finish();
}

void HttpConnection::on_finished() {
    if (stage_ == Stage::lingering) discard();
}

// Into the same room again and again: what comes now is not looked at.
void HttpConnection::discard() {
    if (reading_) return;
    reading_ = true;
    begin_discard(input_.room());
}

void HttpConnection::next_request() {
    reader_.reset();
    said_continue_ = head_only_ = false;
    secure_ = arrival_ == Arrival::encrypted;
    if (!input_.empty()) {  // The client did not wait for the answer.
        stage_ = Stage::head;
        set_deadline(edge_.options.limits.head_deadline);
        return consume();
    }
    input_.shrink();
    stage_ = Stage::idle;
    set_deadline(edge_.options.limits.idle_deadline);
    read();
}

}  // namespace ogniwo
