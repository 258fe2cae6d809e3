#include "http/reader.hpp"

#include <algorithm>
#include <array>
#include <boost/beast/http/basic_parser.hpp>
#include <cstring>
#include <optional>

#include "base/check.hpp"
#include "http/target.hpp"

namespace ogniwo {
namespace {

namespace http = boost::beast::http;
using boost::beast::string_view;
using boost::system::error_code;

// A chunk's size line and the trailers come in one piece, and are worth no more memory than this.
constexpr std::size_t chunk_head_bytes = 4096;
constexpr std::size_t body_reserve_bytes = 256 * 1024;

constexpr ReadRefusal bad(std::string_view why) {
    return {.status = 400, .reason = "unparsable", .why = why};
}

constexpr ReadRefusal too_large(int status, std::string_view why) {
    return {.status = status, .reason = "too_large", .why = why};
}

std::string_view text_of(string_view text) {
    return {text.data(), text.size()};
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

// Everything but a tab below the space, and DEL, has no place in a head; NUL least of all.
bool has_control(std::string_view line) {
    return std::any_of(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    });
}

// Two of one of these would leave it to chance which one counts.
bool may_repeat(std::string_view name) {
    constexpr std::array<std::string_view, 11> once{"authorization",
                                                    "content-encoding",
                                                    "content-length",
                                                    "content-type",
                                                    "expect",
                                                    "host",
                                                    "idempotency-key",
                                                    "origin",
                                                    "traceparent",
                                                    "transfer-encoding",
                                                    "user-agent"};
    return std::find(once.begin(), once.end(), name) == once.end();
}

// Collects what Beast's parser finds; decides nothing.
class Parser final : public http::basic_parser<true> {
public:
    std::string method;
    std::string raw_target;
    int version = 11;
    NamedValues headers;
    std::string body;
    std::size_t body_max = 0;
    std::size_t chunk_left = 0;  // Of the chunk whose head was read.
    bool repeated_header = false;
    bool over_limit = false;

private:
    void on_request_impl(
        http::verb, string_view name, string_view target, int number, error_code&) override {
        method = text_of(name);
        raw_target = text_of(target);
        version = number;
    }

    void on_response_impl(int, string_view, int, error_code&) override {}

    void on_field_impl(http::field, string_view name, string_view value, error_code&) override {
        if (is_header_done())
            return;  // Trailers come after every check, so they count for nothing.
        std::string lower = lower_case(text_of(name));
        const auto known = std::find_if(headers.begin(), headers.end(), [&](const auto& header) {
            return header.first == lower;
        });
        if (known == headers.end()) {
            headers.emplace_back(std::move(lower), text_of(value));
            return;
        }
        if (!may_repeat(lower)) repeated_header = true;
        known->second += lower == "cookie" ? "; " : ", ";
        known->second += text_of(value);
    }

    void on_header_impl(error_code&) override {}

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
        // Not the whole length: memory is given for bytes that came, not for bytes announced.
        if (length) body.reserve(std::min<std::size_t>(*length, body_reserve_bytes));
    }

    std::size_t append(string_view bytes, error_code& error) {
        if (bytes.size() > body_max - body.size()) {
            over_limit = true;
            error = http::error::body_limit;
            return 0;
        }
        body.append(bytes.data(), bytes.size());
        return bytes.size();
    }

    std::size_t on_body_impl(string_view bytes, error_code& error) override {
        return append(bytes, error);
    }

    void on_chunk_header_impl(std::uint64_t size, string_view, error_code& error) override {
        if (size > body_max - body.size()) {
            over_limit = true;
            error = http::error::body_limit;
            return;
        }
        chunk_left = size;
    }

    std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code& error) override {
        chunk_left -= bytes.size();
        return append(bytes, error);
    }

    void on_finish_impl(error_code&) override {}
};

