#include "tickets/mark_service.hpp"

#include <doctest/doctest.h>

#include <array>
#include <thread>

#include "people/service.hpp"
#include "storage/journal.hpp"
#include "testing/databases.hpp"
#include "tickets/link_service.hpp"
#include "tickets/mark_store.hpp"
#include "tickets/service.hpp"
#include "tickets/tag_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

// Some tickets of one customer.
struct House {
    House(TestDatabase& database, int tickets) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            const CustomerId customer = *people::ensure_customer(work, "Kowalski");
            for (int i = 0; i < tickets; ++i) {
                ids.push_back(create_ticket(work, {.customer = customer, .subject = "Sieć"})->id);
            }
        });
    }

    template <class Verb, class Wish>
    auto by(Verb verb, const Wish& wish) {
        return db.write([&](Work& work) { return verb(work, wish); });
    }
    auto link(TicketId ticket, TicketId other, TicketLinkKind kind) {
        return by(link_ticket, LinkTicket{.ticket = ticket, .other = other, .kind = kind});
    }
    auto tag(TicketId ticket, const std::string& name) {
        return by(add_ticket_tag, AddTicketTag{.ticket = ticket, .name = name});
    }
    std::vector<std::string> steps(TicketId ticket) {
        return db.read([&](const View& view) {
            std::vector<std::string> names;
            for (const Event& event : journal::of_subject(view.tx, "ticket", ticket.value)) {
                names.push_back(event.name);
            }
            return names;
        });
    }

    TestDatabase& db;
    std::vector<TicketId> ids{};
};

}  // namespace

TEST_CASE("a ticket has twenty words at most, and merged ones go together") {
    for_each_database([](TestDatabase& db) {
        House house(db, 1);
        const TicketId ticket = house.ids[0];
        for (std::size_t i = 0; i < tags_of_ticket_most; ++i) {
            REQUIRE(static_cast<bool>(house.tag(ticket, "tag " + std::to_string(i))));
        }
        const auto refused = house.tag(ticket, "jeszcze jeden");
        REQUIRE_FALSE(static_cast<bool>(refused));
        CHECK(refused.error().reason == tags_too_many);
        // What was refused made no word.
        const auto all = db.read([](const View& view) { return list_tags(view, {.limit = 200}); });
        REQUIRE(all->items.size() == tags_of_ticket_most);
        const auto found =
            db.read([](const View& view) { return list_tags(view, {.q = "TAG 1"}); });
        CHECK(found->items.size() == 11);

        const TagId first = all->items[0].id;
        const TagId second = all->items[1].id;
        REQUIRE(static_cast<bool>(house.by(merge_tag, MergeTag{.tag = second, .into = first})));
        const auto shown = db.read([&](const View& view) { return read_ticket(view, {ticket}); });
        CHECK(shown->tags.size() == tags_of_ticket_most - 1);
        CHECK(check(db.data()).empty());
        const auto less = house.by(
            [](Work& work, const RemoveTicketTag& wish) { return remove_ticket_tag(work, wish); },
            RemoveTicketTag{.ticket = ticket, .tag = first});
        REQUIRE(static_cast<bool>(less));
        CHECK(less->tags.size() == tags_of_ticket_most - 2);
        CHECK(check(db.data()).empty());
    });
}

TEST_CASE("pages of words are the whole, each once") {
    for_each_database([](TestDatabase& db) {
        House house(db, 0);
        for (const char* word : {"ósmy", "ala", "Żuk", "zuk 2", "bez"}) {
            REQUIRE(static_cast<bool>(house.by(create_tag, CreateTag{.name = word})));
        }
        std::vector<std::string> words;
        std::optional<std::string> cursor;
        do {
            const auto page = db.read(
                [&](const View& view) { return list_tags(view, {.cursor = cursor, .limit = 2}); });
            for (const Tag& one : page->items) words.push_back(one.name);
            cursor = page->next;
        } while (cursor);
        CHECK(words == std::vector<std::string>{"ala", "bez", "ósmy", "Żuk", "zuk 2"});
    });
}

