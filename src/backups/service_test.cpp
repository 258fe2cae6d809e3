#include "backups/service.hpp"

#include <doctest/doctest.h>

#include "testing/databases.hpp"

namespace ogniwo::backups {
namespace {

constexpr Minutes at{150};

TEST_CASE("a night is one turn, tried again an hour after a failure, three times in all") {
    for_each_database([](TestDatabase& db) {
        const Time long_ago = db.clock().now() - std::chrono::days{30};
        const auto take = [&](bool alone = false) {
            return db.write([&](Work& work) -> Result<std::optional<Turn>> {
                return take_turn(work, at, long_ago, alone);
            });
        };
        const auto due = [&] {
            return db.read([&](const View& view) { return is_due(view, at, long_ago); });
        };
        const auto fail = [&](const Turn& turn) {
            db.change([&](Work& work) { CHECK(note_failed(work, turn, "no room")); });
        };
        const auto last = [&] {
            return db.read([](const View& view) { return list_runs(view, {})->items.front(); });
        };
        CHECK(due());
        const auto first = *take();
        REQUIRE(first.has_value());
        CHECK_FALSE(take()->has_value());
        CHECK(last().state == BackupState::running);
        fail(*first);
        CHECK(last().error == "no room");
        CHECK(db.read([](const View& view) { return health(view.tx).has_failed; }));
        CHECK_FALSE(take()->has_value());
        db.clock().advance(std::chrono::hours{1} + std::chrono::seconds{1});
        const auto second = *take();
        REQUIRE(second.has_value());
        // The one that was broken off by the end of its process is taken over by the next.
        const auto third = *take(true);
        REQUIRE(third.has_value());
        CHECK(last().attempts == 3);
        db.change([&](Work& work) { CHECK_FALSE(note_made(work, *second, "/b", 7)); });
        fail(*third);
        CHECK_FALSE(due());
        db.clock().advance(std::chrono::hours{2});
        CHECK_FALSE(take()->has_value());

        db.clock().advance(std::chrono::days{1});
        const auto next = *take();
        REQUIRE(next.has_value());
        db.change([&](Work& work) { CHECK(note_made(work, *next, "/b", 7)); });
        CHECK_FALSE(due());
        CHECK_FALSE(take(true)->has_value());
        CHECK(last().state == BackupState::made);
        CHECK(last().folder == "/b");
        const Health now = db.read([](const View& view) { return health(view.tx); });
        CHECK_FALSE(now.has_failed);
        CHECK(now.last_made_at.has_value());
    });
}

}  // namespace
}  // namespace ogniwo::backups
