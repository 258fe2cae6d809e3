#include "app/archive.hpp"

#include <doctest/doctest.h>

#include "app/commands.hpp"
#include "storage/followers.hpp"
#include "storage/migrate.hpp"
#include "testing/databases.hpp"

namespace ogniwo::app {
namespace {

const Table pets{.name = "pet",
                 .columns = {{"id", Column::Kind::integer},
                             {"is_good", Column::Kind::boolean},
                             {"photo", Column::Kind::bytes},
                             {"weight", Column::Kind::real},
                             {"words", Column::Kind::text}}};

TEST_CASE("a row is one line, whatever is in it") {
    struct Row {
        std::vector<Value> row;
        const char* line;
    };
    const Row rows[] = {
        {{std::int64_t{7}, true, Blob{std::string("\0\xff", 2)}, 2.5, "hau"},
         R"({"id":7,"is_good":1,"photo":"AP8=","weight":2.5,"words":"hau"})"},
        {{std::int64_t{-1}, false, Null{}, Null{}, "a\n\"b\"\\ ż"},
         R"({"id":-1,"is_good":0,"photo":null,"weight":null,"words":"a\n\"b\"\\ ż"})"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(to_line(pets, row.row) == row.line);
        const auto back = from_line(pets, row.line);
        REQUIRE(back);
        CHECK(*back == row.row);
    }
}

TEST_CASE("a line that is no row of the table is refused, with the reason") {
    struct Row {
        const char* line;
        const char* reason;
    };
    const Row rows[] = {
        {"", ""},
        {"[]", "object"},
        {R"({"id":7})", "\"is_good\" is missing"},
        {R"({"is_good":1,"id":7})", "\"is_good\" does not belong here"},
        {R"({"id":"7","is_good":1,"photo":null,"weight":null,"words":null})", "\"id\" is of"},
        {R"({"id":7,"is_good":2,"photo":null,"weight":null,"words":null})", "\"is_good\" is of"},
        {R"({"id":7,"is_good":1,"photo":"A","weight":null,"words":null})", "\"photo\" is of"},
        {R"({"id":7,"is_good":1,"photo":null,"weight":"1","words":null})", "\"weight\" is of"},
        {R"({"id":7,"is_good":1,"photo":null,"weight":null,"words":1})", "\"words\" is of"},
        {R"({"id":7,"is_good":1,"photo":null,"weight":null,"words":"","x":1})", "\"x\" does not"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        const auto back = from_line(pets, row.line);
        REQUIRE_FALSE(back);
        CHECK(back.error().detail.find(row.reason) != std::string::npos);
    }
}

TEST_CASE("both databases say the same about their tables") {
    for_each_database([](TestDatabase& db) {
        const auto tables = db.read([](const View& view) { return read_catalog(view.tx); });
        const auto ticket = std::ranges::find(tables, "ticket", &Table::name);
        REQUIRE(ticket != tables.end());
        CHECK(ticket->gives_ids);
        CHECK(ticket->key == std::vector<std::string>{"id"});
        CHECK(ticket->refers_to == std::vector<std::string>{"ticket_product"});
        const auto follower = std::ranges::find(tables, "follower_parked", &Table::name);
        CHECK(follower->key == std::vector<std::string>{"follower", "event"});
        CHECK_FALSE(follower->gives_ids);
        for (const Table& table : archived_tables(tables)) {
            CAPTURE(table.name);
            CHECK_FALSE(table.key.empty());
            CHECK(std::ranges::is_sorted(table.columns, {}, &Column::name));
        }
        const auto ordered = in_order_of_reference(tables);
        const auto place = [&](const char* name) {
            return std::ranges::find(ordered, name, &Table::name) - ordered.begin();
        };
        CHECK(place("person") < place("person_email"));
        CHECK(place("blob") < place("attachment"));
        CHECK(place("journal") < place("journal_text"));
        CHECK(ordered.size() == tables.size());
    });
}

TEST_CASE("the last id that a table has given can be read and set") {
    for_each_database([](TestDatabase& db) {
        const auto tables = db.read([](const View& view) { return read_catalog(view.tx); });
        const Table& product = *std::ranges::find(tables, "ticket_product", &Table::name);
        const auto last = [&] {
            return db.read([&](const View& view) { return last_id(view.tx, product); });
        };
        CHECK(last() == 0);
        for (const std::int64_t id : {41, 7, 0, 12}) {
            db.change([&](Work& work) { set_last_id(work.tx, product, id); });
            CHECK(last() == id);
        }
    });
}

struct Probed {
    static constexpr std::string_view name = "probe.probed";
    static constexpr int schema = 1;
};
void describe(Fields& /*fields*/, Probed& /*probed*/) {}

TEST_CASE("followers of an imported installation begin at its end") {
    for_each_database([](TestDatabase& db) {
        const auto probe = [&](TestDatabase& where) {
            where.change([](Work& work) {
                work.record(Probed{}, About{.kind = "probe", .id = 1, .version = 1}, {});
            });
        };
        probe(db);
        probe(db);
        const std::string folder = db.folder() + "/archive";
        std::filesystem::create_directories(folder);
        const auto blobs = make_database_blobs(db.data());
        db.data().read(
            [&](Tx& tx, Time) { REQUIRE(write_archive(tx.connection(), *blobs, folder, "key")); });
        TestDatabase arrived(db.dialect(), 2);
        const auto arrived_blobs = make_database_blobs(arrived.data());
        const auto manifest = read_manifest(folder);
        REQUIRE(manifest);
        CHECK(manifest->key == "key");
        REQUIRE(read_archive(arrived.data(), *arrived_blobs, folder, *manifest));
        int seen = 0;
        Follower follower(arrived.data(),
                          arrived.environment(),
                          {.name = "probe", .start = Start::now, .wants_imported = true},
                          [&](Work&, const Event&) -> Outcome {
                              ++seen;
                              return Nothing{};
                          });
        while (follower.step()) {
        }
        CHECK(seen == 0);
        probe(arrived);
        while (follower.step()) {
        }
        CHECK(seen == 1);
        CHECK(read_archive(arrived.data(), *arrived_blobs, folder, *manifest).error().reason.name ==
              std::string_view("app.archive_target_not_empty"));
    });
}

const Sql insert_tier_sql{"test.insert_tier", R"sql(
    INSERT INTO tier (number, version, name_pl, name_en) VALUES ($1, 1, 'Linia', 'Line')
)sql"};
const Sql count_moves_sql{"test.count_moves", R"sql(SELECT COUNT(*) FROM tier_move)sql"};

// Schema 8 is the first that archives were written with; its tiers knew no moves.
TEST_CASE("the archive of an older program comes in, and is brought up to date") {
    constexpr int older = 8;
    TestDatabase place(Dialect::sqlite);
    SystemClock clock;
    SystemRandom random;
    WorkClock work_clock(clock);
    const std::string archive = place.folder() + "/archive";
    std::filesystem::create_directories(archive);
    {
        const Database database(place.folder() + "/older.db", clock);
        DirectTransactor data(database.connect(Connection::Access::read_write), work_clock);
        REQUIRE(migrate(data.connection(), random, clock.now(), older));
        (void)data.write([](Tx& tx, Time) -> Outcome {
            for (const int number : {1, 2, 3}) tx.run(insert_tier_sql, number);
            return Nothing{};
        });
        const auto blobs = make_database_blobs(data);
        data.read(
            [&](Tx& tx, Time) { REQUIRE(write_archive(tx.connection(), *blobs, archive, "")); });
    }
    const Settings settings{.data = place.folder() + "/arrived"};
    const auto import = [&] {
        return import_archive(settings, {.folder = archive, .without_key = true}, Output::json);
    };
    CHECK(import() == 0);
    const Database arrived(settings.database_address(), clock);
    const auto connection = arrived.connect(Connection::Access::read_only);
    CHECK(schema_number(*connection) == migrations().back().number);
    CHECK(Tx(*connection).one<std::int64_t>(count_moves_sql) == 6);
    // A database that is newer than the archive begins where the archive cannot.
    CHECK(import() == 1);
}

}  // namespace
}  // namespace ogniwo::app
