// What open screens are told, over the whole product: snapshot, stream, rights.

#include <doctest/doctest.h>

#include "people/service.hpp"
#include "testing/desk.hpp"
#include "tickets/presence_service.hpp"
#include "tickets/service.hpp"

namespace ogniwo {
namespace {

using people::Role;

// A company, two customers, and somebody of each kind who may follow.
struct House {
    explicit House(TestDatabase& database) : desk(database) {
        desk.start();
        olga = desk.set_up_company();
        owner = desk.sign_in(olga);
        kowalski = made("POST /api/v1/customers", R"({"name":"Kowalski"})", "customer");
        nowicki = made("POST /api/v1/customers", R"({"name":"Nowicki"})", "customer");
        anna = desk.add_person({.given_name = "Anna",
                                .family_name = "Nowak",
                                .email = "anna@ogniwo.example",
                                .role = Role::technician});
        jan = desk.add_person({.given_name = "Jan",
                               .family_name = "Kowal",
                               .email = "jan@kowalski.example",
                               .role = Role::customer_user,
                               .customer = CustomerId{kowalski}});
    }

    Response ask(std::string_view line, std::string body = {}, std::string_view who = {}) {
        const auto space = line.find(' ');
        const auto method = enum_value<HttpMethod>(line.substr(0, space)).value();
        Request request = make_request(method, line.substr(space + 1), std::move(body));
        return desk.ask(with_session(std::move(request), who.empty() ? owner : who));
    }

    std::string answered(std::string_view line, std::string body = {}, std::string_view who = {}) {
        const Response response = ask(line, std::move(body), who);
        CHECK_MESSAGE(response.status < 300, response.body.view());
        return std::string(response.body.view());
    }

    // The number under this member of the answer.
    std::int64_t made(std::string_view line, std::string body, std::string_view member) {
        return number(answered(line, std::move(body)), member);
    }
    static std::int64_t number(const std::string& json, std::string_view member) {
        const std::string mark = "\"" + std::string(member) + "\":";
        return std::stoll(json.substr(json.find(mark) + mark.size()));
    }
    static std::string text(const std::string& json, std::string_view member) {
        const std::string mark = "\"" + std::string(member) + "\":\"";
        const auto start = json.find(mark) + mark.size();
        return json.substr(start, json.find('"', start) - start);
    }

    std::int64_t create(std::int64_t customer,
                        const std::string& subject,
                        std::string_view who = {}) {
        const std::string body =
            R"({"customer":)" + std::to_string(customer) + R"(,"subject":")" + subject + "\"}";
        return number(answered("POST /api/v1/tickets", body, who), "id");
    }

    Response stream(std::string_view who, const std::string& after = {}) {
        return ask("GET /api/v1/live" + (after.empty() ? "" : "?after=" + after), {}, who);
    }

    Desk desk;
    PersonId olga{}, anna{}, jan{};
    std::string owner;
    std::int64_t kowalski = 0, nowicki = 0;
};

bool tells(const std::string& told, std::string_view what) {
    return told.find(what) != std::string::npos;
}

std::string last_place(const std::string& told) {
    const auto at = told.rfind("id: ") + 4;
    return told.substr(at, told.find('\n', at) - at);
}

}  // namespace

