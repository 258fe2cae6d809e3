#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "app/api_client.hpp"
#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/progress.hpp"
#include "app/wiring.hpp"
#include "app/words.hpp"
#include "base/encoding.hpp"
#include "base/json.hpp"
#include "moving/mapping_file_service.hpp"
#include "moving/service.hpp"

namespace ogniwo::app {
namespace {

constexpr std::size_t problems_shown = 1'000;
constexpr std::chrono::milliseconds between_looks{500};

inline constexpr Reason report_unwritable{Refusal::conflict, "app.report_unwritable"};

// The verbs of moving in, wherever they are run.
class MovingTarget {
public:
    virtual ~MovingTarget() = default;
    virtual Result<moving::Moving> upload(const moving::UploadTable& wish, std::string bytes) = 0;
    virtual Result<moving::Moving> start(const moving::StartMoving& wish) = 0;
    virtual Result<moving::Moving> show(moving::MovingId id) = 0;
    virtual Result<moving::MovedRowList> rows(const moving::ListRows& wish) = 0;
    virtual Result<moving::RowTable> table(const moving::ListRows& wish) = 0;
    // Until there may be something new to see.
    virtual void wait() = 0;
};

// Straight into a database, as the system itself.
class DirectMoving final : public MovingTarget {
public:
    explicit DirectMoving(Installation& installation)
        : installation_(installation),
          blobs_(installation.blobs(installation.data())),
          jobs_(installation.data(), installation.environment()) {
        handle_jobs(jobs_);
    }

    Result<moving::Moving> upload(const moving::UploadTable& wish, std::string bytes) override {
        Outside outside{installation_.data(),
                        *blobs_,
                        Actor::system(),
                        installation_.environment(),
                        caller_,
                        installation_.clock().now()};
        moving::UploadTable stored = wish;
        TRY_DO(moving::take_apart(outside, stored, std::move(bytes)));
        return installation_.change([&](Work& work) { return moving::upload(work, stored); });
    }
    Result<moving::Moving> start(const moving::StartMoving& wish) override {
        // As a request would be read, so that its limits hold here as well.
        TRY(const auto typed, from_json<moving::StartMoving>(to_json(wish)));
        return installation_.change([&](Work& work) { return moving::start_moving(work, typed); });
    }
    Result<moving::Moving> show(moving::MovingId id) override {
        return installation_.look(
            [&](const View& view) { return moving::show_moving(view, {.moving = id}); });
    }
    Result<moving::MovedRowList> rows(const moving::ListRows& wish) override {
        return installation_.look([&](const View& view) { return moving::list_rows(view, wish); });
    }
    Result<moving::RowTable> table(const moving::ListRows& wish) override {
        return installation_.look([&](const View& view) { return moving::write_rows(view, wish); });
    }
    // Another node may hold the job, or a chunk has failed and is done again later.
    void wait() override {
        if (!jobs_.step()) std::this_thread::sleep_for(between_looks);
    }

private:
    Installation& installation_;
    std::unique_ptr<BlobStore> blobs_;
    Jobs jobs_;
    Caller caller_{.program = "ogniwo import"};
};

// As a client of a running server.
class RemoteMoving final : public MovingTarget {
public:
    RemoteMoving(std::string url, std::string token) : client_(std::move(url), std::move(token)) {}

    Result<moving::Moving> upload(const moving::UploadTable& wish, std::string bytes) override {
        moving::UploadTable whole = wish;
        whole.content = to_base64(bytes);
        return client_.ask<moving::Moving>(
            HttpMethod::post, "/movings", to_json(whole), std::to_string(started_));
    }
    Result<moving::Moving> start(const moving::StartMoving& wish) override {
        Filled in_path{"moving"};
        std::string body;
        write_json(body, type_of<moving::StartMoving>(), &wish, in_path);
        return client_.ask<moving::Moving>(
            HttpMethod::post, path(wish.moving) + "/start", body, std::to_string(started_));
    }
    Result<moving::Moving> show(moving::MovingId id) override {
        return client_.ask<moving::Moving>(HttpMethod::get, path(id), {});
    }
    Result<moving::MovedRowList> rows(const moving::ListRows& wish) override {
        return client_.ask<moving::MovedRowList>(HttpMethod::get, path(wish, "/rows"), {});
    }
    Result<moving::RowTable> table(const moving::ListRows& wish) override {
        return client_.ask<moving::RowTable>(HttpMethod::get, path(wish, "/table"), {});
    }
    void wait() override { std::this_thread::sleep_for(between_looks); }

private:
    static std::string path(moving::MovingId id) { return "/movings/" + std::to_string(id.value); }
    static std::string path(const moving::ListRows& wish, std::string_view what) {
        std::string target = path(wish.moving) + std::string(what);
        char mark = '?';
        if (wish.problems) {
            target += "?problems=true";
            mark = '&';
        }
        if (wish.cursor) target += mark + ("cursor=" + percent_encoded(*wish.cursor));
        return target;
    }

