#include "testing/databases.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>

#include "storage/migrate.hpp"

namespace ogniwo {
namespace {

// 2025-06-12 10:00 in Warsaw, the morning on which most examples happen.
const Time test_morning = *parse_time("2025-06-12T08:00:00Z");

std::string unique_name() {
    static std::atomic<int> count{0};
    return "ogniwo_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

}  // namespace

const char* test_postgres() {
    return std::getenv("OGNIWO_TEST_POSTGRES");
}

TestDatabase::TestDatabase(Dialect dialect, std::uint64_t seed)
    : clock_(test_morning),
      work_clock_(clock_),
      random_(seed),
      vault_(std::string(32, 'k')),
      folder_(std::filesystem::temp_directory_path() / unique_name()) {
    std::filesystem::create_directories(folder_);
    std::string address = folder_ + "/ogniwo.db";
    if (dialect == Dialect::postgres) {
        schema_ = unique_name();
        Database(test_postgres(), clock_)
            .connect(Connection::Access::read_write)
            ->script("CREATE SCHEMA " + schema_);
        const std::string url = test_postgres();
        address = url + (url.find('?') == std::string::npos ? "?" : "&") +
                  "options=-csearch_path%3D" + schema_;
    }
    database_ = std::make_unique<Database>(address, clock_);
    data_ = std::make_unique<DirectTransactor>(database_->connect(Connection::Access::read_write),
                                               work_clock_);
    environment_ = std::make_unique<Environment>(
        Environment{.random = random_, .vault = vault_, .base_url = "https://desk.example"});
    const auto migrated = migrate(data_->connection(), random_, clock_.now());
    REQUIRE(static_cast<bool>(migrated));
}

TestDatabase::~TestDatabase() {
    data_.reset();
    if (!schema_.empty()) {
        Database(test_postgres(), clock_)
            .connect(Connection::Access::read_write)
            ->script("DROP SCHEMA " + schema_ + " CASCADE");
    }
    std::filesystem::remove_all(folder_);
}

void TestDatabase::must(const Outcome& outcome) {
    REQUIRE(static_cast<bool>(outcome));
}

void for_each_database(const std::function<void(TestDatabase&)>& body) {
    {
        INFO("on SQLite");
        TestDatabase database(Dialect::sqlite);
        body(database);
    }
    if (test_postgres() == nullptr) {
        MESSAGE("OGNIWO_TEST_POSTGRES is not set: not run on PostgreSQL");
        return;
    }
    INFO("on PostgreSQL");
    TestDatabase database(Dialect::postgres);
    body(database);
}

}  // namespace ogniwo