TEST_CASE("whoever loses sight of a row with its customer is told that it is gone, once") {
    for_each_database(
        [](TestDatabase& db) {
            House house(db);
            const std::string jan = house.desk.sign_in(house.jan);
            const auto id = house.create(house.kowalski, "Moje", jan);
            const std::string path = "/api/v1/tickets/" + std::to_string(id);
            const Response anna = house.stream(house.desk.sign_in(house.anna));
            const Response his = house.stream(jan);
            (void)house.desk.follow(anna);
            (void)house.desk.follow(his);
            const auto move = [&](std::int64_t customer, const std::string& version) {
                Request request = make_request(HttpMethod::patch,
                                               path + "/customer",
                                               "{\"customer\":" + std::to_string(customer) + "}");
                request.headers.push_back({"if-match", "\"v" + version + "\""});
                const Response response =
                    house.desk.ask(with_session(std::move(request), house.owner));
                CHECK_MESSAGE(response.status == 200, response.body.view());
            };
            move(house.nowicki, "1");
            CHECK(tells(house.desk.follow(anna), R"("customerName":"Nowicki")"));
            const std::string told = house.desk.follow(his);
            CHECK(tells(told, R"(event: gone
data: {"kind":"ticket","id":)" + std::to_string(id)));
            CHECK_FALSE(tells(told, "Nowicki"));
            // What happens to it afterwards is none of his business.
            house.answered("POST " + path + "/take", "{}", house.desk.sign_in(house.anna));
            CHECK_FALSE(tells(house.desk.follow(his), "ticket"));
        });
}

TEST_CASE("a stream says hello, and then tells every change that its reader may see") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const Response anna = house.stream(house.desk.sign_in(house.anna));
        const Response jan = house.stream(house.desk.sign_in(house.jan));
        REQUIRE(anna.status == 200);
        CHECK(anna.header("Content-Type") == "text/event-stream");
        CHECK(tells(house.desk.follow(anna), "event: hello\ndata: {\"version\":"));
        (void)house.desk.follow(jan);

        // Of another customer, of his own company but somebody else's, and his own.
        house.create(house.nowicki, "Obce");
        house.create(house.kowalski, "Firmowe");
        const auto mine = house.create(house.kowalski, "Moje", house.desk.sign_in(house.jan));
        std::string told = house.desk.follow(anna);
        CHECK(tells(told, R"("subject":"Obce")"));
        CHECK(tells(told, R"("customerName":"Nowicki")"));
        CHECK(tells(told, R"("subject":"Firmowe")"));
        CHECK(tells(told, R"(event: upsert
data: {"kind":"ticket","row":{)"));
        told = house.desk.follow(jan);
        CHECK(tells(told, R"("subject":"Moje")"));
        CHECK_FALSE(tells(told, "Firmowe"));
        CHECK_FALSE(tells(told, "Obce"));

        house.answered("POST /api/v1/tickets/" + std::to_string(mine) + "/take",
                       "{}",
                       house.desk.sign_in(house.anna));
        told = house.desk.follow(jan);
        CHECK(tells(told, R"("version":2)"));
        CHECK(tells(told, R"("assigneeName":"Anna Nowak")"));
        CHECK(house.desk.follow(jan).empty());
    });
}

TEST_CASE("a stream tells customers' people a ticket without what is stuck to it") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const Response anna = house.stream(house.desk.sign_in(house.anna));
        const Response jan = house.stream(house.desk.sign_in(house.jan));
        const auto mine = house.create(house.kowalski, "Moje", house.desk.sign_in(house.jan));
        (void)house.desk.follow(anna);
        (void)house.desk.follow(jan);
        const std::string path = "POST /api/v1/tickets/" + std::to_string(mine);
        house.answered(path + "/tags", R"({"name":"trudny klient"})");
        house.answered(path + "/spam", "{}");
        std::string told = house.desk.follow(anna);
        CHECK(tells(told, "trudny klient"));
        CHECK(tells(told, "spamAt"));
        told = house.desk.follow(jan);
        CHECK(tells(told, R"("version":3)"));
        CHECK_FALSE(tells(told, "trudny"));
        CHECK_FALSE(tells(told, "spam"));
    });
}

TEST_CASE("a list says where its stream begins, and a stream that broke goes on where it was") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const std::string anna = house.desk.sign_in(house.anna);
        house.create(house.kowalski, "Pierwsze");
        const std::string list = house.answered("GET /api/v1/tickets?open=true", {}, anna);
        CHECK(tells(list, "Pierwsze"));
        house.create(house.kowalski, "Drugie");

        const Response first = house.stream(anna, House::text(list, "live"));
        std::string told = house.desk.follow(first);
        CHECK(tells(told, "Drugie"));
        CHECK_FALSE(tells(told, "Pierwsze"));

        first.growing->leave();
        house.create(house.kowalski, "Trzecie");
        house.create(house.kowalski, "Czwarte");
        Request again =
            make_request(HttpMethod::get, "/api/v1/live?after=" + House::text(list, "live"));
        again.headers.emplace_back("last-event-id", last_place(told));
        const Response second = house.desk.ask(with_session(std::move(again), anna));
        told = house.desk.follow(second);
        CHECK(tells(told, "Trzecie"));
        CHECK(tells(told, "Czwarte"));
        CHECK_FALSE(tells(told, "Drugie"));
        CHECK_FALSE(tells(told, "event: reset"));
    });
}

