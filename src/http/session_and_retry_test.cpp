// Cookies and other sites, versions, and wishes that arrive twice, over the whole way.

#include "base/limits.hpp"
#include "http/desk_server_for_tests.hpp"
#include "storage/idempotency.hpp"

namespace ogniwo::desk {
namespace {

TEST_CASE("the same wish with the same key is granted once and answered twice") {
    on_every_database([](DeskServer& desk) {
        const std::string line = "POST /api/v1/customers/2/notes";
        const NamedValues key{{"idempotency-key", "k-1"}};
        const Response first = desk.as("anna", line, toner, key);
        const Response again = desk.as("anna", line, toner, key);
        CHECK(show(again) == show(first));
        CHECK(header(again, "ETag") == "\"v1\"");
        CHECK(take_runs().creates == 1);

        CHECK(reason(desk.as("anna", line, R"({"text":"Other"})", key)) ==
              "409 idempotency_key_reused");
        CHECK(reason(desk.as("anna", "POST /api/v1/customers/3/notes", toner, key)) ==
              "409 idempotency_key_reused");
        CHECK(take_runs().creates == 0);
        CHECK(desk.as("anna", line, toner).status == 201);
        CHECK(desk.as("anna", line, toner, {{"idempotency-key", "k-2"}}).status == 201);
        CHECK(take_runs().creates == 2);
    });
}

TEST_CASE("a refused wish does not use its key up") {
    on_desk([](DeskServer& desk) {
        const std::string line = "POST /api/v1/customers/2/notes";
        const NamedValues key{{"idempotency-key", "k-1"}};
        CHECK(reason(desk.as("anna", line, R"({"text":"taken"})", key)) == "409 desk.text_taken");
        CHECK(desk.as("anna", line, toner, key).status == 201);
    });
}

TEST_CASE("an answer that holds a secret is given once") {
    on_desk([](DeskServer& desk) {
        const NamedValues key{{"idempotency-key", "k-1"}};
        CHECK(show(desk.as("anna", "POST /api/v1/keys", "", key)) == R"(201 {"key":"s3cret"})");
        CHECK(reason(desk.as("anna", "POST /api/v1/keys", "", key)) == "409 already_done");
    });
}

TEST_CASE("keys are printable, not too long, and forgotten after seven days") {
    on_desk([](DeskServer& desk) {
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
    on_every_database([](DeskServer& desk) {
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
    on_desk([](DeskServer& desk) {
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
    on_every_database([](DeskServer& desk) {
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
    on_desk([](DeskServer& desk) {
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
    on_desk([](DeskServer& desk) {
        CHECK(reason(desk.ask("POST /api/v1/session", "{}")) == "422 invalid");
        CHECK(take_runs().hashes == 0);
        CHECK(reason(desk.ask("POST /api/v1/session", R"({"email":"a","password":"b"})")) ==
              "401 desk.wrong_password");
        CHECK(take_runs().hashes == 1);
    });
}

TEST_CASE("a change that comes with a cookie must come from our own pages") {
    on_desk([](DeskServer& desk) {
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

}  // namespace
}  // namespace ogniwo::desk
