#include "raw_sqlite.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>

#include "base/random.hpp"
#include "storage/sqlite.hpp"

namespace ogniwo::bench {
namespace {

using Steady = std::chrono::steady_clock;

[[noreturn]] void fail(sqlite3* db) {
    throw std::runtime_error(std::string("raw SQLite: ") + sqlite3_errmsg(db));
}

}  // namespace

class RawLoop {
public:
    RawLoop(const std::string& path, const Template& statements) : template_(statements) {
        if (sqlite3_open_v2(
                path.c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr)) {
            fail(db_);
        }
        sqlite3_busy_timeout(db_, 5'000);
        // As storage/sqlite.cpp opens it.
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA wal_autocheckpoint=0; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;"
            "PRAGMA mmap_size=1073741824");
        run(("PRAGMA cache_size=-" + std::to_string(SqliteOptions{}.cache_kib)).c_str());
        for (const TemplateStatement& statement : template_) {
            sqlite3_stmt* prepared = nullptr;
            if (sqlite3_prepare_v3(db_,
                                   statement.text.c_str(),
                                   -1,
                                   SQLITE_PREPARE_PERSISTENT,
                                   &prepared,
                                   nullptr)) {
                fail(db_);
            }
            prepared_.push_back(prepared);
        }
        first_rows_.resize(template_.size());
        SystemRandom random;
        run_mark_ = random.number() << 32;
    }
    ~RawLoop() {
        for (sqlite3_stmt* statement : prepared_) sqlite3_finalize(statement);
        sqlite3_close(db_);
    }
    RawLoop(const RawLoop&) = delete;
    RawLoop& operator=(const RawLoop&) = delete;

    void run(const char* text) {
        if (sqlite3_exec(db_, text, nullptr, nullptr, nullptr)) fail(db_);
    }

    void request() {
        ++requests_;
        for (std::size_t i = 0; i < template_.size(); ++i) statement(i);
    }

    void read() {
        run("BEGIN");
        request();
        run("COMMIT");
    }

private:
    void statement(std::size_t index) {
        sqlite3_stmt* prepared = prepared_[index];
        int place = 0;
        for (const Parameter& parameter : template_[index].parameters) {
            bind(prepared, ++place, parameter);
        }
        const int width = sqlite3_column_count(prepared);
        bool is_first = template_[index].is_referred_to;
        int code = 0;
        while ((code = sqlite3_step(prepared)) == SQLITE_ROW) {
            if (is_first) first_rows_[index].clear();
            for (int i = 0; i < width; ++i) look_at(prepared, i);
            for (int i = 0; is_first && i < width; ++i) {
                first_rows_[index].push_back(sqlite3_column_int64(prepared, i));
            }
            is_first = false;
        }
        if (code != SQLITE_DONE) fail(db_);
        if (is_first && width == 0) first_rows_[index] = {sqlite3_last_insert_rowid(db_)};
        sqlite3_reset(prepared);
    }

    void look_at(sqlite3_stmt* prepared, int column) {
        switch (sqlite3_column_type(prepared, column)) {
            case SQLITE_INTEGER:
                bytes_ += sqlite3_column_int64(prepared, column) != 0 ? 8 : 0;
                break;
            case SQLITE_NULL:
                break;
            default:
                (void)sqlite3_column_blob(prepared, column);
                bytes_ += sqlite3_column_bytes(prepared, column);
        }
    }