TEST_CASE("rows of tags and links that events do not explain are found by the check") {
    for_each_database([](TestDatabase& db) {
        House house(db, 3);
        REQUIRE(static_cast<bool>(house.tag(house.ids[0], "vip")));
        REQUIRE(
            static_cast<bool>(house.link(house.ids[0], house.ids[1], TicketLinkKind::depends_on)));
        CHECK(check(db.data()).empty());
        db.change([&](Work& work) {
            store::insert_ticket_tag(work.tx, house.ids[1], {1});
            store::insert_link(
                work.tx, house.ids[2], {.other = house.ids[0], .kind = TicketLinkKind::relates});
        });
        const auto found = check(db.data());
        REQUIRE(found.size() == 2);
        CHECK(found[0].field == "tagRows");
        CHECK(found[1].field == "links");
    });
}

TEST_CASE("timers that are late fire once, and what was moved meanwhile is left alone") {
    for_each_database([](TestDatabase& db) {
        House house(db, 1);
        const TicketId ticket = house.ids[0];
        const Time now = db.read([](const View& view) { return view.now; });
        const Time until = now + std::chrono::hours{2};
        REQUIRE(static_cast<bool>(
            house.by(snooze_ticket, SnoozeTicket{.ticket = ticket, .until = until})));
        const Timer timer{.kind = std::string(snooze_timer), .subject = ticket.value, .due = until};
        const auto fire = [&] {
            db.change([&](Work& work) {
                work.happened_at = timer.due;
                REQUIRE(snooze_over(work, timer));
            });
        };
        fire();
        fire();
        CHECK(house.steps(ticket) ==
              std::vector<std::string>{"tickets.created", "tickets.snoozed", "tickets.woken"});
        const auto awake = db.read([&](const View& view) { return read_ticket(view, {ticket}); });
        CHECK(awake->updated_at == until);
        CHECK(check(db.data()).empty());
    });
}

// Two nodes on one database, and two chains that grow towards each other: 0 -> 1 and 2 -> 3 become
// a circle when 1 -> 2 and 3 -> 0 are both added, though the two touch no ticket in common.
TEST_CASE("two nodes that link at once close no circle") {
    if (test_postgres() == nullptr) {
        MESSAGE("OGNIWO_TEST_POSTGRES is not set: not run");
        return;
    }
    constexpr int rounds = 15;
    TestDatabase db(Dialect::postgres);
    House house(db, 4 * rounds);
    const auto depends = [](TicketId one, TicketId other) {
        return LinkTicket{.ticket = one, .other = other, .kind = TicketLinkKind::depends_on};
    };
    for (int i = 0; i < rounds; ++i) {
        const TicketId* four = &house.ids[static_cast<std::size_t>(4 * i)];
        REQUIRE(static_cast<bool>(house.by(link_ticket, depends(four[0], four[1]))));
        REQUIRE(static_cast<bool>(house.by(link_ticket, depends(four[2], four[3]))));
    }
    std::array<int, 2> refused{};
    const auto node = [&](std::size_t which) {
        DirectTransactor data(db.database().connect(Connection::Access::read_write),
                              db.work_clock());
        const Caller caller;
        for (int i = 0; i < rounds;) {
            const TicketId* four = &house.ids[static_cast<std::size_t>(4 * i)];
            const LinkTicket wish =
                which == 0 ? depends(four[1], four[2]) : depends(four[3], four[0]);
            try {
                const Outcome outcome = data.write([&](Tx& tx, Time now) -> Outcome {
                    Work work{{tx, Actor::system(), now, db.environment(), caller}};
                    TRY_DO(link_ticket(work, wish));
                    return Nothing{};
                });
                if (!outcome) {
                    CHECK(outcome.error().reason == link_circle);
                    ++refused[which];
                }
                ++i;
            } catch (const StorageError& error) {
                if (error.kind != StorageError::Kind::busy) throw;
            }
        }
    };
    std::thread other(node, 1);
    node(0);
    other.join();
    CHECK(refused[0] + refused[1] == rounds);
    CHECK(check(db.data()).empty());
}

}  // namespace ogniwo::tickets
