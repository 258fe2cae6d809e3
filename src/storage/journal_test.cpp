#include "storage/journal.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "storage/followers.hpp"
#include "testing/databases.hpp"

namespace ogniwo {
namespace {

struct Counted {
    static constexpr std::string_view name = "test.counted";
    static constexpr int schema = 1;
    std::int64_t number = 0;
};
void describe(Fields& fields, Counted& event) {
    fields("number", event.number);
}

const Sql insert_old_sql{"test.insert_old_event", R"sql(
    UPDATE journal SET name = 'test.renamed', schema = 1, payload = '{"minutes":90}'
     WHERE position = $1
)sql"};

EventId count(Work& work, std::int64_t number, std::vector<EventText> texts = {}) {
    return work.record(Counted{number},
                       {.kind = "test", .id = number, .version = 1, .customer = CustomerId{7}},
                       std::move(texts));
}

std::vector<std::string> payloads(const std::vector<Event>& events) {
    std::vector<std::string> list;
    for (const Event& event : events) list.push_back(event.payload);
    return list;
}

// A made-up event of the past: minutes became seconds in its second schema.
std::string minutes_to_seconds(std::string payload) {
    CHECK(payload == R"({"minutes":90})");
    return R"({"seconds":5400})";
}

}  // namespace

TEST_CASE("the journal keeps every column of an event") {
    for_each_database([](TestDatabase& db) {
        db.change([](Work& work) {
            work.cause = EventId{41};
            work.depth = 2;
            work.origin = Origin::import;
            work.happened_at = *parse_time("2010-03-31T14:59:42Z");
            count(work, 5);
        });
        const auto events =
            db.read([](const View& view) { return journal::of_subject(view.tx, "test", 5); });
        REQUIRE(events.size() == 1);
        const Event& event = events.front();
        CHECK(event.name == "test.counted");
        CHECK(event.payload == R"({"number":5})");
        CHECK(event.origin == Origin::import);
        CHECK(to_text(event.happened_at) == "2010-03-31T14:59:42Z");
        CHECK(event.recorded_at == db.clock().now());
        CHECK(event.customer == CustomerId{7});
        CHECK(event.cause == EventId{41});
        CHECK(event.depth == 2);
        CHECK(event.actor == std::nullopt);
        CHECK(event.trace == std::string(32, '0'));
        CHECK(event.subject_version == 1);
    });
}

TEST_CASE("texts lie beside the payload and become tombstones") {
    for_each_database([](TestDatabase& db) {
        const EventId event = *db.write([](Work& work) -> Result<EventId> {
            return count(work, 1, {{"note", "Jan K."}});
        });
        const auto note = [&](std::string_view field) {
            return db.read([&](const View& view) { return journal::text(view.tx, event, field); });
        };
        CHECK(note("note") == "Jan K.");
        CHECK(note("other") == std::nullopt);
        db.change([](Work& work) { journal::erase_texts(work, "test", 1); });
        CHECK(note("note") == std::nullopt);
        CHECK(db.read([](const View& view) {
                    return journal::of_subject(view.tx, "test", 1);
                }).size() == 1);
    });
}

TEST_CASE("whatever somebody has written is erased, however much it is") {
    for_each_database([](TestDatabase& db) {
        const auto write = [&](PersonId person, int times) {
            Actor writer = Actor::system();
            writer.kind = Actor::Kind::person;
            writer.person = person;
            (void)db.write_as(writer, [&](Work& work) -> Outcome {
                for (int i = 0; i < times; ++i) count(work, person.value, {{"note", "words"}});
                return Nothing{};
            });
        };
        const auto words_left = [&](PersonId person) {
            return db.read([&](const View& view) {
                return std::ranges::count_if(
                    journal::texts_of_subject(view.tx, "test", person.value),
                    [](const journal::SubjectText& found) { return found.text.has_value(); });
            });
        };
        constexpr int more_than_a_piece = 2'001;
        write(PersonId{8}, 1);
        write(PersonId{7}, more_than_a_piece);
        write(PersonId{8}, 1);
        CHECK(words_left(PersonId{7}) == more_than_a_piece);
        db.change([](Work& work) { journal::erase_texts_by(work, PersonId{7}); });
        CHECK(words_left(PersonId{7}) == 0);
        CHECK(words_left(PersonId{8}) == 2);
    });
}

TEST_CASE("a cursor is read only as it was written") {
    const Cursor cursor{3, 4711, 65'533};
    CHECK(parse_cursor(to_text(cursor)) == cursor);
    for (const char* text : {"",
                             "x",
                             "MC4wLjA=",
                             "MC4wLjA-",
                             "MDAuMC4w",
                             "LTEuMC4w",
                             "MS4yLjMu",
                             "MS4y",
                             "MS4yLjN4",
                             "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OS4wLjA"}) {
        INFO(text);
        CHECK_FALSE(parse_cursor(text).has_value());
    }
    CHECK(parse_cursor("MC4wLjA") == Cursor{});
}

TEST_CASE("an old event is lifted to the newest schema when it is read") {
    journal::add_upcaster("test.renamed", 1, minutes_to_seconds);
    for_each_database([](TestDatabase& db) {
        db.change([](Work& work) { work.tx.run(insert_old_sql, count(work, 9)); });
        const auto events =
            db.read([](const View& view) { return journal::of_subject(view.tx, "test", 9); });
        REQUIRE(events.size() == 1);
        CHECK(events.front().schema == 2);
        CHECK(events.front().payload == R"({"seconds":5400})");
    });
}

TEST_CASE("a new generation comes after all older ones, whatever the transaction ids") {
    for_each_database([](TestDatabase& db) {
        const auto add = [&](std::int64_t number) {
            db.change([&](Work& work) { count(work, number); });
        };
        add(1);
        // As after a restore into a cluster whose transaction ids start low again.
        if (db.dialect() == Dialect::postgres) {
            db.data().connection().script("UPDATE journal SET xid = xid + 1000000000");
        }
        db.change([](Work& work) { journal::raise_generation(work.tx); });
        add(2);
        const auto all =
            db.read([](const View& view) { return journal::read_after(view.tx, {}, 10); });
        CHECK(payloads(all) == std::vector<std::string>{R"({"number":1})", R"({"number":2})"});
        CHECK(db.read([](const View& view) { return journal::end(view.tx); }) == all.back().at);
    });
}

// The heart of the order on PostgreSQL: positions are taken before the commit, so a later position
// may become visible first. Nothing may be read past what is still open.
TEST_CASE("with two real connections nothing is read before everything below it is settled") {
    if (test_postgres() == nullptr) {
        MESSAGE("OGNIWO_TEST_POSTGRES is not set: not run");
        return;
    }
    TestDatabase db(Dialect::postgres);
    const auto slow = db.database().connect(Connection::Access::read_write);
    slow->begin(Connection::Access::read_write);
    Tx slow_tx(*slow);
    const Caller caller;
    Work slow_work{{slow_tx, Actor::system(), db.clock().now(), db.environment(), caller}};
    count(slow_work, 1);  // Takes position 1 and stays open.

    db.change([](Work& work) {
        count(work, 2);  // Takes position 2 and commits at once.
    });
    const auto visible = [&](const Cursor& after) {
        return payloads(
            db.read([&](const View& view) { return journal::read_after(view.tx, after, 10); }));
    };
    CHECK(visible({}).empty());
    slow->commit();
    CHECK(visible({}) == std::vector<std::string>{R"({"number":1})", R"({"number":2})"});
}

TEST_CASE("a follower acts once on each event, and a stolen lease stops it") {
    for_each_database([](TestDatabase& db) {
        std::vector<std::string> seen;
        const FollowerOptions options{.name = "test", .start = Start::beginning};
        const auto watch = [&](Work& work, const Event& event) -> Outcome {
            CHECK(work.cause == event.id());
            CHECK(work.depth == event.depth + 1);
            seen.push_back(event.payload);
            return Nothing{};
        };
        Follower first(db.data(), db.environment(), options, watch);
        Follower second(db.data(), db.environment(), options, watch);
        db.change([](Work& work) {
            for (const std::int64_t number : {1, 2, 3}) count(work, number);
        });
        while (first.step()) {
        }
        CHECK(seen.size() == 3);
        // The second one has no lease; it gets it when the first one's has run out.
        db.change([](Work& work) { count(work, 4); });
        CHECK_FALSE(second.step());
        CHECK(seen.size() == 3);
        db.data().connection().script("UPDATE follower SET lease_until = 0");
        CHECK(second.step());
        CHECK(seen.size() == 4);
        CHECK_FALSE(first.step());
        CHECK(seen.size() == 4);
    });
}

TEST_CASE("an event that fails five times is parked, and the rest go on") {
    for_each_database([](TestDatabase& db) {
        std::vector<std::string> seen;
        Follower follower(db.data(),
                          db.environment(),
                          {.name = "test", .start = Start::beginning},
                          [&](Work&, const Event& event) -> Outcome {
                              if (event.payload == R"({"number":2})") throw Bug("it always fails");
                              seen.push_back(event.payload);
                              return Nothing{};
                          });
        db.change([](Work& work) {
            for (const std::int64_t number : {1, 2, 3}) count(work, number);
        });
        while (follower.step()) {
        }
        const auto states = db.read([](const View& view) { return follower_states(view.tx); });
        REQUIRE(states.size() == 1);
        CHECK(states.front().parked == 1);
        CHECK(states.front().behind == 0);
        // What failed with the batch was undone with it, and done again.
        CHECK(seen.back() == R"({"number":3})");
        CHECK(std::count(seen.begin(), seen.end(), R"({"number":2})") == 0);
    });
}

TEST_CASE("commits that fail are no failure of the event, and park nothing") {
    struct BadDisk : Faults {
        int bad_commits = 0;
        void before_commit() override {
            if (bad_commits == 0) return;
            --bad_commits;
            throw StorageError(StorageError::Kind::io, "the disk is bad");
        }
    };
    for_each_database([](TestDatabase& db) {
        BadDisk disk;
        DirectTransactor data(
            db.database().connect(Connection::Access::read_write), db.work_clock(), &disk);
        int acted = 0;
        const auto act = [&](Work&, const Event&) -> Outcome {
            ++acted;
            return Nothing{};
        };
        Follower follower(data, db.environment(), {.name = "test", .start = Start::beginning}, act);
        db.change([](Work& work) { count(work, 1); });
        CHECK(follower.step());  // Enters itself,
        CHECK(follower.step());  // and takes the lease.
        db.change([](Work& work) { count(work, 2); });
        for (int i = 0; i < 10; ++i) {
            disk.bad_commits = 1;
            CHECK_THROWS(follower.step());
        }
        CHECK(follower.step());
        CHECK(acted == 12);
        const auto states = db.read([](const View& view) { return follower_states(view.tx); });
        REQUIRE(states.size() == 1);
        CHECK(states.front().behind == 0);
        CHECK(states.front().parked == 0);
    });
}

TEST_CASE("imported events pass by a follower that did not ask for them") {
    for_each_database([](TestDatabase& db) {
        int seen = 0;
        const auto look = [&](Work&, const Event&) -> Outcome {
            ++seen;
            return Nothing{};
        };
        Follower plain(
            db.data(), db.environment(), {.name = "plain", .start = Start::beginning}, look);
        db.change([](Work& work) {
            work.origin = Origin::import;
            count(work, 1);
        });
        while (plain.step()) {
        }
        CHECK(seen == 0);
        Follower all(db.data(),
                     db.environment(),
                     {.name = "all", .start = Start::beginning, .wants_imported = true},
                     look);
        while (all.step()) {
        }
        CHECK(seen == 1);
    });
}

}  // namespace ogniwo