    ApiClient client_;
    std::int64_t started_ = to_micros(SystemClock().now());
};

template <class E>
std::optional<E> chosen(const std::string& word) {
    return word.empty() ? std::nullopt : enum_value<E>(word);
}

std::string read_whole(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {(std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>()};
}

// The mapping file where there is one; what it leaves open is as proposed.
Result<moving::MovingMapping> mapping_of(const MovingCommand& command,
                                         const moving::Moving& uploaded,
                                         const std::string& source) {
    moving::MovingMapping mapping = uploaded.mapping;
    if (!command.mapping.empty()) {
        TRY(mapping, moving::read_mapping_file(read_whole(command.mapping)));
        if (mapping.columns.empty()) mapping.columns = uploaded.mapping.columns;
    }
    mapping.name = source;
    return mapping;
}

Result<std::string> source_of(const MovingCommand& command) {
    if (!command.source.empty()) return command.source;
    if (!command.mapping.empty()) {
        TRY(const auto mapping, moving::read_mapping_file(read_whole(command.mapping)));
        if (!mapping.name.empty()) return mapping.name;
    }
    return std::filesystem::path(command.file).stem().string();
}

void say(const std::string& line) {
    std::fputs((line + "\n").c_str(), stderr);
}

void say_columns(const moving::Moving& moving, const moving::MovingMapping& mapping) {
    for (const auto& [field, column] : mapping.columns) say(fmt::format("{} <- {}", field, column));
    for (const std::string& column : moving.left_out) say(fmt::format("not taken: {}", column));
}

Result<moving::Moving> run_to_the_end(MovingTarget& target, moving::MovingId id, const char* what) {
    Progress progress(what);
    for (;;) {
        TRY(moving::Moving moving, target.show(id));
        const auto state = moving.summary.state;
        progress.show(moving.summary.done, moving.summary.total);
        if (state != moving::MovingState::checking && state != moving::MovingState::importing) {
            return moving;
        }
        target.wait();
    }
}

Outcome say_problems(MovingTarget& target, moving::MovingId id) {
    moving::ListRows wish{.moving = id, .problems = true};
    std::size_t shown = 0;
    do {
        TRY(const auto page, target.rows(wish));
        for (const auto& row : page.items) {
            for (const auto& problem : row.problems) {
                if (++shown > problems_shown) continue;
                Params about;
                if (problem.column) about.emplace_back("column", *problem.column);
                if (problem.value) about.emplace_back("value", *problem.value);
                if (problem.about) about.emplace_back("about", *problem.about);
                say(fmt::format("line {}: {}: {}{}",
                                row.line,
                                row.verdict ? enum_name(*row.verdict) : "",
                                words_for(problem.reason, terminal_language()),
                                in_brackets(about)));
            }
        }
        wish.cursor = page.next;
    } while (wish.cursor && shown <= problems_shown);
    if (shown > problems_shown) say("... and more");
    return Nothing{};
}

Outcome write_report(MovingTarget& target, moving::MovingId id, const std::string& path) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    moving::ListRows wish{.moving = id};
    do {
        TRY(const auto page, target.table(wish));
        file << page.csv;
        wish.cursor = page.next;
    } while (wish.cursor);
    if (file.flush()) return Nothing{};
    return Error{.reason = report_unwritable, .detail = "cannot write " + path};
}

Result<moving::Moving> import_into(MovingTarget& target, const MovingCommand& command) {
    TRY(const std::string source, source_of(command));
    const moving::UploadTable wish{
        .kind = *enum_value<moving::MovingKind>(command.kind),
        .name = std::filesystem::path(command.file).filename().string(),
        .source = source,
        .encoding = chosen<TextEncoding>(command.encoding),
        .separator = chosen<TableSeparator>(command.separator),
        .sheet = command.sheet.empty() ? std::nullopt : std::optional(command.sheet)};
    TRY(const moving::Moving uploaded, target.upload(wish, read_whole(command.file)));
    TRY(const auto mapping, mapping_of(command, uploaded, source));
    const moving::MovingId id = uploaded.summary.moving;
    TRY(const moving::Moving started,
        target.start({.moving = id, .mapping = mapping, .dry_run = command.dry_run}));
    say_columns(started, mapping);
    TRY(moving::Moving ended, run_to_the_end(target, id, command.dry_run ? "Trying" : "Importing"));
    TRY_DO(say_problems(target, id));
    if (!command.report.empty()) TRY_DO(write_report(target, id, command.report));
    return ended;
}

std::string in_words(const moving::Moving& moving, bool dry_run) {
    const moving::MovingCounts& counts = moving.summary.counts;
    return fmt::format("{}{} rows: {} new, {} changed, {} unchanged, {} duplicates, {} wrong",
                       dry_run ? "Nothing was written. " : "",
                       moving.summary.total,
                       counts.fresh,
                       counts.changed,
                       counts.unchanged,
                       counts.duplicate,
                       counts.wrong);
}

int show(const Result<moving::Moving>& moving, const MovingCommand& command, Output output) {
    if (!moving) return complain(moving.error());
    std::puts(
        (output == Output::json ? to_json(moving->summary) : in_words(*moving, command.dry_run))
            .c_str());
    const bool whole = moving->summary.state != moving::MovingState::failed;
    return whole && moving->summary.counts.wrong == 0 ? 0 : 1;
}

}  // namespace

int import_table(const Settings& settings, const MovingCommand& command, Output output) {
    if (!command.server.empty()) {
        RemoteMoving target(command.server, command.token);
        return show(import_into(target, command), command, output);
    }
    auto opened = Installation::open(settings);
    if (!opened) return complain(opened.error());
    DirectMoving target(**opened);
    return show(import_into(target, command), command, output);
}

}  // namespace ogniwo::app
