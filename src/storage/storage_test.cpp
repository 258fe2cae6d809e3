#include <doctest/doctest.h>

#include "storage/database.hpp"
#include "storage/migrate.hpp"
#include "storage/sql.hpp"
#include "storage/sqlite.hpp"
#include "testing/databases.hpp"

namespace ogniwo {
namespace {

const Sql insert_letter_sql{"test.insert_blob", R"sql(
    INSERT INTO blob (sha256, bytes, created_at) VALUES ($1, $2, $3)
)sql"};
const Sql count_blobs_sql{"test.count_blobs", R"sql(SELECT COUNT(*) FROM blob)sql"};
const Sql all_kinds_sql{"test.all_kinds", R"sql(
    SELECT CAST($1 AS bigint) AS number, CAST($2 AS text) AS words, $3 = 1 AS flag,
           CAST($4 AS bigint) AS absent, '$1' AS dollar
)sql"};
const Sql insert_outbox_sql{"test.insert_chunk", R"sql(
    INSERT INTO blob_chunk (sha256, number, bytes) VALUES ($1, 0, $2) RETURNING bytes
)sql"};
const ScopedSql scoped_sql{"test.scoped", R"sql(
    SELECT customer FROM journal WHERE name = $1 AND {scope customer} ORDER BY position
)sql"};

inline constexpr Reason no_thanks{Refusal::conflict, "test.no_thanks"};

std::int64_t blobs_in(TestDatabase& db) {
    return db.read([](const View& view) { return view.tx.one<std::int64_t>(count_blobs_sql); });
}

Outcome insert(Tx& tx, const std::string& name) {
    tx.run(insert_letter_sql, name, 1, 2);
    return Nothing{};
}

struct Happened {
    static constexpr std::string_view name = "test.happened";
    static constexpr int schema = 1;
    std::int64_t number = 0;
};
void describe(Fields& fields, Happened& event) {
    fields("number", event.number);
}

}  // namespace

TEST_CASE("every statement of the program can be prepared on both databases") {
    for_each_database([](TestDatabase& db) {
        for (const Sql* sql : Sql::all()) {
            if (sql->only && *sql->only != db.dialect()) continue;
            // The simulator's own tables are not part of the schema.
            if (sql->name.starts_with("simulation.")) continue;
            INFO(std::string(sql->name));
            CHECK_NOTHROW(db.data().connection().prepare(*sql));
        }
    });
}

TEST_CASE("values of every kind come back as they went in") {
    for_each_database([](TestDatabase& db) {
        db.read([](const View& view) {
            const auto seen = view.tx.find(
                [](const Row& row) {
                    CHECK(row.get<std::int64_t>("number") == 9'007'199'254'740'991);
                    CHECK(row.get<std::string>("words") == "zażółć 'gęślą' \"jaźń\" $2 ?1");
                    CHECK(row.get<bool>("flag"));
                    CHECK(row.get<std::optional<std::int64_t>>("absent") == std::nullopt);
                    CHECK(row.get<std::string>("dollar") == "$1");
                    return true;
                },
                all_kinds_sql,
                9'007'199'254'740'991,
                "zażółć 'gęślą' \"jaźń\" $2 ?1",
                1,
                std::optional<std::int64_t>{});
            return seen.has_value();
        });
        const std::string bytes("\0\x01\xff'\\", 5);
        db.change([&](Work& work) {
            work.tx.run(insert_letter_sql, "a", 1, 2);
            CHECK(work.tx.one<Blob>(insert_outbox_sql, "a", Blob{bytes}).bytes == bytes);
        });
    });
}

TEST_CASE("a refused work leaves nothing behind, a broken one only itself") {
    for_each_database([](TestDatabase& db) {
        const Outcome refused = db.data().write([](Tx& tx, Time) -> Outcome {
            (void)insert(tx, "refused");
            return no_thanks;
        });
        REQUIRE_FALSE(refused);
        CHECK(refused.error().reason == no_thanks);
        CHECK(blobs_in(db) == 0);

        CHECK_THROWS_AS((void)db.data().write([](Tx& tx, Time) -> Outcome {
            (void)insert(tx, "twice");
            return insert(tx, "twice");
        }),
                        Bug);
        CHECK(blobs_in(db) == 0);
        CHECK(db.data().write([](Tx& tx, Time) { return insert(tx, "kept"); }));
        CHECK(blobs_in(db) == 1);
    });
}

TEST_CASE("works that wait together are answered together, each with its own outcome") {
    for_each_database([](TestDatabase& db) {
        WriteQueue queue(10);
        Writer writer(
            db.database().connect(Connection::Access::read_write), queue, db.work_clock());
        std::vector<Settled::Kind> outcomes(4);
        const auto submit = [&](std::size_t index, WriteFunction work) {
            REQUIRE(queue.submit({std::move(work), [&outcomes, index](const Settled& settled) {
                                      outcomes[index] = settled.kind;
                                  }}));
        };
        submit(0, [](Tx& tx, Time) { return insert(tx, "first"); });
        submit(1, [](Tx& tx, Time) -> Outcome {
            (void)insert(tx, "refused");
            return no_thanks;
        });
        submit(2, [](Tx& tx, Time) -> Outcome {
            (void)insert(tx, "broken");
            return insert(tx, "broken");
        });
        submit(3, [](Tx& tx, Time) { return insert(tx, "last"); });
        while (writer.step(std::chrono::milliseconds{0}) > 0) {
        }
        CHECK(outcomes == std::vector{Settled::Kind::committed,
                                      Settled::Kind::refused,
                                      Settled::Kind::failed,
                                      Settled::Kind::committed});
        CHECK(blobs_in(db) == 2);
    });
}

TEST_CASE("a full or closed queue takes nothing") {
    WriteQueue queue(1);
    CHECK(queue.submit({}));
    CHECK_FALSE(queue.submit({}));
    queue.close();
    CHECK_FALSE(queue.drained());
    CHECK(queue.take(5, std::chrono::milliseconds{0}).size() == 1);
    CHECK_FALSE(queue.submit({}));
    CHECK(queue.drained());
}

TEST_CASE("a scope limits what a statement sees") {
    for_each_database([](TestDatabase& db) {
        db.change([](Work& work) {
            for (const std::int64_t customer : {1, 2, 3}) {
                work.record(Happened{},
                            {.kind = "test", .id = 1, .customer = CustomerId{customer}});
            }
        });
        const auto seen = [&](const Scope& scope) {
            return db.read([&](const View& view) {
                return view.tx.all(first_column<std::int64_t>, scoped_sql, scope, Happened::name);
            });
        };
        CHECK(seen({.everyone = true}) == std::vector<std::int64_t>{1, 2, 3});
        CHECK(seen({.customers = {{3}, {1}}}) == std::vector<std::int64_t>{1, 3});
        CHECK(seen({}).empty());
    });
}

TEST_CASE("a reading transaction cannot write") {
    for_each_database([](TestDatabase& db) {
        DirectTransactor reader(db.database().connect(Connection::Access::read_only),
                                db.work_clock());
        CHECK_THROWS(reader.read([](Tx& tx, Time) { (void)insert(tx, "sneaked"); }));
        CHECK(blobs_in(db) == 0);
    });
}

TEST_CASE("time never runs backwards for works, whatever the clock does") {
    FakeClock wall(from_micros(1'000));
    WorkClock clock(wall);
    CHECK(to_micros(clock.now()) == 1'000);
    wall.set(from_micros(10));
    CHECK(to_micros(clock.now()) == 1'000);
    clock.not_before(from_micros(5'000));
    CHECK(to_micros(clock.now()) == 5'000);
    wall.set(from_micros(9'000));
    CHECK(to_micros(clock.now()) == 9'000);
}

TEST_CASE("migrating twice changes nothing, and a newer database is refused") {
    for_each_database([](TestDatabase& db) {
        Connection& connection = db.data().connection();
        const auto again = migrate(connection, db.random(), db.clock().now());
        REQUIRE(again);
        CHECK(again->from == again->to);
        connection.script(
            "INSERT INTO migration (number, name, checksum, applied_at) "
            "VALUES (9999, 'from_the_future', '', 0)");
        const auto newer = migrate(connection, db.random(), db.clock().now());
        REQUIRE_FALSE(newer);
        CHECK(newer.error().reason == schema_newer);
    });
}

TEST_CASE("a copy made in steps holds one moment, and others may write at every step") {
    TestDatabase db(Dialect::sqlite);
    const auto insert_large = [&](int number) {
        db.change([&](Work& work) {
            const std::string name = std::to_string(number);
            work.tx.run(insert_letter_sql, name, 1, 2);
            (void)work.tx.one<Blob>(
                insert_outbox_sql, name, Blob{std::string(8 * 1024 * 1024, 'x')});
        });
    };
    int number = 0;
    for (; number < 5; ++number) insert_large(number);
    const auto source = db.database().connect(Connection::Access::read_only);
    const std::string copy = db.folder() + "/copy.db";
    int steps = 0;
    CHECK(copy_sqlite(*source, copy, [&] {
        if (++steps <= 4) insert_large(number++);
        REQUIRE(steps < 40);
        return false;
    }));
    CHECK(steps > 2);
    SystemClock clock;
    const auto copied = Database(copy, clock).connect(Connection::Access::read_only);
    CHECK(Tx(*copied).one<std::int64_t>(count_blobs_sql) == 5);
    CHECK_FALSE(copy_sqlite(*source, db.folder() + "/stopped.db", [] { return true; }));
}

}  // namespace ogniwo
