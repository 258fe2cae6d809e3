#include "http/assets.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include <array>

#include "base/check.hpp"
#include "http/wire.hpp"

namespace ogniwo {
namespace {

std::string gzip_of(std::string_view plain) {
    z_stream stream{};
    INVARIANT(::deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) ==
              Z_OK);
    std::string packed(::deflateBound(&stream, plain.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    INVARIANT(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    ::deflateEnd(&stream);
    return packed;
}

const std::string script(20'000, 'j');
const std::string script_gzip = gzip_of(script);
const std::string page_gzip =
    gzip_of("<meta name=\"csp-nonce\" content=\"__NONCE__\"><b>__NONCE__</b>");
const std::array<Asset, 4> table{{
    {"/index.html", "text/html; charset=utf-8", "e0", {}, page_gzip, "br of the page"},
    {"/assets/a-1.js", "text/javascript", "e1", {}, script_gzip, "br of the script"},
    {"/assets/b-2.woff2", "font/woff2", "e2", "font bytes", {}, {}},
    {"/favicon.svg", "image/svg+xml", "e3", "<svg/>", {}, {}},
}};
const AssetServer server(table);

Response get(const std::string& target, NamedValues headers = {}) {
    Request request;
    request.target = target;
    request.headers = std::move(headers);
    return server.serve(request, "bm9uY2U=");
}

std::string header(const Response& response, std::string_view name) {
    return std::string(response.header(name).value_or(std::string_view("none")));
}

TEST_CASE("a file is sent in the form the client likes best") {
    struct Case {
        std::string accepted;
        std::string coding;
    };
    const Case cases[] = {
        {"gzip, deflate, br", "br"},
        {"gzip, deflate", "gzip"},
        {"br;q=0.5, gzip;q=0.8", "gzip"},
        {"br;q=0, gzip", "gzip"},
        {"*", "br"},
        {"identity", "none"},
        {"br;q=0, gzip;q=0.000", "none"},
        {"br;q=nonsense", "none"},
        {"", "none"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.accepted);
        const Response response = get("/assets/a-1.js", {{"accept-encoding", c.accepted}});
        CHECK(header(response, "content-encoding") == c.coding);
        CHECK(header(response, "vary") == "Accept-Encoding");
        CHECK(header(response, "content-type") == "text/javascript");
    }
    CHECK(get("/assets/a-1.js").body.view() == script);
    CHECK(get("/assets/a-1.js", {{"accept-encoding", "gzip"}}).body.view() == script_gzip);
    CHECK(get("/assets/b-2.woff2", {{"accept-encoding", "br"}}).body.view() == "font bytes");
}

TEST_CASE("a file that the client has is not sent again") {
    const Response first = get("/favicon.svg");
    CHECK(header(first, "etag") == "\"e3\"");
    for (const std::string tags : {"\"e3\"", "W/\"e3\"", "\"x\", \"e3\"", "*"}) {
        CAPTURE(tags);
        const Response again = get("/favicon.svg", {{"if-none-match", tags}});
        CHECK(again.status == 304);
        CHECK(again.body.view().empty());
        CHECK(header(again, "etag") == "\"e3\"");
    }
    CHECK(get("/favicon.svg", {{"if-none-match", "\"e33\""}}).status == 200);
    // Another form of the same file is another entity.
    CHECK(get("/assets/a-1.js", {{"accept-encoding", "br"}, {"if-none-match", "\"e1\""}}).status ==
          200);
    CHECK(
        get("/assets/a-1.js", {{"accept-encoding", "br"}, {"if-none-match", "\"e1-br\""}}).status ==
        304);
}

TEST_CASE("hashed files are kept for a year, others asked for again") {
    CHECK(header(get("/assets/a-1.js"), "cache-control") == "public, max-age=31536000, immutable");
    CHECK(header(get("/favicon.svg"), "cache-control") == "public, no-cache");
    CHECK(header(get("/"), "cache-control") == "no-cache");
}

TEST_CASE("every path that is no file is the interface, but under /assets and /api nothing is") {
    for (const std::string path :
         {"/", "/index.html", "/tickets/7?tab=history", "/apiary", "/assetsx"}) {
        CAPTURE(path);
        const Response page = get(path);
        CHECK(page.status == 200);
        CHECK(header(page, "content-type") == "text/html; charset=utf-8");
    }
    for (const std::string path :
         {"/assets/gone-3.js", "/assets", "/assets/", "/api/v1/x", "/api"}) {
        CAPTURE(path);
        CHECK(get(path).status == 404);
        CHECK(header(get(path), "content-type") == "application/problem+json");
    }
    Request post;
    post.method = HttpMethod::post;
    CHECK(server.serve(post, "n").status == 405);
}

TEST_CASE("each page has its own nonce, in the policy and in the text") {
    const Response page = get("/");
    CHECK(page.body.view() == "<meta name=\"csp-nonce\" content=\"bm9uY2U=\"><b>bm9uY2U=</b>");
    const std::string csp = header(page, "content-security-policy");
    CHECK(csp.find("style-src 'self' 'nonce-bm9uY2U='") != std::string::npos);
    CHECK(csp.find("frame-src 'self'") != std::string::npos);
    CHECK(csp.find("form-action 'self'") != std::string::npos);
    CHECK(csp.find("unsafe") == std::string::npos);
}

TEST_CASE("a server built without the interface says so") {
    const AssetServer bare({});
    const Response page = bare.serve(Request{}, "n");
    CHECK(page.status == 200);
    CHECK(page.body.view().find("without the web interface") != std::string_view::npos);
}

TEST_CASE("what was embedded by the build can be served") {
    const AssetServer built(embedded_assets());
    for (const Asset& asset : embedded_assets()) {
        CAPTURE(asset.path);
        Request request;
        request.target = std::string(asset.path);
        const Response response = built.serve(request, "n");
        CHECK(response.status == 200);
        CHECK_FALSE(response.body.view().empty());
        CHECK_NOTHROW(response_head(response, WireFacts{}));
    }
}

}  // namespace
}  // namespace ogniwo