    void bind(sqlite3_stmt* prepared, int place, const Parameter& parameter) {
        int code = 0;
        if (const auto* constant = std::get_if<Constant>(&parameter)) {
            code = bind_value(prepared, place, constant->value);
        } else if (const auto* earlier = std::get_if<Earlier>(&parameter)) {
            code = sqlite3_bind_int64(
                prepared, place, first_rows_[earlier->statement].at(earlier->cell));
        } else if (const auto* counter = std::get_if<Counter>(&parameter)) {
            code = sqlite3_bind_int64(prepared, place, counter->first + requests_ * counter->step);
        } else {
            const std::string text = fresh(std::get<Fresh>(parameter).size);
            code = sqlite3_bind_text(
                prepared, place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
        }
        if (code != SQLITE_OK) fail(db_);
    }

    static int bind_value(sqlite3_stmt* prepared, int place, const Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            return sqlite3_bind_int64(prepared, place, *number);
        }
        if (const auto* truth = std::get_if<bool>(&value)) {
            return sqlite3_bind_int64(prepared, place, *truth ? 1 : 0);
        }
        if (const auto* real = std::get_if<double>(&value)) {
            return sqlite3_bind_double(prepared, place, *real);
        }
        if (const auto* text = std::get_if<std::string>(&value)) {
            return sqlite3_bind_text64(
                prepared, place, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
        }
        if (const auto* blob = std::get_if<Blob>(&value)) {
            return sqlite3_bind_blob64(
                prepared, place, blob->bytes.data(), blob->bytes.size(), SQLITE_STATIC);
        }
        return sqlite3_bind_null(prepared, place);
    }

    // Unlike any other of this and of earlier runs, and in no order, as keys and hashes are.
    std::string fresh(std::size_t size) {
        std::uint64_t number = (run_mark_ + ++texts_) * 0x9e3779b97f4a7c15ULL;
        std::string text(size, '0');
        for (std::size_t i = 0; i < std::min<std::size_t>(size, 16); ++i, number >>= 4) {
            text[i] = "0123456789abcdef"[number & 15];
        }
        return text;
    }

    const Template& template_;
    sqlite3* db_ = nullptr;
    std::vector<sqlite3_stmt*> prepared_;
    std::vector<std::vector<std::int64_t>> first_rows_;
    std::uint64_t run_mark_ = 0;
    std::uint64_t texts_ = 0;
    std::int64_t requests_ = 0;
    std::int64_t bytes_ = 0;
};

namespace {

class Checkpoints {
public:
    explicit Checkpoints(const std::string& path)
        : connection_(open_sqlite({.path = path, .now = [] { return Time{}; }})),
          thread_([this, path] {
              for (int i = 0; !stop_; ++i) {
                  std::this_thread::sleep_for(std::chrono::milliseconds{50});
                  if (i % 10 == 9 && keep_wal_short(*connection_, path)) wal_is_long_ = true;
              }
          }) {}
    ~Checkpoints() {
        stop_ = true;
        thread_.join();
    }

    // Whether the writer should restart the WAL; once.
    bool take_request() { return wal_is_long_.exchange(false); }

private:
    std::atomic<bool> wal_is_long_{false};
    std::unique_ptr<Connection> connection_;
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

std::int64_t median(std::vector<std::int64_t>& values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Calls `once` until the time is over; the durations of the calls.
template <class Once>
RawRun repeat(std::chrono::milliseconds time, std::int64_t requests_each, Once once) {
    std::vector<std::int64_t> took;
    const auto start = Steady::now();
    auto now = start;
    while (now - start < time) {
        once();
        const auto then = std::exchange(now, Steady::now());
        took.push_back(std::chrono::duration_cast<std::chrono::microseconds>(now - then).count());
    }
    const auto calls = static_cast<std::int64_t>(took.size());
    return {.requests = calls * requests_each,
            .seconds = std::chrono::duration<double>(now - start).count(),
            .median_micros = median(took)};
}

}  // namespace

RawRun write_raw(const std::string& database,
                 const Template& statements,
                 int batch,
                 std::chrono::milliseconds time) {
    Checkpoints beside(database);
    RawLoop loop(database, statements);
    return repeat(time, batch, [&] {
        loop.run("BEGIN IMMEDIATE");
        for (int i = 0; i < batch; ++i) {
            loop.run("SAVEPOINT work");
            loop.request();
            loop.run("RELEASE work");
        }
        loop.run("COMMIT");
        if (beside.take_request()) loop.run("PRAGMA wal_checkpoint(RESTART)");
    });
}

RawRun read_raw(const std::string& database,
                const Template& statements,
                int threads,
                std::chrono::milliseconds time) {
    std::vector<RawRun> runs(static_cast<std::size_t>(threads));
    std::vector<std::thread> readers;
    for (RawRun& run : runs) {
        readers.emplace_back([&] {
            RawLoop loop(database, statements);
            run = repeat(time, 1, [&] { loop.read(); });
        });
    }
    for (std::thread& reader : readers) reader.join();
    RawRun all = runs.front();
    for (std::size_t i = 1; i < runs.size(); ++i) all.requests += runs[i].requests;
    return all;
}

RawReader::RawReader(const std::string& database, const Template& statements)
    : loop_(std::make_unique<RawLoop>(database, statements)) {}
RawReader::~RawReader() = default;
RawReader::RawReader(RawReader&&) noexcept = default;

void RawReader::read() {
    loop_->read();
}

}  // namespace ogniwo::bench
