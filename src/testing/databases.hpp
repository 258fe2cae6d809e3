#pragma once

// The same test on both databases: SQLite in a temporary file always, PostgreSQL when the
// environment variable OGNIWO_TEST_POSTGRES holds the URL of a server that may be written to. There
// each test database is a schema of its own, dropped at the end.

#include <functional>
#include <memory>
#include <string>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "storage/database.hpp"
#include "storage/secrets.hpp"
#include "storage/work.hpp"

namespace ogniwo {

class TestDatabase {
public:
    explicit TestDatabase(Dialect dialect, std::uint64_t seed = 1);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    // A change that must succeed: `work(Work&)` returns nothing.
    template <class F>
    void change(F work) {
        must(write([&](Work& inside) -> Outcome {
            work(inside);
            return Nothing{};
        }));
    }
    // As the system, unless another actor is given. A refusal fails the test unless it is asked
    // for.
    template <class F>
    auto write(F work) {
        return write_as(Actor::system(), std::move(work));
    }
    // Runs `work(Work&)`, which returns a Result<T>, in a transaction of its own and returns it.
    template <class F>
    auto write_as(const Actor& actor, F work) {
        using Answer = decltype(work(std::declval<Work&>()));
        std::optional<Answer> answer;
        (void)data().write([&](Tx& tx, Time now) -> Outcome {
            Work inside{{tx, actor, now, environment(), caller_}};
            answer.emplace(work(inside));
            if (!*answer) return answer->error();
            return Nothing{};
        });
        return *answer;
    }
    // Runs `look(const View&)` and returns what it returns.
    template <class F>
    auto read(F look) {
        return read_as(Actor::system(), std::move(look));
    }
    template <class F>
    auto read_as(const Actor& actor, F look) {
        using Answer = decltype(look(std::declval<const View&>()));
        std::optional<Answer> answer;
        data().read([&](Tx& tx, Time now) {
            const View view{tx, actor, now, environment(), caller_};
            answer.emplace(look(view));
        });
        return *answer;
    }

    Dialect dialect() const { return database_->dialect(); }
    Database& database() { return *database_; }
    DirectTransactor& data() { return *data_; }
    const Environment& environment() const { return *environment_; }
    FakeClock& clock() { return clock_; }
    WorkClock& work_clock() { return work_clock_; }
    SeededRandom& random() { return random_; }
    const std::string& folder() const { return folder_; }

private:
    static void must(const Outcome& outcome);

    FakeClock clock_;
    WorkClock work_clock_;
    SeededRandom random_;
    Vault vault_;
    std::string folder_;
    std::string schema_;
    std::unique_ptr<Database> database_;
    std::unique_ptr<DirectTransactor> data_;
    std::unique_ptr<Environment> environment_;
    Caller caller_{.address = "127.0.0.1", .program = "test", .trace = std::string(32, '0')};
};

// Runs the body on every database that is there, with the dialect's name in failure messages.
void for_each_database(const std::function<void(TestDatabase&)>& body);

// The URL of the PostgreSQL server for tests, or nothing.
const char* test_postgres();

}  // namespace ogniwo
