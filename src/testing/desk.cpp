#include "testing/desk.hpp"

#include <exception>

#include "app/version.hpp"
#include "app/wiring.hpp"
#include "base/check.hpp"
#include "http/credentials.hpp"
#include "http/target.hpp"
#include "people/access_store.hpp"
#include "people/access_support.hpp"
#include "people/service.hpp"

namespace ogniwo {
namespace {

constexpr std::size_t queue_most = 16;
constexpr std::chrono::milliseconds at_once{0};
// Timers and jobs that set themselves again for the present would never end.
constexpr int background_steps_most = 1'000;
constexpr std::chrono::hours session_time{12};
constexpr std::chrono::hours api_token_time{24 * 30};

const Sql recorded_events_sql{"testing.recorded_events", R"sql(
    SELECT position, name, happened_at, payload, actor, customer, subject_kind, subject_id,
           subject_version
      FROM journal WHERE position > $1 ORDER BY position
)sql"};

const Sql recorded_texts_sql{"testing.recorded_texts", R"sql(
    SELECT field, text FROM journal_text WHERE event = $1 ORDER BY field
)sql"};

// The password "nad stawem szumi trzcina", hashed once for all tests.
const std::string& owner_password_hash() {
    static const std::string hash = people::hash_slowly("nad stawem szumi trzcina");
    return hash;
}

// Runs one work, undoes it and says that it was committed. An outermost loop, as storage's own are.
Settled rehearse_work(Connection& connection, const WriteFunction& work, Time now) {
    Settled settled;
    try {
        connection.begin(Connection::Access::read_write);
        Tx tx(connection);
        if (Outcome outcome = work(tx, now); !outcome) {
            settled = {.kind = Settled::Kind::refused, .error = std::move(outcome).error()};
        }
    } catch (const std::exception& error) {
        settled = {.kind = Settled::Kind::failed, .detail = error.what()};
    }
    connection.rollback();
    return settled;
}

void add_member(std::string& json, std::string_view name, const std::string& value) {
    json += json.back() == '{' ? "" : ",";
    write_json_text(json, name);
    json += ":" + value;
}

std::string texts_json(Tx& tx, std::int64_t event) {
    std::string json = "{";
    const auto texts = tx.all(
        [](const Row& row) {
            return std::pair(row.get<std::string>("field"),
                             row.get<std::optional<std::string>>("text"));
        },
        recorded_texts_sql,
        event);
    for (const auto& [field, text] : texts) {
        std::string value = text ? "" : "null";
        if (text) write_json_text(value, *text);
        add_member(json, field, value);
    }
    return json + "}";
}

RecordedEvent read_event(const Row& row) {
    RecordedEvent event{.position = row.get<std::int64_t>("position"),
                        .name = row.get<std::string>("name"),
                        .json = row.get<std::string>("payload")};
    const auto payload = event.json;
    event.json.pop_back();
    const auto add = [&](std::string_view name, std::optional<std::int64_t> value) {
        const bool is_there = payload.find("\"" + std::string(name) + "\":") != std::string::npos;
        if (value && !is_there) add_member(event.json, name, std::to_string(*value));
    };
    add("actor", row.get<std::optional<std::int64_t>>("actor"));
    add("customer", row.get<std::optional<std::int64_t>>("customer"));
    add(row.get<std::string>("subject_kind"), row.get<std::int64_t>("subject_id"));
    add("version", row.get<std::int64_t>("subject_version"));
    add_member(event.json, "happenedAt", "\"" + to_text(row.get<Time>("happened_at")) + "\"");
    return event;
}

Result<Actor> authenticate(Tx& tx, const Credentials& credentials, Time now) {
    const bool bearer = credentials.kind == Credentials::Kind::bearer;
    const std::string_view token = credentials.token;
    return people::authenticate(
        tx, bearer ? std::string_view{} : token, bearer ? token : std::string_view{}, now);
}

template <class T>
T must(Result<T> result) {
    if (!result) bug(__FILE__, __LINE__, "refused: " + std::string(result.error().reason.name));
    return *std::move(result);
}

}  // namespace

const Operations& every_operation() {
    static const auto table = [] {
        auto operations = std::make_unique<Operations>();
        app::mount_everything(*operations);
        return operations;
    }();
    return *table;
}

Request make_request(HttpMethod method, std::string_view target, std::string body) {
    auto parsed = parse_target(target);
    if (!parsed) bug(__FILE__, __LINE__, "no request target: " + std::string(target));
    Request request{.method = method,
                    .target = std::move(parsed->origin),
                    .segments = std::move(parsed->segments),
                    .query = std::move(parsed->query),
                    .headers = {{"host", "desk.example"},
                                {"user-agent", "test"},
                                {"sec-fetch-site", "same-origin"}},
                    .body = std::move(body),
                    .client = *parse_address("127.0.0.1"),
                    .secure = true,
                    .trace = std::string(32, '0')};
    if (!request.body.empty()) request.headers.emplace_back("content-type", "application/json");
    return request;
}

Request with_session(Request request, std::string_view token) {
    if (!token.empty()) {
        request.headers.emplace_back("cookie",
                                     std::string(session_cookie) + "=" + std::string(token));
    }
    return request;
}

Request with_bearer(Request request, std::string_view token) {
    request.headers.emplace_back("authorization", "Bearer " + std::string(token));
    return request;
}

// Steps before a transaction have transactions of their own; a rehearsal undoes those, too.
class Desk::BeforeSteps : public Transactor {
public:
    explicit BeforeSteps(Desk& desk) : desk_(desk) {}

