#include "http/dispatcher.hpp"

#include "base/limits.hpp"
#include "http/desk_server_for_tests.hpp"

namespace ogniwo::desk {
namespace {

TEST_CASE("a wish over HTTP is granted, and what it made can be read") {
    on_every_database([](DeskServer& desk) {
        const Response made = desk.as("anna", "POST /api/v1/customers/2/notes", toner);
        CHECK(show(made) ==
              R"(201 {"note":1,"customer":2,"text":"Toner","mood":"calm","version":1})");
        CHECK(header(made, "Content-Type") == "application/json");
        CHECK(header(made, "Cache-Control") == "no-store");
        CHECK(header(made, "Trace-Id") == trace);
        CHECK(header(made, "ETag") == "\"v1\"");
        CHECK(
            show(desk.as("jan", "GET /api/v1/customers/2/notes?mood=calm&mood=hurried&limit=3")) ==
            R"(200 {"items":[{"note":1,"customer":2,"text":"Toner","mood":"calm","version":1}]})");
        CHECK(show(desk.as("jan", "POST /api/v1/customers/2/notes/preview", toner)) ==
              R"(200 {"letters":5})");
        CHECK(show(desk.as("anna", "DELETE /api/v1/notes/1")) == "204 ");
        CHECK(reason(desk.as("anna", "GET /api/v1/notes/1")) == "404 missing");
        CHECK(show(desk.ask("GET /api/v1/state")) == R"(200 {"open":true})");
    });
}

TEST_CASE("a refusal is a problem with the reason, its parameters and every field error") {
    on_desk([](DeskServer& desk) {
        const Response taken =
            desk.as("anna", "POST /api/v1/customers/2/notes", R"({"text":"taken"})");
        CHECK(show(taken) ==
              R"(409 {"type":"about:blank","title":"Conflict","status":409,)"
              R"("reason":"desk.text_taken","trace":"4bf92f3577b34da6a3ce929d0e0e4736",)"
              R"("text":"taken"})");
        CHECK(header(taken, "Content-Type") == "application/problem+json");
        CHECK(header(taken, "Cache-Control") == "no-store");

        const Response invalid = desk.as(
            "anna", "POST /api/v1/customers/2/notes?x=1", R"({"text":"","mood":"cross","a/b":1})");
        CHECK(show(invalid) ==
              R"(422 {"type":"about:blank","title":"Unprocessable Content","status":422,)"
              R"("reason":"invalid","trace":"4bf92f3577b34da6a3ce929d0e0e4736",)"
              R"("errors":[{"pointer":"/x","reason":"unknown_field"},)"
              R"({"pointer":"/text","reason":"too_short","least":"1"},)"
              R"({"pointer":"/mood","reason":"not_one_of","allowed":"calm, hurried"},)"
              R"({"pointer":"/a~1b","reason":"unknown_field"}]})");
        CHECK(desk.as("anna", "GET /api/v1/customers/2/notes").body.view() == R"({"items":[]})");
    });
}

TEST_CASE("mistakes are told in one order: route, who asks, the right, the form, the service") {
    on_desk([](DeskServer& desk) {
        struct Case {
            std::string who;
            std::string line;
            std::string body;
            std::string expected;
        };
        const Case cases[] = {
            {"", "POST /api/v1/nowhere", "{", "404 missing"},
            {"", "POST /api/v2/customers/2/notes", "{", "404 missing"},
            {"", "POST /api", "", "404 missing"},
            {"", "PUT /api/v1/notes/1", "{", "405 method_not_allowed"},
            {"", "POST /api/v1/customers/2/notes", "{", "401 unauthenticated"},
            {"eve", "POST /api/v1/customers/2/notes", "{", "401 unauthenticated"},
            {"eve", "GET /api/v1/state", "", "401 unauthenticated"},
            {"jan", "POST /api/v1/customers/2/notes", "{", "403 forbidden"},
            {"anna", "POST /api/v1/customers/x/notes", "{", "404 missing"},
            {"anna", "POST /api/v1/customers/2/notes", "{", "400 unparsable"},
            {"anna", "POST /api/v1/customers/2/notes", "{}", "422 invalid"},
            {"anna",
             "POST /api/v1/customers/2/notes",
             R"({"customer":2,"text":"x"})",
             "422 invalid"},
            {"anna", "POST /api/v1/customers/2/notes", "", "422 invalid"},
            {"anna", "POST /api/v1/customers/2/notes", R"({"text":"full"})", "409 desk.full"},
            {"anna", "GET /api/v1/customers/2/notes?limit=201", "", "422 invalid"},
            {"anna", "GET /api/v1/customers/2/notes?limit=1&limit=2", "", "422 invalid"},
            {"anna", "GET /api/v1/customers/2/notes?customer=3", "", "422 invalid"},
            {"anna", "GET /api/v1/customers/2/notes?page=3", "", "422 invalid"},
            {"anna", "GET /api/v1/customers/2/notes", "{}", "400 unparsable"},
            {"jan", "GET /api/v1/customers/3/notes", "", "404 missing"},
        };
        for (const Case& each : cases) {
            CAPTURE(each.who);
            CAPTURE(each.line);
            CAPTURE(each.body);
            const Response answer = each.who.empty() ? desk.ask(each.line, each.body)
                                                     : desk.as(each.who, each.line, each.body);
            CHECK(reason(answer) == each.expected);
        }
        CHECK(header(desk.ask("GET /api/v1/notes/1"), "WWW-Authenticate") == "Bearer");
        CHECK(take_runs().creates == 1);
    });
}

TEST_CASE("what is missing has one body, whatever is missing and whoever asks") {
    on_desk([](DeskServer& desk) {
        (void)desk.as("anna", "POST /api/v1/customers/1/notes", toner);
        CHECK(desk.as("anna", "GET /api/v1/notes/1").status == 200);
        CHECK(desk.as("jan", "GET /api/v1/notes/1").body.view() == missing_body);
        CHECK(desk.as("jan", "GET /api/v1/notes/99").body.view() == missing_body);
        CHECK(desk.as("jan", "GET /api/v1/notes/one").body.view() == missing_body);
        CHECK(desk.as("jan", "GET /api/v1/notes/0").body.view() == missing_body);
        CHECK(desk.as("jan", "GET /api/v1/nowhere").body.view() == missing_body);
        CHECK(desk.ask("GET /api/v1/nowhere").body.view() == missing_body);
    });
}

TEST_CASE("a path says which methods it knows, and HEAD is GET") {
    on_desk([](DeskServer& desk) {
        CHECK(header(desk.ask("POST /api/v1/notes/1"), "Allow") == "GET, HEAD, PATCH, DELETE");
        const Response options = desk.ask("OPTIONS /api/v1/customers/2/notes");
        CHECK(options.status == 204);
        CHECK(header(options, "Allow") == "GET, HEAD, POST");
        CHECK(reason(desk.ask("OPTIONS /api/v1/nowhere")) == "404 missing");
        CHECK(desk.ask("HEAD /api/v1/state").status == 200);
        CHECK(desk.log.back().text == "HEAD /state desk.state 200 anonymous 0");
    });
}

TEST_CASE("a body is JSON in UTF-8") {
    on_desk([](DeskServer& desk) {
        const std::pair<std::string, std::string> cases[] = {
            {"application/json", "200"},
            {"Application/JSON; charset=UTF-8", "200"},
            {"application/json;charset=\"utf-8\"", "200"},
            {"application/json; charset=iso-8859-2", "415 media_type"},
            {"application/merge-patch+json", "415 media_type"},
            {"text/plain", "415 media_type"},
            {"application/x-www-form-urlencoded", "415 media_type"},
            {"", "415 media_type"},
        };
        for (const auto& [type, expected] : cases) {
            CAPTURE(type);
            const Response answer = desk.as(
                "anna", "POST /api/v1/customers/2/notes/preview", toner, {{"content-type", type}});
            CHECK((answer.status == 200 ? "200" : reason(answer)) == expected);
        }
        const std::string large(limits::body_bytes + 1, ' ');
        CHECK(reason(desk.as("anna", "POST /api/v1/customers/2/notes/preview", large)) ==
              "413 too_large");
    });
}

TEST_CASE("a bug is a 500 with a trace, and its text goes to the log alone") {
    on_desk([](DeskServer& desk) {
        const Response broken =
            desk.as("anna", "POST /api/v1/customers/2/notes", R"({"text":"boom"})");
        CHECK(show(broken) ==
              R"(500 {"type":"about:blank","title":"Internal Server Error","status":500,)"
              R"("reason":"internal","trace":"4bf92f3577b34da6a3ce929d0e0e4736"})");
        CHECK(desk.log.back().detail == "secret detail");
        CHECK(desk.as("anna", "POST /api/v1/customers/2/notes", toner).status == 201);
    });
}

TEST_CASE("each request leaves one line in the log") {
    on_desk([](DeskServer& desk) {
        (void)desk.as("anna", "POST /api/v1/customers/2/notes", R"({"text":"taken"})");
        REQUIRE(desk.log.size() == 1);
        CHECK(desk.log[0].text ==
              "POST /customers/{customer}/notes desk.create_note 409 person:7 139 desk.text_taken");
        CHECK(desk.log[0].detail == "for the log");
        (void)desk.ask("GET /api/v1/nowhere");
        CHECK(desk.log[1].text == "GET   404  " + std::to_string(missing_body.size()) + " missing");
    });
}

TEST_CASE("whoever asks too often is told when to come again") {
    on_desk([](DeskServer& desk) {
        desk.wait_for_account = std::chrono::seconds{4};
        const Response account = desk.as("anna", "GET /api/v1/customers/2/notes");
        CHECK(reason(account) == "429 too_many");
        CHECK(header(account, "Retry-After") == "4");
        CHECK(desk.ask("GET /api/v1/state").status == 200);
        desk.wait_for_address = std::chrono::seconds{9};
        const Response address = desk.ask("GET /api/v1/state");
        CHECK(reason(address) == "429 too_many");
        CHECK(header(address, "Retry-After") == "9");
    });
}

TEST_CASE("full queues refuse at once") {
    TestDatabase db(Dialect::sqlite);
    DeskServer desk(db, 1);
    const auto submit = [&](std::string_view line, const std::string& body) {
        desk.submit(DeskServer::request(line, body, {{"authorization", "Bearer anna"}}));
    };
    submit("GET /api/v1/customers/2/notes", "");
    submit("GET /api/v1/customers/2/notes", "");
    submit("POST /api/v1/customers/2/notes", toner);
    submit("POST /api/v1/customers/2/notes", toner);
    REQUIRE(desk.answers.size() == 2);
    for (const Response& answer : desk.answers) {
        CHECK(reason(answer) == "503 unavailable");
        CHECK(header(answer, "Retry-After") == "1");
    }
    while (desk.step()) {
    }
    CHECK(desk.answers.size() == 4);
}

TEST_CASE("what the database could not do is told without hiding that it may have been done") {
    TestDatabase db(Dialect::sqlite);
    DeskServer desk(db);
    const std::pair<Settled::Kind, std::string> cases[] = {
        {Settled::Kind::overloaded, "503 unavailable"},
        {Settled::Kind::full, "507 storage_full"},
        {Settled::Kind::broken, "503 storage_failed"},
        {Settled::Kind::unknown, "503 unknown_outcome"},
        {Settled::Kind::failed, "500 internal"},
    };
    for (const auto& [kind, expected] : cases) {
        desk.submit(DeskServer::request(
            "POST /api/v1/customers/2/notes", toner, {{"authorization", "Bearer anna"}}));
        auto jobs = desk.writes.take(1, std::chrono::milliseconds{0});
        REQUIRE(jobs.size() == 1);
        jobs[0].done({.kind = kind, .detail = "for the log"});
        REQUIRE(desk.answers.size() == 1);
        CHECK(reason(desk.answers[0]) == expected);
        CHECK(desk.log.back().detail == "for the log");
        desk.answers.clear();
    }
}

TEST_CASE("the description of the whole table is served, once per version of it") {
    TestDatabase db(Dialect::sqlite);
    DeskServer desk(db);
    const Response first = desk.ask("GET /api/v1/openapi.json");
    CHECK(first.status == 200);
    CHECK(first.body.view().starts_with(R"({"openapi":"3.1.0")"));
    CHECK(header(first, "Cache-Control") == "no-cache");
    const std::string etag = header(first, "ETag");
    CHECK(desk.ask("GET /api/v1/openapi.json", "", {{"if-none-match", etag}}).status == 304);
    CHECK(header(desk.ask("DELETE /api/v1/openapi.json"), "Allow") == "GET, HEAD");
}

TEST_CASE("only what lies under /api is for the dispatcher") {
    CHECK(Dispatcher::serves(DeskServer::request("GET /api/v1/state")));
    CHECK(Dispatcher::serves(DeskServer::request("GET /api")));
    CHECK_FALSE(Dispatcher::serves(DeskServer::request("GET /apis")));
    CHECK_FALSE(Dispatcher::serves(DeskServer::request("GET /")));
}

}  // namespace
}  // namespace ogniwo::desk
