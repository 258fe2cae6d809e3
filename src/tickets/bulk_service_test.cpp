#include "tickets/bulk_service.hpp"

#include <doctest/doctest.h>

#include "people/service.hpp"
#include "storage/attempt.hpp"
#include "storage/journal.hpp"
#include "testing/databases.hpp"
#include "tickets/service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

const RightSet staff_rights{see, see_own, see_notes, create, reply, note, assign, work_on};

// Three tickets and a technician.
struct House {
    explicit House(TestDatabase& database) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            const CustomerId customer = *people::ensure_customer(work, "Kowalski");
            people::CreatePerson card;
            card.given_name = "Anna";
            card.family_name = "Nowak";
            card.is_staff = true;
            anna = *people::add_person(work, card);
            for (int i = 0; i < 3; ++i) {
                ids.push_back(create_ticket(work, {.customer = customer, .subject = "Sieć"})->id);
            }
        });
        technician = {
            .kind = Actor::Kind::person, .person = anna, .grants = {{std::nullopt, staff_rights}}};
    }

    BulkWish wish(const BulkChange& change) const { return {.tickets = ids, .change = change}; }
    template <class Verb, class Wish>
    auto as_technician(Verb verb, const Wish& wished) {
        return db.write_as(technician, [&](Work& work) { return verb(work, wished); });
    }
    std::vector<Event> events(std::string_view kind, std::int64_t id) {
        return db.read([&](const View& view) { return journal::of_subject(view.tx, kind, id); });
    }

    TestDatabase& db;
    PersonId anna{};
    std::vector<TicketId> ids{};
    Actor technician{};
};

}  // namespace

TEST_CASE("a bulk change is the cause of what it does, and its preview leaves nothing behind") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const BulkWish wish = house.wish({.verb = BulkVerb::assign, .assignee = house.anna});
        const auto tried = house.as_technician(preview_bulk, wish);
        REQUIRE(static_cast<bool>(tried));
        CHECK(tried->changed == 3);
        CHECK_FALSE(tried->bulk.has_value());
        CHECK(house.events("ticket", house.ids.front().value).size() == 1);

        const auto done = house.as_technician(change_in_bulk, wish);
        REQUIRE(static_cast<bool>(done));
        REQUIRE(done->bulk.has_value());
        const auto bulk = house.events("bulk", done->bulk->value);
        REQUIRE(bulk.size() == 1);
        for (const TicketId id : house.ids) {
            const auto steps = house.events("ticket", id.value);
            REQUIRE(steps.size() == 2);
            CHECK(steps.back().cause == bulk.front().id());
        }

        const UndoBulk undo{.bulk = *done->bulk, .note = "Pomyłka."};
        const auto undone = house.as_technician(undo_bulk, undo);
        REQUIRE(static_cast<bool>(undone));
        CHECK(undone->changed == 3);
        const auto steps = house.events("ticket", house.ids.front().value);
        CHECK(steps.size() == 3);
        CHECK(steps.back().cause == house.events("bulk", done->bulk->value).back().id());
        database.read([](const View& view) {
            CHECK(check(view.tx).empty());
            return 0;
        });
    });
}

TEST_CASE("a bulk change goes on under its number, and knows what it has done already") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        BulkWish wish = house.wish({.verb = BulkVerb::weigh, .impact = Impact::high});
        wish.tickets.pop_back();
        const auto first = house.as_technician(change_in_bulk, wish);
        REQUIRE(static_cast<bool>(first));
        wish.tickets = house.ids;
        wish.bulk = first->bulk;
        const auto second = house.as_technician(change_in_bulk, wish);
        REQUIRE(static_cast<bool>(second));
        CHECK(second->bulk == first->bulk);
        CHECK(second->changed == 1);
        CHECK(second->unchanged == 2);
        const auto list = database.read_as(
            house.technician, [](const View& view) { return list_bulks(view, Nothing{}); });
        REQUIRE(list->items.size() == 1);
        CHECK(list->items.front().changed == 3);
        const auto undone =
            house.as_technician(undo_bulk, UndoBulk{.bulk = *first->bulk, .note = "Pomyłka."});
        CHECK(undone->changed == 3);
    });
}

TEST_CASE("an attempt that is left by an exception takes back what it wrote, and no more") {
    for_each_database([](TestDatabase& database) {
        House house(database);
        const TicketId ticket = house.ids.front();
        const auto outcome = house.db.write_as(house.technician, [&](Work& work) -> Outcome {
            TRY_DO(assign_ticket(work, {.ticket = ticket, .assignee = std::optional(house.anna)}));
            try {
                const Attempt attempt(work.tx);
                TRY_DO(take_ticket(work, {.ticket = ticket}));
                throw std::runtime_error("broken");
            } catch (const std::runtime_error&) {  // What is looked at here.
            }
            return Nothing{};
        });
        CHECK(static_cast<bool>(outcome));
        CHECK(house.events("ticket", ticket.value).size() == 2);
    });
}

}  // namespace ogniwo::tickets
