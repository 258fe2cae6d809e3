// Feeds the edge what a stranger might send: bytes to read as requests, and the headers that
// proxies add. The first byte chooses how the rest is torn into pieces.
//
// Beyond not crashing: the same bytes give the same requests, and are refused at the same one,
// however they are torn; nothing that was accepted breaks a promise of Request; every answer to it
// can be written.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.hpp"
#include "base/text.hpp"
#include "http/assets.hpp"
#include "http/proxies.hpp"
#include "http/reader.hpp"
#include "http/wire.hpp"

namespace {

using namespace ogniwo;

const ReadLimits read_limits{
    .head_bytes = 4096,
    .line_bytes = 1024,
    .header_count = 20,
    .body_bytes = [](std::string_view path) -> std::size_t { return path.size() * 64; }};

const std::vector<IpNetwork> trusted{*parse_network("10.0.0.0/8")};

void check_promises(const Request& request) {
    INVARIANT(request.target.starts_with('/'));
    for (const std::string& segment : request.segments) {
        INVARIANT(segment != "." && segment != ".." && is_utf8(segment));
        INVARIANT(segment.find('\0') == std::string::npos);
    }
    for (const auto& [name, value] : request.query) {
        INVARIANT(is_utf8(name) && is_utf8(value));
        INVARIANT(name.find('\0') == std::string::npos && value.find('\0') == std::string::npos);
    }
    for (std::size_t i = 0; i < request.headers.size(); ++i) {
        const auto& [name, value] = request.headers[i];
        INVARIANT(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
        for (std::size_t k = 0; k < i; ++k) INVARIANT(request.headers[k].first != name);
    }
    INVARIANT(!(request.header("content-length") && request.header("transfer-encoding")));
    INVARIANT(request.body.size() <= read_limits.body_bytes(request.path()));
}

void answer(const Request& request) {
    static const AssetServer assets{{}};
    const Response response = assets.serve(request, "bm9uY2U=");
    INVARIANT(response_head(response, WireFacts{.date = "today"}).ends_with("\r\n\r\n"));
    const IpAddress peer = address_v4({10, 0, 0, 1});
    const RequestOrigin origin = resolve_origin(peer, Arrival::clear, request.headers, trusted);
    INVARIANT(!origin.trace || origin.trace->size() == 32);
    coding_quality(request.header("accept-encoding").value_or(std::string_view{}), "br");
    request.cookie("__Host-session");
}

void describe(const Request& request, std::string& story) {
    story += std::string(enum_name(request.method)) + " " + request.target;
    for (const auto& [name, value] : request.headers) story += "\n" + name + "=" + value;
    story += "\n\n" + request.body + "\n";
}

// What becomes of the bytes when they arrive in pieces of `step`.
std::string read_all(std::string_view bytes, std::size_t step) {
    RequestReader reader(read_limits);
    std::string pending, story;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        pending += bytes.substr(at, step);
        for (;;) {
            const std::size_t taken = reader.feed(pending);
            INVARIANT(taken <= pending.size());
            pending.erase(0, taken);
            if (reader.state() == RequestReader::State::refused) {
                // Which of several faults is seen first does depend on the tearing.
                INVARIANT(reader.refusal().status >= 400);
                return story + "refused";
            }
            if (reader.state() != RequestReader::State::complete) break;
            const bool last = !reader.keeps_alive();
            const Request request = reader.take();
            check_promises(request);
            answer(request);
            describe(request, story);
            if (last) return story;
            reader.reset();
        }
        INVARIANT(pending.size() <= 8192 + step);
    }
    return story;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::string whole = read_all(bytes, bytes.size());
    const std::string torn = read_all(bytes, 1 + data[0] % 64);
    INVARIANT(whole == torn);
    return 0;
}
