#include "app/node.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <exception>
#include <filesystem>

#include "app/memory.hpp"
#include "app/store.hpp"
#include "app/version.hpp"
#include "app/wiring.hpp"
#include "base/encoding.hpp"
#include "people/service.hpp"
#include "storage/sqlite.hpp"

namespace ogniwo::app {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t writes_most = 4'096;  // Waiting; one more is told to come again.
constexpr std::size_t reads_most = 4'096;
constexpr milliseconds step_wait{100};  // How soon a database thread sees that it should end.
constexpr milliseconds follower_pause{250};
constexpr milliseconds notice_pause{5};
constexpr milliseconds live_pause{20};
constexpr milliseconds timer_pause{500};
constexpr milliseconds house_pause{30'000};
constexpr milliseconds memory_pause{500};
constexpr milliseconds erasures_pause{2'000};
constexpr milliseconds checkpoint_pause{500};
constexpr milliseconds after_failure{1'000};
constexpr milliseconds drain_time{10'000};
constexpr Microseconds skew_most{1'000'000};
constexpr std::chrono::hours blob_age{24};

struct Endpoint {
    std::string address;
    std::uint16_t port = 0;
};

// "127.0.0.1:8080", "[::1]:8080".
std::optional<Endpoint> parse_endpoint(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return std::nullopt;
    Endpoint endpoint{.address = text.substr(0, colon)};
    if (endpoint.address.starts_with('[') && endpoint.address.ends_with(']')) {
        endpoint.address = endpoint.address.substr(1, endpoint.address.size() - 2);
    }
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + colon + 1, end, endpoint.port);
    if (parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
    return endpoint;
}

Allowance allowance(int per_second) {
    constexpr double seconds_at_once = 10;
    return {.per_second = double(per_second), .burst = per_second * seconds_at_once};
}

Error bad_endpoint(const std::string& setting, const std::string& text) {
    return {.reason = setting_invalid,
            .detail = fmt::format(
                "{} must be ADDRESS:PORT, such as 127.0.0.1:8080, not \"{}\"", setting, text)};
}

}  // namespace

Node::Node(Installation& installation, const Settings& settings, const Log& log)
    : installation_(installation),
      settings_(settings),
      log_(log),
      writes_(writes_most),
      reads_(reads_most),
      data_(writes_, reads_),
      timers_(data_, installation.environment()),
      jobs_(data_, installation.environment()),
      outbox_(data_),
      blobs_(installation.blobs(data_)),
      limiter_({.per_address = allowance(settings.requests_per_address),
                .per_account = allowance(settings.requests_per_account),
                .seed = installation.random().number()}),
      assets_(embedded_assets()) {
    mount_everything(operations_);
    handle_timers(timers_);
    handle_jobs(jobs_);
    // Until mail exists, whoever runs the server hands a link on by hand.
    outbox_.deliver("mail", [this](const Letter& letter) -> std::optional<std::string> {
        log_.write(Level::info, "mail", {{"id", letter.stable_id}, {"mail", letter.payload}});
        return std::nullopt;
    });
}

Node::~Node() {
    stop();
}

Outcome Node::start() {
    TRY_DO(installation_.change([](Work& work) { return prepare_data(work); }));
    open_connections();
    if (settings_.backup_at) {
        nightly_ = std::make_unique<Nightly>(
            data_,
            installation_.environment(),
            settings_,
            installation_.look([](const View& view) { return store::installed_at(view.tx); }),
            installation_.database().dialect() == Dialect::sqlite,
            [this] { return stopping_.load(); });
    }
    const auto authenticate_as = [](people::Presence presence) -> Authenticator {
        return [presence](Tx& tx, const Credentials& credentials, Time now) {
            const bool bearer = credentials.kind == Credentials::Kind::bearer;
            return people::authenticate(tx,
                                        bearer ? std::string_view{} : credentials.token,
                                        bearer ? credentials.token : std::string_view{},
                                        now,
                                        presence);
        };
    };
    live_data_ = std::make_unique<DirectTransactor>(
        installation_.database().connect(Connection::Access::read_only), installation_.clock());
    live_feed_ = std::make_unique<LiveFeed>(
        LiveFeedParts{.operations = operations_,
                      .data = *live_data_,
                      .environment = installation_.environment(),
                      .authenticate = authenticate_as(people::Presence::watching),
                      .version = std::string(version)});
    dispatcher_ = std::make_unique<Dispatcher>(DispatcherParts{
        .operations = operations_,
        .environment = installation_.environment(),
        .clock = installation_.wall_clock(),
        .writes = writes_,
        .reads = reads_,
        .outside = outside_,
        .data = data_,
        .blobs = *blobs_,
        .authenticate = authenticate_as(people::Presence::acting),
        .hooks = {
            .limit_address = [this](const IpAddress& address,
                                    Time now) { return limiter_.take_for_address(address, now); },
            .limit_account = [this](PersonId person,
                                    Time now) { return limiter_.take_for_account(person, now); },
            .log = [this](const RequestLog& line) { log_request(line); }},
        .open_stream =
            [this](const Request& request, const Actor& actor, const Credentials& credentials) {
                return live_feed_->open(request, actor, credentials);
            },
        .version = std::string(version),
    });
    start_threads();
    ready_ = true;
    TRY_DO(start_http(settings_));
    run("memory", memory_pause, [this, keeper = MemoryKeeper{}]() mutable {
        keeper.step(http_->counters().open);
        return false;
    });
    TRY_DO(start_operator_http(settings_));
    print_setup_code();
    return Nothing{};
}

void Node::open_connections() {
    const Database& database = installation_.database();
    const bool one_writer = database.dialect() == Dialect::sqlite;
    for (int i = 0; i < (one_writer ? 1 : settings_.workers); ++i) {
        writers_.push_back(
            std::make_unique<Writer>(database.connect(Connection::Access::read_write),
                                     writes_,
                                     installation_.clock(),
                                     nullptr,
                                     &committed_));
    }
    for (int i = 0; i < settings_.readers; ++i) {
        readers_.push_back(std::make_unique<Reader>(
            database.connect(Connection::Access::read_only), reads_, installation_.clock()));
    }
    if (one_writer) {
        checkpointer_ = database.connect(Connection::Access::read_write);
    } else {
        listener_ = database.connect(Connection::Access::read_only);
        notifier_ = database.connect(Connection::Access::read_write);
    }
}

void Node::start_threads() {
    for (const auto& writer : writers_) {
        database_threads_.emplace_back([this, &writer = *writer] {
            while (!writes_.drained()) {
                writer.step(step_wait);
                if (wal_is_long_.exchange(false)) restart_wal(writer.connection());
            }
        });
    }
    for (const auto& reader : readers_) {
        database_threads_.emplace_back([this, &reader = *reader] {
            while (!reads_.drained()) reader.step(step_wait);
        });
    }
    for (int i = 0; i < 2; ++i) {
        loop_threads_.emplace_back([this] {
            while (!outside_.drained()) outside_.step(step_wait);
        });
    }
    run("followers", follower_pause, [this] {
        bool more = false;
        for (const auto& follower : followers_) more = follower->step() || more;
        return more;
    });
    run("timers", timer_pause, [this] {
        const bool fired = timers_.step() > 0;
        return jobs_.step() || fired;
    });
    run("outbox", timer_pause, [this] { return outbox_.step() > 0; });
    run("house", house_pause, [this] {
        keep_house(data_, installation_.environment());
        renew_setup_code();
        blobs_->collect(installation_.clock().now() - blob_age);
        return false;
    });
    run("erasures", erasures_pause, [this] {
        installation_.note_erasures(data_);
        return false;
    });
    if (nightly_) {
        run("backup", house_pause, [this] {
            if (const Outcome made = nightly_->step(); !made) {
                log_.write(Level::error, "backup failed", {{"error", made.error().detail}});
            }
            return false;
        });
    }
    if (checkpointer_) {
        run("checkpoint", checkpoint_pause, [this] {
            if (keep_wal_short(*checkpointer_, installation_.database().address())) {
                wal_is_long_ = true;
            }
            return false;
        });
    }
    run("live feed", milliseconds{0}, [this] {
        follow_journal();
        return true;
    });
    if (notifier_) {
        run("notices", milliseconds{0}, [this] {
            tell_other_nodes();
            return true;
        });
    }
}

// At every commit of this node, or of another one on the same database, but only so often: what
// changes within one pause is read at once. And in any case four times a second, should a notice
// have been lost.
void Node::follow_journal() {
    while (live_feed_->step()) {
    }
    if (live_feed_->streams() > 0) std::this_thread::sleep_for(live_pause);
    if (listener_) {
        listener_->wait_for_notice(follower_pause);
    } else {
        committed_.wait(heard_, follower_pause);
    }
}

// One notice for all commits of 5 ms, on a connection of its own: PostgreSQL orders transactions
// that notify one after the other.
void Node::tell_other_nodes() {
    if (!committed_.wait(told_, step_wait)) return;
    notifier_->notify();
    std::this_thread::sleep_for(notice_pause);
}

void Node::run(std::string name, milliseconds pause, Step step) {
    loop_threads_.emplace_back(
        [this, name = std::move(name), pause, step = std::move(step)] { loop(name, pause, step); });
}

// An outermost loop: what a step throws is logged, and tried again after a pause.
void Node::loop(const std::string& name, milliseconds pause, const Step& step) {
    while (!stopping_) {
        bool again = false;
        milliseconds rest = pause;
        try {
            again = step();
        } catch (const std::exception& error) {
            if (stopping_) return;
            log_.write(Level::error, "loop failed", {{"loop", name}, {"error", error.what()}});
            rest = std::max(rest, after_failure);
        }
        const Deadline deadline = Deadline::after(rest);
        while (!again && !stopping_ && !deadline.passed()) {
            std::this_thread::sleep_for(std::min(Microseconds(step_wait), deadline.left()));
        }
    }
}

Outcome Node::start_http(const Settings& settings) {
    const auto endpoint = parse_endpoint(settings.listen);
    if (!endpoint) return bad_endpoint("--listen", settings.listen);
    HttpOptions options{.address = endpoint->address,
                        .port = endpoint->port,
                        .io_threads = settings.io_threads,
                        .tls_cert = settings.tls_cert,
                        .tls_key = settings.tls_key};
    for (const std::string& proxy : settings.trusted_proxies) {
        const auto network = parse_network(proxy);
        if (!network) {
            return Error{.reason = setting_invalid,
                         .detail = "--trusted-proxy must be a network such as 10.0.0.0/8, not \"" +
                                   proxy + "\""};
        }
        options.trusted_proxies.push_back(*network);
    }
    options.is_upload = [this](std::string_view path) { return dispatcher_->is_upload(path); };
    options.report = [this](std::string_view what) { log_.write(Level::warning, what); };
    http_ = std::make_unique<HttpServer>(std::move(options),
                                         [this](Request&& request, Responder respond) {
                                             answer(std::move(request), std::move(respond));
                                         });
    return http_->start();
}

Outcome Node::start_operator_http(const Settings& settings) {
    if (settings.metrics == "off") return Nothing{};
    const auto endpoint = parse_endpoint(settings.metrics);
    if (!endpoint) return bad_endpoint("--metrics", settings.metrics);
    operator_http_ = std::make_unique<HttpServer>(
        HttpOptions{.address = endpoint->address, .port = endpoint->port, .io_threads = 1},
        [this](Request&& request, Responder respond) {
            answer_operator(std::move(request), std::move(respond));
        });
    return operator_http_->start();
}

void Node::answer(Request&& request, Responder respond) {
    if (Dispatcher::serves(request)) {
        (*dispatcher_)(std::move(request), std::move(respond));
        return;
    }
    if (answer_health(request, respond)) return;
    constexpr std::size_t nonce_bytes = 16;
    respond(assets_.serve(request, to_base64(installation_.random().bytes(nonce_bytes))));
}

void Node::answer_operator(Request&& request, Responder respond) {
    if (answer_health(request, respond)) return;
    if (request.path() == "/metrics") {
        write_metrics(std::move(respond));
        return;
    }
    respond(problem_response(404, "missing", request.trace));
}

// Alive: this thread answers. Ready: a reader answers too, and our clock can be trusted.
bool Node::answer_health(const Request& request, Responder& respond) {
    if (request.path() == "/healthz") {
        respond(text_response(200, "alive\n"));
        return true;
    }
    if (request.path() != "/readyz") return false;
    const auto offset = installation_.clock().offset();
    const bool clock_trusted = offset < skew_most && offset > -skew_most;
    const bool taken =
        ready_ && !stopping_ && clock_trusted &&
        reads_.submit({[](Tx& tx, Time) { (void)store::database_now(tx); },
                       [respond](const Settled& settled) {
                           const bool works = settled.kind == Settled::Kind::committed;
                           respond(text_response(works ? 200 : 503, works ? "ready\n" : "no\n"));
                       }});
    if (!taken) respond(text_response(503, clock_trusted ? "not ready\n" : "clock is off\n"));
    return true;
}

void Node::write_metrics(Responder respond) {
    auto text = std::make_shared<std::string>();
    metrics_.write(*text);
    const HttpCounters counters = http_->counters();
    write_metric(*text, "ogniwo_connections", "gauge", "Open connections.", double(counters.open));
    write_metric(*text,
                 "ogniwo_connections_refused_total",
                 "counter",
                 "Connections closed for being too many.",
                 double(counters.turned_away));
    write_metric(
        *text, "ogniwo_writes_waiting", "gauge", "Works in the queue.", double(writes_.size()));
    write_metric(
        *text, "ogniwo_reads_waiting", "gauge", "Looks in the queue.", double(reads_.size()));
    const auto look = [text](Tx& tx, Time now) {
        const auto backlog = store::load_backlog(tx);
        const auto since = store::stalled_since(tx);
        const double stalled = since ? double((now - *since).count()) / 1e6 : 0;
        write_metric(*text,
                     "ogniwo_journal_stalled_seconds",
                     "gauge",
                     "Age of the oldest event that a running transaction holds back.",
                     stalled);
        write_metric(*text,
                     "ogniwo_outbox_waiting",
                     "gauge",
                     "Letters to send.",
                     double(backlog.outbox_waiting));
        write_metric(*text,
                     "ogniwo_outbox_given_up",
                     "gauge",
                     "Letters nobody took.",
                     double(backlog.outbox_given_up));
        write_metric(*text, "ogniwo_jobs_open", "gauge", "Jobs to do.", double(backlog.jobs_open));
        write_metric(
            *text, "ogniwo_jobs_failed", "gauge", "Jobs given up.", double(backlog.jobs_failed));
        write_metric(
            *text, "ogniwo_timers", "gauge", "Timers that are set.", double(backlog.timers));
        const backups::Health backup = backups::health(tx);
        write_metric(*text,
                     "ogniwo_backup_failed",
                     "gauge",
                     "Whether the last nightly backup failed.",
                     backup.has_failed ? 1 : 0);
        write_metric(*text,
                     "ogniwo_backup_made_timestamp_seconds",
                     "gauge",
                     "When the last nightly backup was made; 0 before the first.",
                     backup.last_made_at ? double(to_micros(*backup.last_made_at)) / 1e6 : 0);
        write_help(*text, "ogniwo_follower_behind", "gauge", "Events a follower has not seen yet.");
        for (const FollowerState& follower : follower_states(tx)) {
            write_sample(*text,
                         "ogniwo_follower_behind",
                         fmt::format(R"(follower="{}")", follower.name),
                         double(follower.behind));
        }
    };
    const bool taken =
        reads_.submit({look, [text, respond](const Settled& settled) {
                           const bool works = settled.kind == Settled::Kind::committed;
                           Response response = text_response(works ? 200 : 503, *text);
                           response.set("Content-Type", "text/plain; version=0.0.4");
                           respond(std::move(response));
                       }});
    if (!taken) respond(text_response(503, *text));
}

void Node::log_request(const RequestLog& line) {
    metrics_.count_request(line.operation, line.status, line.microseconds);
    const Level level = line.status >= 500 ? Level::error : Level::info;
    if (!log_.writes(level)) return;
    LogFields fields{{"method", std::string(line.method)},
                     {"path", std::string(line.path)},
                     {"status", std::to_string(line.status)},
                     {"ms", fmt::format("{:.3f}", double(line.microseconds) / 1e3)},
                     {"actor", std::string(line.actor)},
                     {"trace", std::string(line.trace)}};
    if (!line.reason.empty()) fields.emplace_back("reason", line.reason);
    if (!line.detail.empty()) fields.emplace_back("detail", line.detail);
    log_.write(level, "request", fields);
}

void Node::print_setup_code() {
    std::optional<std::string> code;
    (void)installation_.change([&](Work& work) -> Outcome {
        code = people::make_setup_code(work);
        return Nothing{};
    });
    std::printf(
        "Ogniwo %s serves on %s\n", std::string(version).c_str(), settings_.address().c_str());
    if (code) std::printf("Set-up code: %s\n", code->c_str());
    std::fflush(stdout);
}

// Somebody guessed: whoever reads our output gets another code.
void Node::renew_setup_code() {
    bool is_used_up = false;
    data_.read([&](Tx& tx, Time) { is_used_up = people::is_setup_code_used_up(tx); });
    if (is_used_up) print_setup_code();
}

void Node::stop() {
    if (stopping_.exchange(true)) return;
    if (http_) http_->stop(drain_time);
    if (operator_http_) operator_http_->stop(milliseconds{500});
    outside_.close();
    for (std::thread& thread : loop_threads_) thread.join();
    writes_.close();
    reads_.close();
    for (std::thread& thread : database_threads_) thread.join();
    if (checkpointer_) restart_wal(*checkpointer_);
}

}  // namespace ogniwo::app
