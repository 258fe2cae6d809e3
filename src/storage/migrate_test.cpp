#include "storage/migrate.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "testing/databases.hpp"

namespace ogniwo {
namespace {

std::string golden_path(Dialect dialect) {
    const char* root = std::getenv("OGNIWO_ROOT");
    return std::string(root == nullptr ? "." : root) + (dialect == Dialect::sqlite
                                                            ? "/schema/current.sqlite.sql"
                                                            : "/schema/current.postgres.sql");
}

}  // namespace

// With OGNIWO_WRITE_GOLDEN set the dumps are written instead, for a commit with the migration.
TEST_CASE("the migrations add up to the schema in the golden dumps") {
    for_each_database([](TestDatabase& db) {
        const std::string path = golden_path(db.dialect());
        const std::string present = dump_schema(db.data().connection());
        if (std::getenv("OGNIWO_WRITE_GOLDEN") != nullptr) std::ofstream(path) << present;
        std::ifstream file(path);
        const std::string golden((std::istreambuf_iterator<char>(file)),
                                 std::istreambuf_iterator<char>());
        CHECK(present == golden);
    });
}

TEST_CASE("migrations are numbered without a gap, and every word in braces is known") {
    int next = 1;
    for (const Migration& migration : migrations()) {
        INFO(std::string(migration.name));
        CHECK(migration.number == next++);
        for (const Dialect dialect : {Dialect::sqlite, Dialect::postgres}) {
            CHECK(ddl_for(dialect, migration.text).find("{id}") == std::string::npos);
            CHECK(ddl_for(dialect, migration.text).find("{text}") == std::string::npos);
        }
    }
}

}  // namespace ogniwo
