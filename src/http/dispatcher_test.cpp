#include "http/dispatcher.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/limits.hpp"
#include "http/target.hpp"
#include "operations/desk_for_tests.hpp"
#include "storage/idempotency.hpp"
#include "testing/databases.hpp"

namespace ogniwo {
namespace {

constexpr std::string_view trace = "4bf92f3577b34da6a3ce929d0e0e4736";
constexpr std::string_view missing_body =
    R"({"type":"about:blank","title":"Not Found","status":404,"reason":"missing"})";

// anna works for our company, jan for customer 2, and may only read there.
Result<Actor> authenticate(Tx&, const Credentials& credentials, Time) {
    if (credentials.token == "anna") {
        return Actor{.kind = Actor::Kind::person,
                     .person = {7},
                     .grants = {{.rights = {desk::read_notes, desk::write_notes}}},
                     .label = "person:7"};
    }
    if (credentials.token == "jan") {
        return Actor{.kind = Actor::Kind::person,
                     .person = {8},
                     .grants = {{.customer = CustomerId{2}, .rights = {desk::read_notes}}},
                     .label = "person:8"};
    }
    return unauthenticated;
}

struct Line {
    std::string text;
    std::string detail;
};

// A whole server without threads and sockets: whoever asks also does the work.
class Desk {
public:
    explicit Desk(TestDatabase& database, std::size_t queue_size = 8)
        : db(database),
          writes(queue_size),
          reads(queue_size),
          environment{db.random(), db.environment().vault, "https://desk.example"},
          writer(db.database().connect(Connection::Access::read_write), writes, db.work_clock()),
          reader(db.database().connect(Connection::Access::read_only), reads, db.work_clock()),
          dispatcher(parts()) {
        (void)desk::take_runs();
    }

    // "POST /api/v1/notes", as its reader would hand it in.
    static Request request(std::string_view line,
                           std::string body = {},
                           const NamedValues& headers = {}) {
        const auto space = line.find(' ');
        Request made;
        made.head_only = line.substr(0, space) == "HEAD";
        made.method = made.head_only ? HttpMethod::get
                                     : enum_value<HttpMethod>(line.substr(0, space)).value();
        made.target = line.substr(space + 1);
        auto target = parse_target(made.target).value();
        made.segments = std::move(target.segments);
        made.query = std::move(target.query);
        made.headers = {{"host", "desk.example"}};
        if (!body.empty()) made.headers.emplace_back("content-type", "application/json");
        for (const auto& [name, value] : headers) {
            std::erase_if(made.headers, [&](const auto& header) { return header.first == name; });
            if (!value.empty()) made.headers.emplace_back(name, value);
        }
        made.body = std::move(body);
        made.client = address_v4({203, 0, 113, 9});
        made.trace = trace;
        return made;
    }

    void submit(Request&& asked) {
        dispatcher(std::move(asked),
                   Responder([this](Response&& answer) { answers.push_back(std::move(answer)); }));
    }

    Response ask(Request&& asked) {
        submit(std::move(asked));
        while (answers.empty()) REQUIRE(step());
        Response answer = std::move(answers.front());
        answers.clear();
        return answer;
    }

    Response ask(std::string_view line, std::string body = {}, const NamedValues& headers = {}) {
        return ask(request(line, std::move(body), headers));
    }

    Response as(const std::string& who,
                std::string_view line,
                std::string body = {},
                NamedValues headers = {}) {
        headers.emplace_back("authorization", "Bearer " + who);
        return ask(line, std::move(body), headers);
    }

    bool step() {
        using namespace std::chrono_literals;
        return reader.step(0ms) > 0 || outside.step(0ms) || writer.step(0ms) > 0;
    }

    TestDatabase& db;
    Operations operations;
    WriteQueue writes;
    ReadQueue reads;
    OutsidePool outside{1};
    Environment environment;
    Writer writer;
    Reader reader;
    std::vector<Response> answers;
    std::vector<Line> log;
    std::optional<std::chrono::seconds> wait_for_address;
    std::optional<std::chrono::seconds> wait_for_account;
    Dispatcher dispatcher;

private:
    DispatcherParts parts() {
        desk::mount(operations);
        return {.operations = operations,
                .environment = environment,
                .clock = db.clock(),
                .writes = writes,
                .reads = reads,
                .outside = outside,
                .data = db.data(),
                .authenticate = authenticate,
                .hooks = {.limit_address = [this](auto&, auto) { return wait_for_address; },
                          .limit_account = [this](auto, auto) { return wait_for_account; },
                          .log = [this](const RequestLog& line) { note(line); }},
                .version = "1.2.3"};
    }