TEST_CASE("a place that is none, and one too far back, start a stream anew") {
    TestDatabase db(Dialect::sqlite);
    House house(db);
    const std::string anna = house.desk.sign_in(house.anna);
    const Response lost = house.stream(anna, "nonsense");
    CHECK(tells(house.desk.follow(lost), "event: reset"));
    const std::string list = house.answered("GET /api/v1/tickets", {}, anna);
    const auto ticket = std::to_string(house.create(house.kowalski, "Często zmieniane"));
    for (int i = 0; i < 1'001; ++i) {
        house.answered("POST /api/v1/tickets/" + ticket + "/followers", "{}", anna);
        house.answered(
            "DELETE /api/v1/tickets/" + ticket + "/followers/" + std::to_string(house.anna.value),
            {},
            anna);
    }
    (void)house.desk.follow(lost);  // Now the feed has come to the end of the journal.
    const std::string told = house.desk.follow(house.stream(anna, House::text(list, "live")));
    CHECK(tells(told, "event: reset"));
    CHECK_FALSE(tells(told, "upsert"));
}

TEST_CASE("when two customers become one or two, everybody begins anew, and sees what they may") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.desk.give_role(
            house.jan, people::Role::customer_administrator, CustomerId{house.kowalski});
        const std::string merge = "POST /api/v1/customers/" + std::to_string(house.nowicki);
        const Response anna = house.stream(house.desk.sign_in(house.anna));
        const Response jan = house.stream(house.desk.sign_in(house.jan));
        (void)house.desk.follow(anna);
        (void)house.desk.follow(jan);
        house.answered(merge + "/merge", R"({"into":)" + std::to_string(house.kowalski) + "}");
        CHECK(tells(house.desk.follow(anna), "event: reset"));
        CHECK(tells(house.desk.follow(jan), "event: reset"));
        house.create(house.nowicki, "Obu firm");
        const std::string told = house.desk.follow(jan);
        CHECK(tells(told, "Obu firm"));
        CHECK(tells(told, R"("customerName":"Kowalski")"));

        db.clock().advance(std::chrono::seconds{10});
        house.answered(merge + "/unmerge", "{}");
        CHECK(tells(house.desk.follow(anna), "event: reset"));
        CHECK(tells(house.desk.follow(jan), "event: reset"));
        house.create(house.nowicki, "Znowu obce");
        CHECK_FALSE(tells(house.desk.follow(jan), "Znowu obce"));
    });
}

TEST_CASE("whose rights change is told to begin anew, and sees what they now may") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const std::string anna = house.desk.sign_in(house.anna);
        const Response stream = house.stream(anna);
        (void)house.desk.follow(stream);
        const std::string grants =
            "/api/v1/persons/" + std::to_string(house.anna.value) + "/grants";
        const std::string held = house.answered("GET " + grants);
        house.answered("DELETE /api/v1/grants/" + std::to_string(House::number(held, "id")));
        CHECK(tells(house.desk.follow(stream), "event: reset"));

        house.create(house.kowalski, "Już nie dla niej");
        CHECK_FALSE(tells(house.desk.follow(stream), "upsert"));
        house.answered("POST " + grants, R"({"role":"technician"})");
        CHECK(tells(house.desk.follow(stream), "event: reset"));
        house.create(house.kowalski, "Znów dla niej");
        CHECK(tells(house.desk.follow(stream), "Znów dla niej"));
    });
}