struct KnownMethod {
    std::string_view name;
    HttpMethod method;
};
constexpr std::array<KnownMethod, 7> methods{{{"GET", HttpMethod::get},
                                              {"HEAD", HttpMethod::get},
                                              {"POST", HttpMethod::post},
                                              {"PUT", HttpMethod::put},
                                              {"PATCH", HttpMethod::patch},
                                              {"DELETE", HttpMethod::del},
                                              {"OPTIONS", HttpMethod::options}}};

bool is_host(std::string_view host) {
    return std::all_of(host.begin(), host.end(), [](char c) {
        return c > ' ' && c < '\x7f' && std::strchr("/\\?#@,<>\"", c) == nullptr;
    });
}

}  // namespace

struct RequestReader::Impl {
    explicit Impl(const ReadLimits& wanted) : limits(wanted) { reset(); }

    void reset() {
        state = State::head;
        parser.reset();
        parser.emplace();
        parser->eager(true);
        parser->header_limit(static_cast<std::uint32_t>(limits.head_bytes + 2));
        parser->body_limit(boost::none);
        request = Request{};
        refusal = {};
        line_start = scanned = header_lines = 0;
        may_skip_empty_line = true;
        expects_continue = false;
        is_first_chunk = true;
    }

    void refuse(ReadRefusal why) {
        state = State::refused;
        refusal = why;
    }

    std::size_t feed(std::string_view bytes) {
        std::size_t taken = 0;
        if (state == State::head) {
            // One empty line before a request is forgiven, as RFC 9112 2.2 asks.
            if (may_skip_empty_line) {
                if (bytes.empty() || bytes == "\r") return 0;
                if (bytes.starts_with("\r\n")) taken = 2;
                may_skip_empty_line = false;
            }
            taken += feed_head(bytes.substr(taken));
        }
        if (state == State::body) taken += feed_body(bytes.substr(taken));
        return taken;
    }

    std::size_t feed_head(std::string_view bytes) {
        const std::size_t length = scan_head(bytes);
        if (length == 0 || state == State::refused) return 0;
        error_code error;
        const std::size_t taken = parser->put({bytes.data(), length}, error);
        if (error) {
            refuse(head_fault(error));
            return 0;
        }
        INVARIANT(taken == length && parser->is_header_done());
        if (const auto fault = check_head()) {
            refuse(*fault);
            return taken;
        }
        state = parser->is_done() ? State::complete : State::body;
        return taken;
    }

    // Answers the length of the head once it is whole, 0 before. Each byte is looked at once.
    std::size_t scan_head(std::string_view bytes) {
        // Whoever does not even speak HTTP is told so at once, not after the deadline.
        if (!bytes.empty() && !(bytes[0] >= 'A' && bytes[0] <= 'Z')) {
            refuse(bad("no method"));
            return 0;
        }
        while (scanned < bytes.size()) {
            const void* found = std::memchr(bytes.data() + scanned, '\n', bytes.size() - scanned);
            if (found == nullptr) {
                check_unfinished_line(bytes);
                scanned = bytes.size();
                return 0;
            }
            const auto end =
                static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
            check_line(bytes.substr(line_start, end - line_start));
            if (state == State::refused) return 0;
            scanned = end + 1;
            if (scanned > limits.head_bytes) {
                refuse(too_large(431, "head too long"));
                return 0;
            }
            const bool empty = end == line_start + 1;
            line_start = scanned;
            if (empty) return scanned;
        }
        return 0;
    }

    void check_unfinished_line(std::string_view bytes) {
        const std::string_view line = bytes.substr(line_start);
        if (line.size() > limits.line_bytes) return refuse(line_too_long());
        if (bytes.size() > limits.head_bytes) return refuse(too_large(431, "head too long"));
    }

    ReadRefusal line_too_long() const {
        return line_start == 0 ? too_large(414, "request line too long")
                               : too_large(431, "header line too long");
    }

