#include "tickets/old_ticket_service.hpp"

#include <doctest/doctest.h>

#include "people/service.hpp"
#include "testing/databases.hpp"
#include "tickets/service.hpp"
#include "tickets/state_rules.hpp"
#include "tickets/state_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

const Time began = *parse_time("2020-01-02T08:00:00Z");
const Time ended = *parse_time("2020-01-03T08:00:00Z");

// A ticket of another desk that is here, with all that a file can say of it.
struct House {
    explicit House(TestDatabase& database) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            old.customer = *people::ensure_customer(work, "Alfa");
            other = *people::ensure_customer(work, "Beta");
            work.origin = Origin::import;
            id = *bring_in_ticket(work, old, {});
        });
    }
    Result<bool> again(const OldTicket& ticket, const std::vector<OldMessage>& messages) {
        return db.write([&](Work& work) {
            work.origin = Origin::import;
            return bring_in_again(work, id, ticket, messages);
        });
    }
    StateId add_default(TicketStatus group, const std::string& name) {
        StateId id;
        db.change([&](Work& work) {
            const auto added = add_state(
                work, {.status = group, .name_pl = name, .name_en = name, .is_default = true});
            id = *default_of(added->states, group);
        });
        return id;
    }
    OldTicket bare() const {
        return {.number = old.number,
                .customer = old.customer,
                .subject = old.subject,
                .created_at = old.created_at};
    }
    Ticket read() {
        return db.read([&](const View& view) { return *read_ticket(view, {id}); });
    }

    TestDatabase& db;
    OldTicket old{.number = "7",
                  .subject = "Drukarka",
                  .text = "Nie drukuje.",
                  .status = TicketStatus::closed,
                  .type = TicketType::request,
                  .impact = Impact::high,
                  .urgency = Urgency::high,
                  .created_at = began,
                  .resolved_at = ended - std::chrono::hours{2},
                  .closed_at = ended};
    CustomerId other{};
    TicketId id{};
};

}  // namespace

TEST_CASE("what the next file leaves out of a ticket stays as it is") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const Ticket before = house.read();
        CHECK(*house.again(house.bare(), {}) == false);
        CHECK(house.read().version == before.version);

        OldTicket closed = house.bare();
        closed.status = TicketStatus::closed;
        CHECK(*house.again(closed, {}) == false);

        OldTicket waits = house.bare();
        waits.status = TicketStatus::waiting;
        CHECK(*house.again(waits, {}));
        const Ticket after = house.read();
        CHECK(after.status == TicketStatus::waiting);
        CHECK(after.waiting_for == WaitingFor::other);
        CHECK(!after.resolved_at);
        CHECK(after.type == TicketType::request);
        CHECK(after.impact == Impact::high);
        CHECK(after.urgency == Urgency::high);
        CHECK(after.priority == before.priority);
        CHECK(check(db.data()).empty());
    });
}

TEST_CASE("a message that comes late keeps its moment, and the ticket does not grow younger") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const OldMessage late{.text = "Zaraz będę.", .at = began + std::chrono::hours{1}};
        CHECK(*house.again(house.bare(), {late}));
        CHECK(house.read().updated_at == ended);
        const auto messages = db.read(
            [&](const View& view) { return list_messages(view, {.ticket = house.id})->items; });
        REQUIRE(messages.size() == 2);
        CHECK(messages[1].at == late.at);
        CHECK(check(db.data()).empty());
    });
}

TEST_CASE("a ticket that is brought in gets what its group begins with, and keeps what it has") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const StateId part = house.add_default(TicketStatus::waiting, "Część");
        const StateId shelf = house.add_default(TicketStatus::closed, "Odebrane");
        OldTicket closed = house.old;
        closed.number = "8";
        db.change([&](Work& work) {
            work.origin = Origin::import;
            house.id = *bring_in_ticket(work, closed, {});
        });
        CHECK(house.read().state == shelf);
        OldTicket waits = house.bare();
        waits.status = TicketStatus::waiting;
        CHECK(*house.again(waits, {}));
        CHECK(house.read().state == part);
        // It came without a note, and moves on within its group all the same.
        db.change([&](Work& work) {
            REQUIRE(set_ticket_status(work,
                                      {.ticket = house.id,
                                       .status = TicketStatus::waiting,
                                       .state = std::optional<StateId>{}}));
        });
        CHECK_FALSE(*house.again(waits, {}));
        CHECK_FALSE(house.read().state);
        CHECK(check(db.data()).empty());
    });
}

TEST_CASE("a file does not give a ticket to another customer") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        OldTicket moved = house.bare();
        moved.customer = house.other;
        CHECK(house.again(moved, {}).error().reason == old_customer_differs);
        CHECK(house.read().version == 2);
    });
}

}  // namespace ogniwo::tickets