TEST_CASE("a stream ends with the session that opened it") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const std::string anna = house.desk.sign_in(house.anna);
        const Response stream = house.stream(anna);
        (void)house.desk.follow(stream);
        SUBCASE("signed out") {
            house.answered("DELETE /api/v1/session", {}, anna);
        }
        SUBCASE("disabled") {
            house.answered("POST /api/v1/persons/" + std::to_string(house.anna.value) + "/disable");
        }
        SUBCASE("run out") {
            db.clock().advance(std::chrono::hours{24 * 40});
        }
        CHECK(tells(house.desk.follow(stream), "event: over"));
        house.owner = house.desk.sign_in(house.olga);
        house.create(house.kowalski, "Po wszystkim");
        CHECK(house.desk.follow(stream).empty());
    });
}

TEST_CASE("another system's past is not told row by row, but by beginning anew now and then") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const std::string anna = house.desk.sign_in(house.anna);
        const std::string list = house.answered("GET /api/v1/tickets", {}, anna);
        const Response stream = house.stream(anna);
        (void)house.desk.follow(stream);
        const auto source = house.made(
            "POST /api/v1/imports/events", R"({"name":"dawny","customer":"Kowalski"})", "source");
        const auto push = [&](const std::string& key) {
            house.answered("POST /api/v1/imports/events/chunks",
                           R"({"source":)" + std::to_string(source) + R"(,"cases":[{"key":")" +
                               key + R"(","subject":"Dawna sprawa","rows":[{"row":2,)" +
                               R"("at":"2020-03-31T15:00:00Z","status":"open","tier":1,)" +
                               R"("step":1,"impact":"low"}]}]})");
        };
        push("A-1");
        std::string told = house.desk.follow(stream);
        CHECK(tells(told, "event: reset"));
        CHECK_FALSE(tells(told, "Dawna"));
        push("A-2");
        CHECK_FALSE(tells(house.desk.follow(stream), "event: reset"));
        db.clock().advance(std::chrono::seconds{6});
        CHECK(tells(house.desk.follow(stream), "event: reset"));

        // Whoever comes back after it begins anew, too.
        told = house.desk.follow(house.stream(anna, House::text(list, "live")));
        CHECK(tells(told, "event: reset"));
    });
}

TEST_CASE("asking only for the head of a stream leaves no stream behind") {
    TestDatabase db(Dialect::sqlite);
    House house(db);
    const std::string anna = house.desk.sign_in(house.anna);
    std::optional<Response> stays = house.stream(anna);
    {
        Request request = make_request(HttpMethod::get, "/api/v1/live");
        request.head_only = true;
        CHECK(house.desk.ask(with_session(std::move(request), anna)).status == 200);
    }
    CHECK(house.desk.streams() == 2);
    (void)house.desk.follow(*stays);
    CHECK(house.desk.streams() == 1);
    const Response other = house.stream(anna);
    stays.reset();
    (void)house.desk.follow(other);
    CHECK(house.desk.streams() == 1);
}

TEST_CASE("nobody follows without having signed in") {
    TestDatabase db(Dialect::sqlite);
    House house(db);
    CHECK(house.desk.ask(make_request(HttpMethod::get, "/api/v1/live")).status == 401);
    CHECK(house.ask("GET /api/v1/live?since=1").status == 422);
}