    // `line` up to its LF, without it.
    void check_line(std::string_view line) {
        if (!line.ends_with('\r')) return refuse(bad("bare LF"));
        line.remove_suffix(1);
        if (line.size() > limits.line_bytes) return refuse(line_too_long());
        if (has_control(line)) return refuse(bad("control character"));
        if (line_start == 0) return;
        if (line.starts_with(' ') || line.starts_with('\t')) return refuse(bad("folded header"));
        if (++header_lines > limits.header_count + 1) refuse(too_large(431, "too many headers"));
    }

    static ReadRefusal head_fault(const error_code& error) {
        if (error == http::error::bad_version) {
            return {.status = 505, .reason = "unparsable", .why = "version"};
        }
        if (error == http::error::header_limit) return too_large(431, "head too long");
        return bad("malformed head");
    }

    std::optional<std::string_view> header(std::string_view name) const {
        for (const auto& [key, value] : parser->headers) {
            if (key == name) return value;
        }
        return std::nullopt;
    }

    std::optional<ReadRefusal> check_head() {
        if (parser->repeated_header) return bad("header given twice");
        if (const auto fault = check_method()) return fault;
        if (const auto fault = check_framing()) return fault;
        if (const auto fault = check_target()) return fault;

        if (!parser->is_done()) {
            // Uploads are for those who at least say who they are.
            const bool says_who = header("cookie") || header("authorization");
            parser->body_max = limits.body_bytes(says_who ? request.path() : std::string_view("/"));
            const auto length = parser->content_length();
            if (length && *length > parser->body_max) return too_large(413, "body too long");
        }

        if (const auto expect = header("expect")) {
            if (!same_ignoring_case(*expect, "100-continue")) {
                return ReadRefusal{.status = 417, .reason = "unparsable", .why = "expectation"};
            }
            expects_continue = parser->version == 11 && !parser->is_done();
        }
        return std::nullopt;
    }

    std::optional<ReadRefusal> check_method() {
        const auto known = std::find_if(methods.begin(), methods.end(), [&](const auto& method) {
            return method.name == parser->method;
        });
        if (known == methods.end()) {
            const bool forbidden = parser->method == "TRACE" || parser->method == "CONNECT";
            return ReadRefusal{
                .status = forbidden ? 405 : 501, .reason = "unparsable", .why = "method"};
        }
        request.method = known->method;
        request.head_only = parser->method == "HEAD";
        return std::nullopt;
    }

    std::optional<ReadRefusal> check_framing() const {
        const auto coding = header("transfer-encoding");
        const auto length = header("content-length");
        if (length && (length->empty() || length->size() > 18 ||
                       length->find_first_not_of("0123456789") != std::string_view::npos)) {
            return bad("content length");
        }
        if (!coding) return std::nullopt;
        if (length) return bad("two framings");
        if (parser->version < 11) return bad("transfer coding in HTTP/1.0");
        if (!same_ignoring_case(*coding, "chunked")) {
            return ReadRefusal{.status = 501, .reason = "unparsable", .why = "transfer coding"};
        }
        return std::nullopt;
    }

    std::optional<ReadRefusal> check_target() {
        auto target = parse_target(parser->raw_target);
        if (!target) return bad("target");
        // The authority of an absolute target outranks the Host header (RFC 9112 3.2.2), but the
        // header must be there all the same.
        const auto host = header("host");
        if (!host && parser->version >= 11) return bad("no host");
        if (host && !is_host(*host)) return bad("host");
        if (!is_host(target->authority)) return bad("host");
        if (!target->authority.empty()) {
            for (auto& [name, value] : parser->headers) {
                if (name == "host") value = target->authority;
            }
        }
        request.target = std::move(target->origin);
        request.segments = std::move(target->segments);
        request.query = std::move(target->query);
        return std::nullopt;
    }

    std::size_t feed_body(std::string_view bytes) {
        std::size_t taken = 0;
        while (taken < bytes.size() && state == State::body) {
            const std::size_t piece = next_piece(bytes.substr(taken));
            if (piece == 0) break;
            const bool is_chunk_head = parser->chunked() && parser->chunk_left == 0;
            error_code error;
            const std::size_t step = parser->put({bytes.data() + taken, piece}, error);
            taken += step;
            // A head of a chunk is whole here: whoever wants more of it has misread it.
            const bool is_misread = is_chunk_head && step < piece;
            if (is_misread || (error && error != http::error::need_more)) {
                refuse(parser->over_limit ? too_large(413, "body too long") : bad("chunk"));
            } else if (parser->is_done()) {
                state = State::complete;
            } else if (step == 0) {
                break;
            }
        }
        return taken;
    }

