#include "tickets/routing_service.hpp"

#include <doctest/doctest.h>

#include <map>
#include <thread>

#include "people/service.hpp"
#include "testing/databases.hpp"
#include "tickets/routing_store.hpp"
#include "tickets/service.hpp"
#include "tiers/duty_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

// One customer, and a first line whose queue gives its tickets out among its members.
struct Line {
    Line(TestDatabase& database, RoutingMode mode, int people) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            customer = *people::ensure_customer(work, "Kowalski");
            for (int i = 0; i < people; ++i) {
                people::CreatePerson card;
                card.given_name = "Anna";
                card.family_name = "Nowak " + std::to_string(i);
                card.is_staff = true;
                members.push_back(*people::add_person(work, card));
            }
        });
        db.change([&](Work& work) {
            const auto structure = *tiers::read_structure(work, {});
            auto wished = tiers::wished_tiers(structure);
            wished[0].members = members;
            REQUIRE(tiers::edit_structure(work, {.version = 1, .tiers = wished}));
            queue = structure.tiers[0].queues[0].id;
            REQUIRE(edit_queue_routing(work, {.queue = queue, .version = 1, .mode = mode}));
        });
    }

    void limit(PersonId person, int capacity) {
        db.change([&](Work& work) {
            const auto card = *tiers::read_technician(work, {person});
            REQUIRE(tiers::edit_technician(
                work, {.person = person, .version = card.version, .capacity = capacity}));
        });
    }
    Result<NewTicket> open(Work& work) const {
        return create_ticket(work, {.customer = customer, .subject = "Drukarka"});
    }
    TicketId opened() {
        return db.write([&](Work& work) { return open(work); })->id;
    }
    void round(std::string_view kind = room_timer) {
        db.change([&](Work& work) {
            REQUIRE(route_waiting(work, {.kind = std::string(kind), .due = work.now}));
        });
    }
    std::optional<PersonId> assignee(TicketId ticket) {
        return db.read([&](const View& view) { return read_ticket(view, {ticket})->assignee; });
    }
    std::map<PersonId, int> loads() {
        return db.read([&](const View& view) { return store::count_open_of(view.tx, members); });
    }
    std::int64_t waiting() {
        return db.read([&](const View& view) { return store::count_waiting(view.tx, queue); });
    }

    TestDatabase& db;
    CustomerId customer{};
    QueueId queue{};
    std::vector<PersonId> members{};
};

TEST_CASE("round robin goes round, and passes by whoever was disabled or is full") {
    for_each_database([](TestDatabase& db) {
        Line line(db, RoutingMode::round_robin, 3);
        const auto& members = line.members;
        CHECK(line.assignee(line.opened()) == members[0]);
        CHECK(line.assignee(line.opened()) == members[1]);
        line.limit(members[2], 0);
        CHECK(line.assignee(line.opened()) == members[0]);
        line.limit(members[2], 5);
        CHECK(line.assignee(line.opened()) == members[1]);
        CHECK(line.assignee(line.opened()) == members[2]);
        db.change([&](Work& work) { REQUIRE(people::disable_person(work, {members[0]})); });
        CHECK(line.assignee(line.opened()) == members[1]);
        CHECK(tickets::check(db.data()).empty());
    });
}

TEST_CASE(
    "a ticket that somebody puts back is found within a minute, one that is taken is theirs") {
    for_each_database([](TestDatabase& db) {
        Line line(db, RoutingMode::least_loaded, 1);
        line.limit(line.members[0], 1);
        const TicketId first = line.opened();
        const TicketId second = line.opened();
        CHECK(line.assignee(first) == line.members[0]);
        CHECK_FALSE(line.assignee(second));
        CHECK(line.waiting() == 1);
        db.change([&](Work& work) {
            REQUIRE(assign_ticket(work, {.ticket = first, .assignee = std::optional<PersonId>()}));
        });
        line.round();
        CHECK(line.assignee(second) == line.members[0]);
        line.limit(line.members[0], 2);
        line.round();
        CHECK_FALSE(line.assignee(first));
        line.round(routing_timer);
        CHECK(line.assignee(first) == line.members[0]);
        CHECK(line.waiting() == 0);
        CHECK(tickets::check(db.data()).empty());
    });
}

TEST_CASE("a queue that is pulled again lets its tickets be") {
    for_each_database([](TestDatabase& db) {
        Line line(db, RoutingMode::least_loaded, 1);
        line.limit(line.members[0], 0);
        const TicketId waits = line.opened();
        CHECK(line.waiting() == 1);
        db.change([&](Work& work) {
            REQUIRE(edit_queue_routing(
                work, {.queue = line.queue, .version = 2, .mode = RoutingMode::pull}));
        });
        line.limit(line.members[0], 5);
        line.round(routing_timer);
        CHECK_FALSE(line.assignee(waits));
        CHECK_FALSE(line.assignee(line.opened()));
        CHECK(line.waiting() == 0);
    });
}

// Two nodes on one database: neither a turn nor a place is given twice.
TEST_CASE("two nodes that give tickets out at once keep turns and capacities") {
    if (test_postgres() == nullptr) {
        MESSAGE("OGNIWO_TEST_POSTGRES is not set: not run");
        return;
    }
    constexpr int tickets_each = 15;
    TestDatabase db(Dialect::postgres);
    Line line(db, RoutingMode::round_robin, 3);
    for (const PersonId member : line.members) line.limit(member, 9);
    const auto node = [&] {
        DirectTransactor data(db.database().connect(Connection::Access::read_write),
                              db.work_clock());
        const Caller caller;
        for (int made = 0; made < tickets_each;) {
            try {
                const Outcome outcome = data.write([&](Tx& tx, Time now) -> Outcome {
                    Work work{{tx, Actor::system(), now, db.environment(), caller}};
                    TRY_DO(line.open(work));
                    return Nothing{};
                });
                made += outcome ? 1 : 0;
            } catch (const StorageError& error) {
                if (error.kind != StorageError::Kind::busy) throw;
            }
        }
    };
    std::thread other(node);
    node();
    other.join();
    // Thirty tickets, three times nine places: in turn nobody is ahead of anybody, and three wait.
    for (const auto& [person, load] : line.loads()) CHECK(load == 9);
    CHECK(line.waiting() == 3);
    CHECK(tickets::check(db.data()).empty());
}

}  // namespace
}  // namespace ogniwo::tickets