    void note(const RequestLog& line) {
        CHECK(line.microseconds >= 0);
        CHECK(line.trace == trace);
        std::string text = std::string(line.method) + " " + std::string(line.path) + " " +
                           std::string(line.operation) + " " + std::to_string(line.status) + " " +
                           std::string(line.actor) + " " + std::to_string(line.bytes);
        if (!line.reason.empty()) text += " " + std::string(line.reason);
        log.push_back({std::move(text), std::string(line.detail)});
    }
};

// "201 {...}"
std::string show(const Response& response) {
    return std::to_string(response.status) + " " + std::string(response.body.view());
}

std::string header(const Response& response, std::string_view name) {
    return std::string(response.header(name).value_or("none"));
}

// "409 desk.text_taken"
std::string reason(const Response& response) {
    const std::string body(response.body.view());
    const std::string_view before = R"("reason":")";
    const auto at = body.find(before);
    if (at == std::string::npos) return show(response);
    const auto start = at + before.size();
    return std::to_string(response.status) + " " +
           body.substr(start, body.find('"', start) - start);
}

// What the dispatcher does itself is the same on either database.
void on_desk(const std::function<void(Desk&)>& body) {
    TestDatabase db(Dialect::sqlite);
    Desk desk(db);
    body(desk);
}

void on_every_database(const std::function<void(Desk&)>& body) {
    for_each_database([&](TestDatabase& db) {
        Desk desk(db);
        body(desk);
    });
}

const std::string toner = R"({"text":"Toner"})";

TEST_CASE("a wish over HTTP is granted, and what it made can be read") {
    on_every_database([](Desk& desk) {
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
    on_desk([](Desk& desk) {
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
    on_desk([](Desk& desk) {
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
        CHECK(desk::take_runs().creates == 1);
    });
}

TEST_CASE("what is missing has one body, whatever is missing and whoever asks") {
    on_desk([](Desk& desk) {
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

TEST_CASE("the same wish with the same key is granted once and answered twice") {
    on_every_database([](Desk& desk) {
        const std::string line = "POST /api/v1/customers/2/notes";
        const NamedValues key{{"idempotency-key", "k-1"}};
        const Response first = desk.as("anna", line, toner, key);
        const Response again = desk.as("anna", line, toner, key);
        CHECK(show(again) == show(first));
        CHECK(header(again, "ETag") == "\"v1\"");
        CHECK(desk::take_runs().creates == 1);

        CHECK(reason(desk.as("anna", line, R"({"text":"Other"})", key)) ==
              "409 idempotency_key_reused");
        CHECK(reason(desk.as("anna", "POST /api/v1/customers/3/notes", toner, key)) ==
              "409 idempotency_key_reused");
        CHECK(desk::take_runs().creates == 0);
        CHECK(desk.as("anna", line, toner).status == 201);
        CHECK(desk.as("anna", line, toner, {{"idempotency-key", "k-2"}}).status == 201);
        CHECK(desk::take_runs().creates == 2);
    });
}

TEST_CASE("a refused wish does not use its key up") {
    on_desk([](Desk& desk) {
        const std::string line = "POST /api/v1/customers/2/notes";
        const NamedValues key{{"idempotency-key", "k-1"}};
        CHECK(reason(desk.as("anna", line, R"({"text":"taken"})", key)) == "409 desk.text_taken");
        CHECK(desk.as("anna", line, toner, key).status == 201);
    });
}

TEST_CASE("an answer that holds a secret is given once") {
    on_desk([](Desk& desk) {
        const NamedValues key{{"idempotency-key", "k-1"}};
        CHECK(show(desk.as("anna", "POST /api/v1/keys", "", key)) == R"(201 {"key":"s3cret"})");
        CHECK(reason(desk.as("anna", "POST /api/v1/keys", "", key)) == "409 already_done");
    });
}

TEST_CASE("keys are printable, not too long, and forgotten after seven days") {
    on_desk([](Desk& desk) {
        const std::string line = "POST /api/v1/customers/2/notes";
        const std::string longest(limits::idempotency_key_length, 'k');
        CHECK(reason(desk.as("anna", line, toner, {{"idempotency-key", longest + "k"}})) ==
              "422 idempotency_key");
        CHECK(reason(desk.as("anna", line, toner, {{"idempotency-key", "klucz-ż"}})) ==
              "422 idempotency_key");
        CHECK(desk.as("anna", line, toner, {{"idempotency-key", longest}}).status == 201);

        const auto purged = [&] {
            return desk.db.write([](Work& work) -> Result<std::int64_t> {
                return idempotency::purge(work.tx, work.now);
            });
        };
        desk.db.clock().advance(std::chrono::hours{7 * 24});
        CHECK(*purged() == 0);
        desk.db.clock().advance(std::chrono::seconds{1});
        CHECK(*purged() == 1);
        CHECK(desk.as("anna", line, toner, {{"idempotency-key", longest}}).status == 201);
    });
}

TEST_CASE("a change names the version it was made on") {
    on_every_database([](Desk& desk) {
        const std::string line = "PATCH /api/v1/notes/1";
        (void)desk.as("anna", "POST /api/v1/customers/2/notes", toner);
        const std::string body = R"({"text":"Paper"})";
        CHECK(reason(desk.as("anna", line, body)) == "428 version_required");
        CHECK(reason(desk.as("anna", line, body, {{"if-match", "*"}})) == "428 version_required");
        CHECK(reason(desk.as("anna", line, body, {{"if-match", "\"v2\""}})) == "412 stale");
        CHECK(reason(desk.as("anna", line, R"({"version":1})", {{"if-match", "\"v1\""}})) ==
              "422 invalid");
        const Response changed =
            desk.as("anna",
                    line,
                    body,
                    {{"if-match", "W/\"v1\""}, {"content-type", "application/merge-patch+json"}});
        CHECK(changed.status == 200);
        CHECK(header(changed, "ETag") == "\"v2\"");
    });
}

TEST_CASE("a copy that is still fresh is not sent again") {
    on_desk([](Desk& desk) {
        (void)desk.as("anna", "POST /api/v1/customers/2/notes", toner);
        const std::string line = "GET /api/v1/notes/1";
        const Response fresh = desk.as("anna", line, "", {{"if-none-match", "\"v7\", W/\"v1\""}});
        CHECK(show(fresh) == "304 ");
        CHECK(header(fresh, "ETag") == "\"v1\"");
        CHECK(desk.as("anna", line, "", {{"if-none-match", "\"v2\""}}).status == 200);
        CHECK(reason(desk.as("jan", "GET /api/v1/notes/9", "", {{"if-none-match", "*"}})) ==
              "404 missing");
    });
}

TEST_CASE("a sign-in puts the token into the cookie and nowhere else") {
    on_every_database([](Desk& desk) {
        const std::string line = "POST /api/v1/session";
        const std::string right = R"({"email":"anna@desk.example","password":"open sesame"})";
        const Response in = desk.ask(line, right, {{"idempotency-key", "k"}});
        CHECK(in.status == 201);
        CHECK(in.body.view().find("tok3n") == std::string_view::npos);
        CHECK(in.body.view().starts_with(R"({"person":7,"expiresAt":)"));
        CHECK(header(in, "Set-Cookie") ==
              "__Host-ogniwo=tok3n; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=3600");
        CHECK(reason(desk.ask(line, right, {{"idempotency-key", "k"}})) == "409 already_done");
        const auto kept = desk.db.read([](const View& view) {
            static const Sql answers{"desk.kept_answers", R"sql(
                SELECT COUNT(*) FROM idempotency WHERE answer IS NOT NULL
            )sql"};
            return view.tx.one<std::int64_t>(answers);
        });
        CHECK(kept == 0);

        const Response wrong = desk.ask(line, R"({"email":"a@b.example","password":"x"})");
        CHECK(reason(wrong) == "401 desk.wrong_password");
        CHECK(header(wrong, "Set-Cookie") == "none");

        const Response out =
            desk.ask("DELETE /api/v1/session",
                     "",
                     {{"cookie", "a=b; __Host-ogniwo=anna"}, {"sec-fetch-site", "same-origin"}});
        CHECK(show(out) == "204 ");
        CHECK(header(out, "Set-Cookie") ==
              "__Host-ogniwo=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0");
    });
}

TEST_CASE("a cookie that has run out keeps nobody from signing in") {
    on_desk([](Desk& desk) {
        const NamedValues old{{"cookie", "__Host-ogniwo=old"}, {"sec-fetch-site", "same-origin"}};
        CHECK(desk.ask("POST /api/v1/session",
                       R"({"email":"a@b.example","password":"open sesame"})",
                       old)
                  .status == 201);
        CHECK(desk.ask("GET /api/v1/state", "", old).status == 200);
        CHECK(reason(desk.ask("GET /api/v1/notes/1", "", old)) == "401 unauthenticated");
    });
}

TEST_CASE("no password is hashed for a request that is refused anyway") {
    on_desk([](Desk& desk) {
        CHECK(reason(desk.ask("POST /api/v1/session", "{}")) == "422 invalid");
        CHECK(desk::take_runs().hashes == 0);
        CHECK(reason(desk.ask("POST /api/v1/session", R"({"email":"a","password":"b"})")) ==
              "401 desk.wrong_password");
        CHECK(desk::take_runs().hashes == 1);
    });
}

TEST_CASE("a change that comes with a cookie must come from our own pages") {
    on_desk([](Desk& desk) {
        struct Case {
            NamedValues headers;
            std::string expected;
        };
        const std::pair<std::string, std::string> cookie{"cookie", "__Host-ogniwo=anna"};
        const std::string denied = "403 cross_site";
        const Case cases[] = {
            {{cookie}, denied},
            {{cookie, {"sec-fetch-site", "cross-site"}}, denied},
            {{cookie, {"sec-fetch-site", "same-site"}}, denied},
            {{cookie, {"sec-fetch-site", "none"}}, denied},
            {{cookie, {"origin", "https://evil.example"}}, denied},
            {{cookie, {"origin", "https://desk.example.evil.example"}}, denied},
            {{cookie, {"origin", "null"}}, denied},
            {{cookie, {"sec-fetch-site", "cross-site"}, {"origin", "https://desk.example"}},
             denied},
            {{{"origin", "https://evil.example"}}, denied},
            {{cookie, {"sec-fetch-site", "same-origin"}}, "204 "},
            {{cookie, {"origin", "https://desk.example"}}, "204 "},
            {{cookie, {"origin", "http://127.0.0.1:8080"}, {"host", "127.0.0.1:8080"}}, "204 "},
            {{cookie, {"origin", "https://evil.example"}, {"authorization", "Bearer anna"}},
             "204 "},
            {{}, "401 unauthenticated"},
        };
        for (const Case& each : cases) {
            for (const auto& [name, value] : each.headers) CAPTURE(name + ": " + value);
            CHECK(reason(desk.ask("DELETE /api/v1/session", "", each.headers)) == each.expected);
        }
        CHECK(desk.ask("GET /api/v1/customers/2/notes", "", {cookie}).status == 200);
        CHECK(reason(desk.ask("GET /api/v1/notes/1", "", {{"authorization", "Basic YTpi"}})) ==
              "401 unauthenticated");
    });
}

TEST_CASE("a path says which methods it knows, and HEAD is GET") {
    on_desk([](Desk& desk) {
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
    on_desk([](Desk& desk) {
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
    on_desk([](Desk& desk) {
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
    on_desk([](Desk& desk) {
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
    on_desk([](Desk& desk) {
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
    Desk desk(db, 1);
    const auto submit = [&](std::string_view line, const std::string& body) {
        desk.submit(Desk::request(line, body, {{"authorization", "Bearer anna"}}));
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
    Desk desk(db);
    const std::pair<Settled::Kind, std::string> cases[] = {
        {Settled::Kind::overloaded, "503 unavailable"},
        {Settled::Kind::full, "507 storage_full"},
        {Settled::Kind::unknown, "503 unknown_outcome"},
        {Settled::Kind::failed, "500 internal"},
    };
    for (const auto& [kind, expected] : cases) {
        desk.submit(Desk::request(
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
    Desk desk(db);
    const Response first = desk.ask("GET /api/v1/openapi.json");
    CHECK(first.status == 200);
    CHECK(first.body.view().starts_with(R"({"openapi":"3.1.0")"));
    CHECK(header(first, "Cache-Control") == "no-cache");
    const std::string etag = header(first, "ETag");
    CHECK(desk.ask("GET /api/v1/openapi.json", "", {{"if-none-match", etag}}).status == 304);
    CHECK(header(desk.ask("DELETE /api/v1/openapi.json"), "Allow") == "GET, HEAD");
}

TEST_CASE("only what lies under /api is for the dispatcher") {
    CHECK(Dispatcher::serves(Desk::request("GET /api/v1/state")));
    CHECK(Dispatcher::serves(Desk::request("GET /api")));
    CHECK_FALSE(Dispatcher::serves(Desk::request("GET /apis")));
    CHECK_FALSE(Dispatcher::serves(Desk::request("GET /")));
}

}  // namespace
}  // namespace ogniwo
