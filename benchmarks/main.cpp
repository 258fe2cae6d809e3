// ogniwo_bench: the limits that the product is measured against, from the statements that the
// product itself runs. benchmarks/main.py calls it; one line of JSON goes to standard output.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "app/installation.hpp"
#include "app/wiring.hpp"
#include "base/json.hpp"
#include "http/target.hpp"
#include "pgbench_script.hpp"
#include "raw_server.hpp"
#include "raw_sqlite.hpp"
#include "sla/service.hpp"
#include "tickets/clock_service.hpp"
#include "tickets/service.hpp"

namespace ogniwo::bench {
namespace {

struct Wanted {
    app::Settings settings;
    std::string token;
    std::vector<std::string> paths;
    std::string body;  // Empty: a GET.
    int seconds = 10;
    int batch = 64;
    int threads = 2;
    std::vector<std::string> answers{};  // Files, one for each path.
    std::uint16_t port = 0;
};

Request make_request(const Wanted& wanted, const std::string& path, int number) {
    auto target = parse_target(path);
    if (!target) throw std::runtime_error("not a path: " + path);
    Request request{.method = wanted.body.empty() ? HttpMethod::get : HttpMethod::post,
                    .target = target->origin,
                    .segments = target->segments,
                    .query = target->query,
                    .headers = {{"authorization", "Bearer " + wanted.token}},
                    .body = wanted.body,
                    .client = *parse_address("127.0.0.1"),
                    .trace = std::string(31, '0') + std::to_string(number % 10)};
    if (!wanted.body.empty()) {
        request.headers.emplace_back("content-type", "application/json");
        SystemRandom random;
        request.headers.emplace_back("idempotency-key", token(random));
    }
    return request;
}

// A template for each path.
std::vector<Template> learn_each(const Wanted& wanted) {
    auto opened = app::Installation::open(wanted.settings);
    if (!opened) throw std::runtime_error(opened.error().detail);
    Operations operations;
    app::mount_everything(operations);
    std::vector<Template> each;
    for (const std::string& path : wanted.paths) {
        const Recording first = record(**opened, operations, make_request(wanted, path, 1));
        each.push_back(learn(first, record(**opened, operations, make_request(wanted, path, 2))));
    }
    return each;
}

Template learn_from(const Wanted& wanted) {
    Template all;
    for (Template& one : learn_each(wanted)) append(all, std::move(one));
    return all;
}

void print_run(const RawRun& run, const Template& statements) {
    std::printf(
        "{\"perSecond\": %.1f, \"requests\": %lld, \"medianMicros\": %lld, \"statements\": %zu}\n",
        double(run.requests) / run.seconds,
        static_cast<long long>(run.requests),
        static_cast<long long>(run.median_micros),
        statements.size());
}

void run_raw(const Wanted& wanted) {
    const Template statements = learn_from(wanted);
    const std::string database = wanted.settings.database_address();
    const std::chrono::seconds time{wanted.seconds};
    print_run(wanted.body.empty() ? read_raw(database, statements, wanted.threads, time)
                                  : write_raw(database, statements, wanted.batch, time),
              statements);
}

void serve(const Wanted& wanted) {
    if (wanted.answers.size() != wanted.paths.size()) {
        throw std::runtime_error("as many answers as paths");
    }
    const auto templates = learn_each(wanted);
    std::vector<RawAnswer> answers;
    for (std::size_t i = 0; i < templates.size(); ++i) {
        std::ifstream file(wanted.answers[i], std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(file), {}};
        if (bytes.empty()) throw std::runtime_error("cannot read " + wanted.answers[i]);
        answers.push_back({wanted.paths[i], templates[i], std::move(bytes)});
    }
    serve_raw(wanted.settings.database_address(), answers, wanted.threads, wanted.port);
}

void write_script(const Wanted& wanted) {
    const Template statements = learn_from(wanted);
    const PgbenchScript script = pgbench_script(statements);
    std::string json = "{\"script\": ";
    write_json_text(json, script.text);
    json += ", \"statements\": " + std::to_string(statements.size()) + ", \"definitions\": {";
    for (const auto& [name, value] : script.definitions) {
        if (json.back() != '{') json += ", ";
        write_json_text(json, name);
        json += ": ";
        write_json_text(json, value);
    }
    std::printf("%s}}\n", json.c_str());
}

// What escalating costs the server, each ticket in a transaction of its own that is taken back: the
// verb from its first statement to its event, without BEGIN and COMMIT.
void time_escalations(const Wanted& wanted) {
    auto opened = app::Installation::open(wanted.settings);
    if (!opened) throw std::runtime_error(opened.error().detail);
    app::Installation& installation = **opened;
    const auto tickets = installation.look([](const View& view) {
        return tickets::list_tickets(view, {.tier = 1, .open = true, .limit = 200});
    });
    if (!tickets || tickets->items.empty()) throw std::runtime_error("no open ticket on tier 1");
    std::vector<std::int64_t> micros;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{wanted.seconds};
    while (std::chrono::steady_clock::now() < end) {
        for (const auto& ticket : tickets->items) {
            (void)installation.change([&](Work& work) -> Outcome {
                const auto begun = std::chrono::steady_clock::now();
                const auto done = tickets::escalate_ticket(
                    work, {.ticket = ticket.id, .tier = 2, .note = "Trzeba sprawdzić serwer."});
                const auto spent = std::chrono::steady_clock::now() - begun;
                if (!done) throw std::runtime_error(std::string(done.error().reason.name));
                micros.push_back(
                    std::chrono::duration_cast<std::chrono::microseconds>(spent).count());
                return missing;  // Taken back.
            });
        }
    }
    std::sort(micros.begin(), micros.end());
    std::printf("{\"runs\": %zu, \"p50\": %lld, \"p99\": %lld}\n",
                micros.size(),
                static_cast<long long>(micros[micros.size() / 2]),
                static_cast<long long>(micros[micros.size() * 99 / 100]));
}

// Promises that everything falls under, whenever it began: two targets for all, a third by
// priority, shared out between three tiers.
sla::SavePolicies promises_for_all(std::int64_t version) {
    sla::PolicyWish policy{.name = "Wszyscy"};
    policy.goals = {{.target = sla::Target::first_response,
                     .goal = {.kind = sla::GoalKind::working_time, .minutes = Minutes{120}}},
                    {.target = sla::Target::resolution,
                     .goal = {.kind = sla::GoalKind::working_time, .minutes = Minutes{16 * 60}}},
                    {.target = sla::Target::resolution,
                     .priority = sla::Priority::critical,
                     .goal = {.kind = sla::GoalKind::elapsed_time, .minutes = Minutes{240}}}};
    policy.counting = sla::CountingRules{.shares = {{1, 1}, {2, 2}, {3, 2}}};
    policy.reactions = std::vector<sla::Reaction>{{.percent = 75}, {.percent = 100}};
    return {
        .version = version, .policies = {policy}, .also_since = std::chrono::year{2000} / 1 / 1};
}

double count_all(app::Installation& installation, std::int64_t& tickets) {
    Job job{.payload = R"({"since":"2000-01-01T00:00:00Z"})"};
    const auto begun = std::chrono::steady_clock::now();
    while (true) {
        const auto chunk =
            installation.change([&](Work& work) { return tickets::count_clocks_chunk(work, job); });
        if (!chunk) throw std::runtime_error(std::string(chunk.error().reason.name));
        if (*chunk == Chunk::finished) break;
    }
    tickets = job.done;
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

// Counting the clocks of all tickets from the journal, with the commits: by promises that are new,
// and again.
void time_clocks(const Wanted& wanted) {
    auto opened = app::Installation::open(wanted.settings);
    if (!opened) throw std::runtime_error(opened.error().detail);
    app::Installation& installation = **opened;
    const auto saved = installation.change([](Work& work) -> Result<sla::PolicyList> {
        TRY(const auto now, sla::list_policies(work, {}));
        return sla::save_policies(work, promises_for_all(now.version));
    });
    if (!saved) throw std::runtime_error(std::string(saved.error().reason.name));
    std::int64_t tickets = 0;
    const double first = count_all(installation, tickets);
    const double again = count_all(installation, tickets);
    std::printf("{\"tickets\": %lld, \"first\": %.2f, \"again\": %.2f}\n",
                static_cast<long long>(tickets),
                first,
                again);
}

int run(int count, char** words) {
    Wanted wanted;
    CLI::App cli("What the product does to its database, without the product");
    cli.require_subcommand(1);
    const auto add = [&](const char* name, const char* about, void (*verb)(const Wanted&)) {
        CLI::App* command = cli.add_subcommand(name, about);
        command->add_option("--data", wanted.settings.data, "Folder of the data")->required();
        command->add_option("--database", wanted.settings.database, "As for ogniwo serve");
        command->add_option("--token", wanted.token, "An API token")->required();
        command->add_option("--path", wanted.paths, "Path and query of a request; repeatable")
            ->required();
        command->add_option("--body", wanted.body, "JSON of a POST; without it, a GET");
        command->add_option("--seconds", wanted.seconds, "How long");
        command->add_option("--batch", wanted.batch, "Requests in a transaction");
        command->add_option("--threads", wanted.threads, "Readers");
        command->add_option("--answer", wanted.answers, "File with the bytes that a path answers");
        command->add_option("--port", wanted.port, "Where to serve, on 127.0.0.1");
        command->callback([&, verb] { verb(wanted); });
    };
    add("raw", "The statements of a request in a loop on bare SQLite", run_raw);
    add("serve", "Statements and answers of GETs over HTTP, until it is killed", serve);
    CLI::App* escalate = cli.add_subcommand("escalate", "The verb alone, without its transaction");
    escalate->add_option("--data", wanted.settings.data, "Folder of the data")->required();
    escalate->add_option("--database", wanted.settings.database, "As for ogniwo serve");
    escalate->add_option("--seconds", wanted.seconds, "How long");
    escalate->callback([&] { time_escalations(wanted); });
    CLI::App* clocks = cli.add_subcommand("clocks", "All clocks counted from the journal, twice");
    clocks->add_option("--data", wanted.settings.data, "Folder of the data")->required();
    clocks->add_option("--database", wanted.settings.database, "As for ogniwo serve");
    clocks->callback([&] { time_clocks(wanted); });
    add("pgbench", "The statements of a request as a pgbench script", write_script);
    try {
        cli.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return cli.exit(error);
    } catch (const std::exception& error) {  // The outermost loop of this program.
        std::fprintf(stderr, "ogniwo_bench: %s\n", error.what());
        return 1;
    }
    return 0;
}

}  // namespace
}  // namespace ogniwo::bench

int main(int count, char** words) {
    return ogniwo::bench::run(count, words);
}
