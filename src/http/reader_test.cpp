#include "http/reader.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo {
namespace {

const ReadLimits limits{
    .head_bytes = 512,
    .line_bytes = 256,
    .header_count = 8,
    .body_bytes = [](std::string_view path) -> std::size_t { return path == "/upload" ? 64 : 16; }};

// What became of `bytes`, sent in pieces of `step`: "400 bare LF", or "GET /x?y | body" and what
// was left over for the next request.
std::string read_in_steps(std::string_view bytes, std::size_t step) {
    RequestReader reader(limits);
    std::string pending;
    for (std::size_t at = 0;; at += step) {
        pending.erase(0, reader.feed(pending));
        const auto state = reader.state();
        if (state == RequestReader::State::refused) {
            return std::to_string(reader.refusal().status) + " " +
                   std::string(reader.refusal().why);
        }
        if (state == RequestReader::State::complete) {
            const Request request = reader.take();
            std::string text(enum_name(request.method));
            text += " " + request.target;
            if (!request.body.empty()) text += " | " + request.body;
            if (request.header("host")) text += " @" + std::string(*request.header("host"));
            return text;
        }
        if (at >= bytes.size()) return "more";
        pending += bytes.substr(at, step);
    }
}

std::string read(std::string_view bytes) {
    const std::string whole = read_in_steps(bytes, bytes.size());
    for (const std::size_t step : {std::size_t{1}, std::size_t{2}, std::size_t{7}}) {
        CAPTURE(bytes);
        CHECK(read_in_steps(bytes, step) == whole);
    }
    return whole;
}

TEST_CASE("a request reads the same in one piece and torn at every byte") {
    CHECK(read("GET / HTTP/1.1\r\nHost: a\r\n\r\n") == "GET / @a");
    CHECK(read("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") == "GET / @a");
    CHECK(read("GET /x?y=1 HTTP/1.0\r\n\r\n") == "GET /x?y=1");
    CHECK(read("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n") == "GET / @a");
    CHECK(read("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabcGET /") ==
          "POST /p | abc @a");
    CHECK(read("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n") == "POST /p @a");
    CHECK(read("PUT /p HTTP/1.1\r\nhost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
               "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n") == "PUT /p | abcde @a");
    CHECK(read("PUT /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
               "1\r\na\r\n0\r\nHost: evil\r\n\r\n") == "PUT /p | a @a");
    CHECK(read("GET http://b/x HTTP/1.1\r\nHost: a\r\n\r\n") == "GET /x @b");
    CHECK(read("GET / HTTP/1.1\r\nHo") == "more");
}

TEST_CASE("what two parsers could read in two ways is refused") {
    struct Case {
        std::string bytes;
        std::string answer;
    };
    const Case cases[] = {
        {"GET / HTTP/1.1\nHost: a\r\n\r\n", "400 bare LF"},
        {"GET / HTTP/1.1\r\nHost: a\n\r\n", "400 bare LF"},
        {"GET / HTTP/1.1\r\nHost: a\r\n\n", "400 bare LF"},
        {"GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", "400 control character"},
        {"GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", "400 folded header"},
        {"GET / HTTP/1.1\r\nHost: a\r\nX: \x01\r\n\r\n", "400 control character"},
        {"GET / HTTP/1.1\r\nHost : a\r\n\r\n", "400 malformed head"},
        {"GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", "400 malformed head"},
        {"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "400 malformed head"},
        {"GET / HTTP/1.1 \r\nHost: a\r\n\r\n", "505 version"},
        {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", "505 version"},
        {"GET /\r\nHost: a\r\n\r\n", "400 malformed head"},
        {"\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "400 no method"},
        {"\x16\x03\x01", "400 no method"},
        {"GET / HTTP/1.1\r\n\r\n", "400 no host"},
        {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400 header given twice"},
        {"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "400 host"},
        {"GET / HTTP/1.1\r\nHost: a\r\nAuthorization: x\r\nAuthorization: y\r\n\r\n",
         "400 header given twice"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
         "400 malformed head"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
         "400 malformed head"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: x\r\nContent-Length: 3\r\n\r\n",
         "400 two framings"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
         "501 transfer coding"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n",
         "501 transfer coding"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n",
         "501 transfer coding"},
        {"POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
         "400 transfer coding in HTTP/1.0"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
         "400 header given twice"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc", "400 content length"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc", "400 malformed head"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -3\r\n\r\nabc", "400 malformed head"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
         "400 malformed head"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nz\r\n", "400 chunk"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n",
         "400 chunk"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\nabc\r\n", "400 chunk"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=\"y\r\nabc\r\n",
         "400 chunk"},
        // Trailers that Beast's parser would stop the process at.
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\rA: b\r\n\r\n",
         "400 chunk"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: b\n\r\n\r\n",
         "400 chunk"},
        {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n A: b\r\n\r\n",
         "400 chunk"},
        {"GET /../etc HTTP/1.1\r\nHost: a\r\n\r\n", "400 target"},
        {"GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", "400 target"},
        {"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "400 target"},
        {"TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", "405 method"},
        {"CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", "405 method"},
        {"get / HTTP/1.1\r\nHost: a\r\n\r\n", "400 no method"},
        {"BREW / HTTP/1.1\r\nHost: a\r\n\r\n", "501 method"},
        {"POST / HTTP/1.1\r\nHost: a\r\nExpect: coffee\r\nContent-Length: 3\r\n\r\n",
         "417 expectation"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.bytes);
        CHECK(read(c.bytes) == c.answer);
    }
    CHECK(read(std::string_view("GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n", 33)) ==
          "400 control character");
}

TEST_CASE("heads and bodies have a largest size, announced or not") {
    const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n";
    CHECK(read("GET /" + std::string(300, 'x')) == "414 request line too long");
    CHECK(read(head + "X: " + std::string(300, 'x')) == "431 header line too long");
    std::string many = head;
    for (int i = 0; i < 9; ++i) many += "X" + std::to_string(i) + ": y\r\n";
    CHECK(read(many + "\r\n") == "431 too many headers");
    std::string wide = head;
    for (int i = 0; i < 3; ++i)
        wide += "X" + std::to_string(i) + ": " + std::string(200, 'y') + "\r\n";
    CHECK(read(wide + "\r\n") == "431 head too long");

    const std::string post = " HTTP/1.1\r\nHost: a\r\n";
    CHECK(read("POST /p" + post + "Content-Length: 16\r\n\r\n" + std::string(16, 'b')) ==
          "POST /p | " + std::string(16, 'b') + " @a");
    CHECK(read("POST /p" + post + "Content-Length: 17\r\n\r\n") == "413 body too long");
    const std::string signs = post + "Cookie: a=b\r\n";
    CHECK(read("POST /upload?n=1" + signs + "Content-Length: 64\r\n\r\n") == "more");
    CHECK(read("POST /upload" + signs + "Content-Length: 65\r\n\r\n") == "413 body too long");
    // Whoever does not say who they are uploads nothing.
    CHECK(read("POST /upload" + post + "Content-Length: 17\r\n\r\n") == "413 body too long");
    CHECK(read("POST /p" + post + "Transfer-Encoding: chunked\r\n\r\n9\r\n123456789\r\n9\r\n") ==
          "413 body too long");
    CHECK(read("POST /p" + post + "Transfer-Encoding: chunked\r\n\r\nffffffffff\r\n") ==
          "413 body too long");
    CHECK(read_in_steps(
              "POST /p" + post + "Transfer-Encoding: chunked\r\n\r\n1;" + std::string(5000, 'x'),
              100) == "400 chunk head too long");
}

TEST_CASE("repeated headers are one list, in the order sent") {
    RequestReader reader(limits);
    reader.feed(
        "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 1.1.1.1\r\nCookie: a=1\r\n"
        "X-FORWARDED-FOR: 2.2.2.2\r\nCookie: b=2\r\n\r\n");
    REQUIRE(reader.state() == RequestReader::State::complete);
    CHECK(reader.keeps_alive());
    const Request request = reader.take();
    CHECK(request.header("x-forwarded-for") == "1.1.1.1, 2.2.2.2");
    CHECK(request.cookie("a") == "1");
    CHECK(request.cookie("b") == "2");
    CHECK_FALSE(request.cookie("c").has_value());
}

TEST_CASE("a connection is kept as its protocol version says") {
    struct Case {
        std::string bytes;
        bool kept;
    };
    const Case cases[] = {
        {"GET / HTTP/1.1\r\nHost: a\r\n\r\n", true},
        {"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", false},
        {"GET / HTTP/1.0\r\n\r\n", false},
        {"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.bytes);
        RequestReader reader(limits);
        reader.feed(c.bytes);
        CHECK(reader.keeps_alive() == c.kept);
    }
}

}  // namespace
}  // namespace ogniwo