    // How much Beast may see at once: it stops the whole process at trailers that it finds odd, so
    // heads of chunks are read by us first, as the head of the request is. 0: more must come, or it
    // was refused.
    std::size_t next_piece(std::string_view bytes) {
        if (!parser->chunked()) return bytes.size();
        if (parser->chunk_left > 0) return std::min(parser->chunk_left, bytes.size());
        const std::size_t length = scan_chunk_head(bytes);
        if (length == 0 && state == State::body && bytes.size() > chunk_head_bytes) {
            refuse(bad("chunk head too long"));
        }
        if (length > 0) is_first_chunk = false;
        return length;
    }

    // The end of the chunk before, the size line, and behind the last chunk the trailers with their
    // empty line. The length of it all; 0 when it is not whole yet, or was refused.
    std::size_t scan_chunk_head(std::string_view bytes) {
        std::size_t at = 0;
        if (!is_first_chunk) {
            if (bytes.size() < 2) return 0;
            if (!bytes.starts_with("\r\n")) {
                refuse(bad("chunk"));
                return 0;
            }
            at = 2;
        }
        for (bool is_size = true;; is_size = false) {
            const std::size_t end = bytes.find('\n', at);
            if (end == std::string_view::npos) return 0;
            std::string_view line = bytes.substr(at, end - at);
            const bool is_bad = !line.ends_with('\r') || has_control(line = without_last(line)) ||
                                (!is_size && (line.starts_with(' ') || line.starts_with('\t')));
            if (is_bad) {
                refuse(bad("chunk"));
                return 0;
            }
            at = end + 1;
            const std::size_t digits = line.find_first_not_of('0');
            const bool is_last =
                !is_size || (!line.empty() && line[0] == '0' &&
                             (digits == std::string_view::npos || !is_hex(line[digits])));
            if (is_size ? !is_last : line.empty()) return at;
        }
    }

    static std::string_view without_last(std::string_view line) {
        return line.substr(0, line.size() - 1);
    }
    static bool is_hex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    const ReadLimits& limits;
    State state = State::head;
    std::optional<Parser> parser;
    Request request;
    ReadRefusal refusal;
    std::size_t line_start = 0;  // Of the head, as are the next two.
    std::size_t scanned = 0;
    std::size_t header_lines = 0;
    bool may_skip_empty_line = true;
    bool expects_continue = false;
    bool is_first_chunk = true;
};

RequestReader::RequestReader(const ReadLimits& limits) : impl_(std::make_unique<Impl>(limits)) {}
RequestReader::~RequestReader() = default;

std::size_t RequestReader::feed(std::string_view bytes) {
    return impl_->feed(bytes);
}

void RequestReader::reset() {
    impl_->reset();
}

RequestReader::State RequestReader::state() const {
    return impl_->state;
}

const ReadRefusal& RequestReader::refusal() const {
    return impl_->refusal;
}

bool RequestReader::keeps_alive() const {
    return impl_->parser->is_header_done() && impl_->parser->keep_alive();
}

bool RequestReader::expects_continue() const {
    return impl_->expects_continue;
}

bool RequestReader::is_http_1_0() const {
    return impl_->parser->is_header_done() && impl_->parser->version == 10;
}

std::size_t RequestReader::body_bytes() const {
    return impl_->parser->body.size();
}

Request RequestReader::take() {
    INVARIANT(impl_->state == State::complete);
    impl_->request.headers = std::move(impl_->parser->headers);
    impl_->request.body = std::move(impl_->parser->body);
    return std::move(impl_->request);
}

}  // namespace ogniwo