TEST_CASE("a file is uploaded, sent with a message, and read by whoever reads that") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const std::string anna = house.desk.sign_in(house.anna);
        const std::string jan = house.desk.sign_in(house.jan);
        const auto ticket = std::to_string(house.create(house.kowalski, "Zdjęcie", jan));
        const std::string attach = "POST /api/v1/tickets/" + ticket + "/attachments";
        const auto upload = [&](std::string_view who) {
            const std::string made =
                house.answered(attach, R"({"name":"C:\\zrzut.png","content":"iVBORw0KGgo="})", who);
            CHECK(House::text(made, "name") == "zrzut.png");
            CHECK(House::text(made, "mediaType") == "image/png");
            return std::to_string(House::number(made, "id"));
        };
        const std::string files = "/api/v1/attachments/";

        // Until it is sent, it is its sender's.
        const std::string waiting = upload(jan);
        CHECK(house.ask("GET " + files + waiting, {}, jan).status == 200);
        CHECK(house.ask("GET " + files + waiting, {}, anna).status == 404);
        CHECK(house
                  .ask("POST /api/v1/tickets/" + ticket + "/replies",
                       R"({"text":"Cudzy plik","attachments":[)" + waiting + "]}",
                       anna)
                  .status == 422);

        house.answered("POST /api/v1/tickets/" + ticket + "/replies",
                       R"({"text":"Proszę","attachments":[)" + waiting + "]}",
                       jan);
        const Response read = house.ask("GET " + files + waiting + "?inline=true", {}, anna);
        CHECK(read.status == 200);
        CHECK(read.body.view() == "\x89PNG\r\n\x1a\n");
        CHECK(read.header("Content-Type") == "image/png");
        CHECK(read.header("Content-Disposition") == "inline; filename*=UTF-8''zrzut.png");
        CHECK(house.ask("GET " + files + waiting, {}, anna).header("Content-Disposition") ==
              "attachment; filename*=UTF-8''zrzut.png");
        CHECK(tells(house.answered("GET /api/v1/tickets/" + ticket + "/messages", {}, jan),
                    R"("attachments":[{"id":)" + waiting));

        // What comes with a note is ours alone.
        const std::string internal = upload(anna);
        house.answered("POST /api/v1/tickets/" + ticket + "/notes",
                       R"({"text":"Dla nas","attachments":[)" + internal + "]}",
                       anna);
        CHECK(house.ask("GET " + files + internal, {}, anna).status == 200);
        CHECK(house.ask("GET " + files + internal, {}, jan).status == 404);

        // A day later nobody knows of what was never sent.
        const std::string forgotten = upload(anna);
        db.clock().advance(std::chrono::hours{25});
        db.change([](Work& work) { tickets::forget_waiting_files(work); });
        CHECK(house.ask("GET " + files + forgotten, {}, house.desk.sign_in(house.anna)).status ==
              404);
    });
}

TEST_CASE("what was written and never sent is kept for 90 days") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const auto ticket = std::to_string(house.create(house.kowalski, "Zdjęcie"));
        const std::string drafts = "/api/v1/tickets/" + ticket + "/drafts";
        house.answered("POST " + drafts,
                       R"({"kind":"reply","text":"Proszę o"})",
                       house.desk.sign_in(house.anna));
        const auto kept_after = [&](int days) {
            db.clock().advance(std::chrono::days{days});
            db.change([](Work& work) { tickets::forget_absent(work); });
            return tells(house.answered("GET " + drafts, {}, house.desk.sign_in(house.anna)),
                         "Proszę o");
        };
        CHECK(kept_after(89));
        CHECK_FALSE(kept_after(2));
    });
}

TEST_CASE("files that are too large or no files are refused before anything is stored") {
    TestDatabase db(Dialect::sqlite);
    House house(db);
    const auto ticket = std::to_string(house.create(house.kowalski, "Zdjęcie"));
    const std::string attach = "POST /api/v1/tickets/" + ticket + "/attachments";
    CHECK(house.ask(attach, R"({"name":"a","content":"%%%"})").status == 422);
    CHECK(house.ask(attach, R"({"name":"  /  ","content":"QUJD"})").status == 422);
    const std::string some(2 * 1024 * 1024, 'A');
    CHECK(house.ask(attach, R"({"nome":"a","content":")" + some + "\"}").status == 422);
    std::string large(28 * 1024 * 1024 - 4, 'A');
    CHECK(house.ask(attach, R"({"name":"a","content":")" + large + "\"}").status == 413);
    const auto upload = [&](const char* key) {
        Request request =
            make_request(HttpMethod::post, attach.substr(5), R"({"name":"a","content":"QUJD"})");
        request.headers.emplace_back("idempotency-key", key);
        return house.desk.ask(with_session(std::move(request), house.owner));
    };
    const Response first = upload("first");
    CHECK(first.status == 201);
    for (int i = 1; i < 20; ++i) house.answered(attach, R"({"name":"a","content":"QUJD"})");
    CHECK(upload("one too many").status == 409);
    // Whoever asks once more with the same key is told what became of it.
    const Response again = upload("first");
    CHECK(again.status == 201);
    CHECK(again.body.view() == first.body.view());
}

}  // namespace ogniwo
