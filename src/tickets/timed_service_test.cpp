#include "tickets/timed_service.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

#include "people/service.hpp"
#include "storage/journal.hpp"
#include "testing/databases.hpp"
#include "tickets/events.hpp"
#include "tickets/old_ticket_service.hpp"
#include "tickets/service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int tickets_made = 12;

// A first line that warns after an hour, and tickets that wait there.
struct House {
    explicit House(TestDatabase& database) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            customer = *people::ensure_customer(work, "Kowalski");
        });
    }
    void add_rule(int minutes, tiers::TimedAction action = tiers::TimedAction::warn) {
        db.change([&](Work& work) {
            const auto rules =
                tiers::add_timed_rule(work, {.tier = 1, .minutes = minutes, .action = action});
            REQUIRE(rules);
            rule = rules->items.back().id;
        });
    }
    void open_tickets() {
        for (int i = 0; i < tickets_made; ++i) {
            db.change([&](Work& work) {
                ids.push_back(
                    create_ticket(work, {.customer = customer, .subject = "Drukarka"})->id);
            });
        }
    }
    // How often a rule has fired at each ticket.
    std::vector<std::int64_t> fired() {
        std::vector<std::int64_t> counts;
        for (const TicketId id : ids) {
            counts.push_back(db.read([&](const View& view) {
                const auto events = journal::of_subject(view.tx, "ticket", id.value);
                return static_cast<std::int64_t>(
                    std::ranges::count(events, TicketTimedRuleFired::name, &Event::name));
            }));
        }
        return counts;
    }
    void handle(Timers& timers) const {
        timers.handle(timed_timer, timed_due);
        timers.handle(tiers::timed_rules_timer, count_tier_anew);
    }

    TestDatabase& db;
    CustomerId customer{};
    tiers::TimedRuleId rule{};
    std::vector<TicketId> ids{};
};

const std::vector<std::int64_t> once_each(tickets_made, 1);

// A step may meet another node's: then it is done again, as the loop of a node does.
void run(Timers& timers) {
    for (int quiet = 0; quiet < 3;) {
        try {
            quiet = timers.step() == 0 ? quiet + 1 : 0;
        } catch (const StorageError& error) {
            if (error.kind != StorageError::Kind::busy) throw;
        }
    }
}

TEST_CASE("two nodes fire each rule once") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.add_rule(60, tiers::TimedAction::escalate);
        house.open_tickets();
        db.clock().advance(std::chrono::hours{3});
        const auto node = [&](Transactor& data) {
            Timers timers(data, db.environment());
            house.handle(timers);
            run(timers);
        };
        // SQLite has one writer: there the second node comes after the first.
        if (db.dialect() == Dialect::postgres) {
            const auto connected = [&] {
                DirectTransactor data(db.database().connect(Connection::Access::read_write),
                                      db.work_clock());
                node(data);
            };
            std::thread other(connected);
            connected();
            other.join();
        } else {
            node(db.data());
            node(db.data());
        }
        CHECK(house.fired() == once_each);
        const auto tier =
            db.read([&](const View& view) { return read_ticket(view, {house.ids[0]})->tier; });
        CHECK(tier == 2);
        CHECK(tickets::check(db.data()).empty());
    });
}

TEST_CASE("a rule that is made later counts the tickets that are there, in chunks") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.open_tickets();
        db.clock().advance(std::chrono::minutes{30});
        house.add_rule(60);
        Timers timers(db.data(), db.environment());
        house.handle(timers);
        Jobs jobs(db.data(), db.environment());
        jobs.handle(count_tier_job, count_tier);
        run(timers);
        while (jobs.step()) {
        }
        db.clock().advance(std::chrono::minutes{29});
        run(timers);
        CHECK(house.fired() == std::vector<std::int64_t>(tickets_made, 0));
        db.clock().advance(std::chrono::minutes{1});
        run(timers);
        CHECK(house.fired() == once_each);

        // Retired, it fires no more; not even at what comes later.
        db.change([&](Work& work) {
            CHECK(tiers::retire_timed_rule(work, {house.rule}));
            house.ids.push_back(
                create_ticket(work, {.customer = house.customer, .subject = "Skaner"})->id);
        });
        db.clock().advance(std::chrono::hours{5});
        run(timers);
        CHECK(house.fired().back() == 0);
    });
}

TEST_CASE("a ticket of a former desk counts from when it came here, however old it is") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.add_rule(60);
        Timers timers(db.data(), db.environment());
        house.handle(timers);
        OldTicket old{.number = "7", .customer = house.customer, .subject = "Drukarka"};
        // Nobody is known to have said this, so nobody of ours has touched it.
        std::vector<OldMessage> messages{{.text = "I jak?"}};
        db.change([&](Work& work) {
            work.origin = Origin::import;
            old.created_at = work.now - std::chrono::hours{9'000};
            messages[0].at = work.now - std::chrono::hours{8'000};
            house.ids.push_back(*bring_in_ticket(work, old, messages));
        });
        const auto fired_after = [&](std::chrono::minutes time) {
            db.clock().advance(time);
            run(timers);
            return house.fired().front();
        };
        CHECK(fired_after(std::chrono::minutes{59}) == 0);
        CHECK(fired_after(std::chrono::minutes{1}) == 1);

        // It was over there, and is not any more: that is a new stay.
        const auto comes_again_as = [&](TicketStatus status) {
            old.status = status;
            db.change([&](Work& work) {
                work.origin = Origin::import;
                CHECK(*bring_in_again(work, house.ids[0], old, {}));
            });
        };
        comes_again_as(TicketStatus::closed);
        CHECK(fired_after(std::chrono::minutes{90}) == 1);
        comes_again_as(TicketStatus::open);
        CHECK(fired_after(std::chrono::minutes{59}) == 1);
        CHECK(fired_after(std::chrono::minutes{1}) == 2);
        CHECK(tickets::check(db.data()).empty());
    });
}

}  // namespace
}  // namespace ogniwo::tickets
