#include "http/wire.hpp"

#include <doctest/doctest.h>

#include "base/check.hpp"

namespace ogniwo {
namespace {

const WireFacts facts{.date = "Sun, 06 Nov 1994 08:49:37 GMT"};

TEST_CASE("every answer carries the security headers, errors too") {
    for (const Response& response :
         {json_response(200, "{}"), problem_response(413, "too_large")}) {
        const std::string head = response_head(response, facts);
        CAPTURE(head);
        CHECK(head.find("\r\nX-Content-Type-Options: nosniff\r\n") != std::string::npos);
        CHECK(head.find("\r\nReferrer-Policy: same-origin\r\n") != std::string::npos);
        CHECK(head.find("\r\nContent-Security-Policy: default-src 'none';") != std::string::npos);
        CHECK(head.find("\r\nCache-Control: no-store\r\n") != std::string::npos);
        CHECK(head.find("Strict-Transport-Security") == std::string::npos);
        CHECK(head.ends_with("\r\n\r\n"));
    }
}

TEST_CASE("a handler may state its own policy, and HSTS is for encrypted answers") {
    Response response = text_response(200, "x");
    response.set("content-security-policy", "default-src 'self'");
    WireFacts secure = facts;
    secure.secure = true;
    const std::string head = response_head(response, secure);
    CHECK(head.find("default-src 'none'") == std::string::npos);
    CHECK(head.find("content-security-policy: default-src 'self'\r\n") != std::string::npos);
    CHECK(head.find("\r\nStrict-Transport-Security: max-age=") != std::string::npos);
}

TEST_CASE("an answer that could be split into two is a bug, and so is a second framing") {
    for (const auto& [name, value] : NamedValues{{"X", "a\r\nSet-Cookie: b"},
                                                 {"X\r\nY", "a"},
                                                 {"X", std::string("a\0b", 3)},
                                                 {"", "a"},
                                                 {"X Y", "a"},
                                                 {"content-length", "5"},
                                                 {"Transfer-Encoding", "chunked"}}) {
        CAPTURE(name);
        Response response;
        response.set(name, value);
        CHECK_THROWS_AS(response_head(response, facts), Bug);
    }
    CHECK_THROWS_AS(response_head(Response{.status = 99}, facts), Bug);
}

TEST_CASE("the head of an answer says how long it is and whether more may follow") {
    WireFacts last = facts;
    last.keep_alive = false;
    CHECK(response_head(text_response(200, "abc"), last).find("\r\nConnection: close\r\n") !=
          std::string::npos);
    WireFacts old = facts;
    old.http_1_0 = true;
    CHECK(response_head(text_response(200, "abc"), old).find("\r\nConnection: keep-alive\r\n") !=
          std::string::npos);
    WireFacts head = facts;
    head.head_only = true;
    CHECK(response_head(text_response(200, "abc"), head).find("\r\nContent-Length: 3\r\n") !=
          std::string::npos);
    CHECK_FALSE(has_body(text_response(200, "abc"), head));
    CHECK(response_head(Response{.status = 304}, facts).find("Content-Length") ==
          std::string::npos);
    CHECK_FALSE(has_body(Response{.status = 204}, facts));
}

TEST_CASE("a problem names its reason and, for bugs, the trace") {
    CHECK(problem_response(408, "timeout").body.view() ==
          R"({"type":"about:blank","title":"Request Timeout","status":408,"reason":"timeout"})");
    CHECK(problem_response(500, "internal", "0af7").body.view().find(R"("trace":"0af7")") !=
          std::string::npos);
}

}  // namespace
}  // namespace ogniwo
