#pragma once

// A whole server over the made-up desk, without threads and sockets: whoever asks also does the
// work, one step after the other.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "http/dispatcher.hpp"
#include "http/target.hpp"
#include "operations/desk_for_tests.hpp"
#include "testing/databases.hpp"

namespace ogniwo::desk {

inline constexpr std::string_view trace = "4bf92f3577b34da6a3ce929d0e0e4736";
inline constexpr std::string_view missing_body =
    R"({"type":"about:blank","title":"Not Found","status":404,"reason":"missing"})";

// anna works for our company, jan for customer 2, and may only read there.
inline Result<Actor> authenticate(Tx&, const Credentials& credentials, Time) {
    if (credentials.token == "anna") {
        return Actor{.kind = Actor::Kind::person,
                     .person = {7},
                     .grants = {{.rights = {read_notes, write_notes}}},
                     .label = "person:7"};
    }
    if (credentials.token == "jan") {
        return Actor{.kind = Actor::Kind::person,
                     .person = {8},
                     .grants = {{.customer = CustomerId{2}, .rights = {read_notes}}},
                     .label = "person:8"};
    }
    return unauthenticated;
}

struct Line {
    std::string text;
    std::string detail;
};

class DeskServer {
public:
    explicit DeskServer(TestDatabase& database, std::size_t queue_size = 8)
        : db(database),
          writes(queue_size),
          reads(queue_size),
          environment{db.random(), db.environment().vault, "https://desk.example"},
          writer(db.database().connect(Connection::Access::read_write), writes, db.work_clock()),
          reader(db.database().connect(Connection::Access::read_only), reads, db.work_clock()),
          dispatcher(parts()) {
        (void)take_runs();
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
    std::unique_ptr<BlobStore> blobs = make_file_blobs(db.folder() + "/blobs", db.data());
    Dispatcher dispatcher;

private:
    DispatcherParts parts() {
        mount(operations);
        return {.operations = operations,
                .environment = environment,
                .clock = db.clock(),
                .writes = writes,
                .reads = reads,
                .outside = outside,
                .data = db.data(),
                .blobs = *blobs,
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
inline std::string show(const Response& response) {
    return std::to_string(response.status) + " " + std::string(response.body.view());
}

inline std::string header(const Response& response, std::string_view name) {
    return std::string(response.header(name).value_or("none"));
}

// "409 desk.text_taken"
inline std::string reason(const Response& response) {
    const std::string body(response.body.view());
    const std::string_view before = R"("reason":")";
    const auto at = body.find(before);
    if (at == std::string::npos) return show(response);
    const auto start = at + before.size();
    return std::to_string(response.status) + " " +
           body.substr(start, body.find('"', start) - start);
}

// What the dispatcher does itself is the same on either database.
inline void on_desk(const std::function<void(DeskServer&)>& body) {
    TestDatabase db(Dialect::sqlite);
    DeskServer desk(db);
    body(desk);
}

inline void on_every_database(const std::function<void(DeskServer&)>& body) {
    for_each_database([&](TestDatabase& db) {
        DeskServer desk(db);
        body(desk);
    });
}

inline const std::string toner = R"({"text":"Toner"})";

}  // namespace ogniwo::desk