    void keep(Kept kept) { kept_ = kept; }

    Outcome write(const WriteFunction& work) override {
        if (kept_ == Kept::yes) return desk_.database_.data().write(work);
        const Time now = desk_.database_.work_clock().now();
        const Settled settled = rehearse_work(*desk_.rehearsal_, work, now);
        if (settled.error) return *settled.error;
        INVARIANT(settled.kind == Settled::Kind::committed);
        return Nothing{};
    }
    void read(const ReadFunction& look) override { desk_.database_.data().read(look); }

private:
    Desk& desk_;
    Kept kept_ = Kept::yes;
};

Desk::Desk(TestDatabase& database)
    : database_(database),
      writes_(queue_most),
      reads_(queue_most),
      outside_(queue_most),
      writer_(database.database().connect(Connection::Access::read_write),
              writes_,
              database.work_clock()),
      reader_(database.database().connect(Connection::Access::read_only),
              reads_,
              database.work_clock()),
      rehearsal_(database.database().connect(Connection::Access::read_write)),
      before_steps_(std::make_unique<BeforeSteps>(*this)),
      timers_(database.data(), database.environment()),
      jobs_(database.data(), database.environment()),
      outbox_(database.data()) {
    app::handle_timers(timers_);
    app::handle_jobs(jobs_);
    outbox_.deliver("mail", [this](const Letter& letter) -> std::optional<std::string> {
        letters_.push_back(letter);
        return std::nullopt;
    });
    blobs_ = database.dialect() == Dialect::sqlite
                 ? make_file_blobs(database.folder() + "/blobs", database.data())
                 : make_database_blobs(database.data());
    live_feed_ = std::make_unique<LiveFeed>(LiveFeedParts{.operations = every_operation(),
                                                          .data = database.data(),
                                                          .environment = database.environment(),
                                                          .authenticate = authenticate});
    dispatcher_ = std::make_unique<Dispatcher>(DispatcherParts{
        .operations = every_operation(),
        .environment = database.environment(),
        .clock = database.clock(),
        .writes = writes_,
        .reads = reads_,
        .outside = outside_,
        .data = *before_steps_,
        .blobs = *blobs_,
        .authenticate = authenticate,
        .hooks = {.log = [this](const RequestLog& line) { detail_ = line.detail; }},
        .open_stream =
            [this](const Request& request, const Actor& actor, const Credentials& credentials) {
                return live_feed_->open(request, actor, credentials);
            },
        .version = std::string(app::version)});
}

Desk::~Desk() = default;

Response Desk::ask(Request request) {
    return run(std::move(request), Kept::yes);
}

Response Desk::rehearse(Request request) {
    return run(std::move(request), Kept::no);
}

Response Desk::run(Request request, Kept kept) {
    std::optional<Response> answer;
    detail_.clear();
    before_steps_->keep(kept);
    (*dispatcher_)(std::move(request),
                   Responder([&](Response&& response) { answer = std::move(response); }));
    while (!answer) INVARIANT(step(kept));
    return *std::move(answer);
}

bool Desk::step(Kept kept) {
    if (outside_.step(at_once)) return true;
    if (reader_.step(at_once) > 0) return true;
    if (kept == Kept::yes) return writer_.step(at_once) > 0;
    const auto jobs = writes_.take(1, at_once);
    for (const WriteJob& job : jobs) {
        job.done(rehearse_work(*rehearsal_, job.work, database_.work_clock().now()));
    }
    return !jobs.empty();
}

void Desk::work_off() {
    int steps = 0;
    for (bool more = true; more; ++steps) {
        INVARIANT(steps < background_steps_most);
        more = timers_.step() > 0;
        more = jobs_.step() || more;
        more = outbox_.step() > 0 || more;
    }
}

std::vector<Letter> Desk::take_letters() {
    return std::exchange(letters_, {});
}

std::string Desk::follow(const Response& stream) {
    while (live_feed_->step()) {
    }
    INVARIANT(stream.growing != nullptr);
    return stream.growing->take().bytes;
}

std::vector<RecordedEvent> Desk::events_after(std::int64_t position) {
    return database_.read([&](const View& view) {
        auto events = view.tx.all(read_event, recorded_events_sql, position);
        for (RecordedEvent& event : events) {
            add_member(event.json, "texts", texts_json(view.tx, event.position));
            event.json += "}";
        }
        return events;
    });
}

void Desk::start() {
    database_.change([](Work& work) { (void)must(app::prepare_data(work)); });
    work_off();
}

PersonId Desk::set_up_company() {
    const auto signed_in = must(database_.write([](Work& work) {
        people::SetUp wish{.company_name = "Ogniwo Serwis",
                           .given_name = "Olga",
                           .family_name = "Wrona",
                           .email = "olga@ogniwo.example"};
        wish.code = people::make_setup_code(work).value_or("");
        wish.password_hash = owner_password_hash();
        return people::set_up(work, wish);
    }));
    database_.change([&](Work& work) {
        (void)people::store::delete_session(work.tx, signed_in.person, signed_in.session);
    });
    return signed_in.person;
}

PersonId Desk::add_person(const people::CreateUser& wish) {
    return must(database_.write([&](Work& work) { return people::create_user(work, wish); }))
        .person;
}

void Desk::give_role(PersonId person, people::Role role, std::optional<CustomerId> customer) {
    (void)must(database_.write([&](Work& work) {
        return people::add_grant(work, {.person = person, .role = role, .customer = customer});
    }));
}

std::string Desk::sign_in(PersonId person) {
    std::string token;
    database_.change([&](Work& work) {
        people::NewKey key = people::new_key(work.environment.random);
        people::store::insert_session(work,
                                      {.token = std::move(key.hash),
                                       .person = person,
                                       .how = people::SessionStart::password,
                                       .expires_at = work.now + session_time});
        token = std::move(key.text);
    });
    return token;
}

std::string Desk::add_api_token(PersonId person, std::vector<std::string> scopes) {
    std::string token;
    const Actor actor{.kind = Actor::Kind::person, .person = person};
    (void)must(database_.write_as(actor, [&](Work& work) -> Outcome {
        people::NewKey key = people::new_key(work.environment.random, "ogn_");
        people::store::insert_token(
            work,
            {.name = "test", .scopes = scopes, .expires_at = work.now + api_token_time},
            key.hash);
        token = std::move(key.text);
        return Nothing{};
    }));
    return token;
}

bool Desk::is_signed_in(std::string_view token) {
    return database_.read([&](const View& view) {
        const auto actor = people::authenticate(view.tx, token, {}, view.now);
        return actor && actor->kind == Actor::Kind::person;
    });
}

}  // namespace ogniwo
