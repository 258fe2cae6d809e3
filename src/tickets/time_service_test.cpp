// What scenes cannot show: words that go while minutes stay, rows that events do not explain, and
// that two browsers of one person never let two stopwatches run.

#include "tickets/time_service.hpp"

#include <doctest/doctest.h>

#include "people/service.hpp"
#include "testing/databases.hpp"
#include "tickets/stopwatch_service.hpp"
#include "tickets/stopwatch_store.hpp"
#include "tickets/time_store.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

const RightSet rights{
    see, see_own, see_notes, create, work_on, see_time, see_all_time, book_work, book_for_others};

// One customer with two tickets, and two technicians.
struct Desk {
    explicit Desk(TestDatabase& database) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            customer = *people::ensure_customer(work, "Kowalski");
            anna = person(work, "Anna");
            piotr = person(work, "Piotr");
        });
        printer = opened("Drukarka");
        vpn = opened("VPN");
    }

    static PersonId person(Work& work, const char* given) {
        people::CreatePerson card;
        card.given_name = given;
        card.family_name = "Nowak";
        card.is_staff = true;
        return *people::add_person(work, card);
    }
    static Actor actor(PersonId person) {
        return {.kind = Actor::Kind::person, .person = person, .grants = {{std::nullopt, rights}}};
    }
    template <class Verb, class Wish>
    auto as(PersonId who, Verb verb, const Wish& wish) {
        return db.write_as(actor(who), [&](Work& work) { return verb(work, wish); });
    }
    TicketId opened(const char* subject) {
        return as(anna, create_ticket, CreateTicket{.customer = customer, .subject = subject})->id;
    }
    TimeEntry booked(PersonId by, PersonId whose) {
        const auto made = as(by,
                             book_time,
                             BookTime{.ticket = printer,
                                      .work = {.work_type = {1},
                                               .minutes = 30,
                                               .customer_text = "Sterownik",
                                               .internal_text = "Anna zna hasło"},
                                      .persons = std::vector{whose}});
        REQUIRE(static_cast<bool>(made));
        return made->items.front();
    }
    TicketTime time() {
        return *db.read_as(actor(piotr), [&](const View& view) {
            return list_ticket_time(view, {.ticket = printer});
        });
    }

    TestDatabase& db;
    CustomerId customer{};
    PersonId anna{}, piotr{};
    TicketId printer{}, vpn{};
};

TEST_CASE("an erased person's words about work are gone, the minutes stay") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const TimeEntry entry = desk.booked(desk.anna, desk.anna);
        // Corrected by somebody else, who leaves the words as they were.
        const CorrectTime correction{.ticket = desk.printer,
                                     .entry = entry.id,
                                     .work = WorkedTime{.work_type = {1},
                                                        .minutes = 20,
                                                        .customer_text = "Sterownik",
                                                        .internal_text = "Anna zna hasło"}};
        REQUIRE(static_cast<bool>(desk.as(desk.piotr, correct_time, correction)));
        (void)desk.booked(desk.piotr, desk.piotr);
        REQUIRE(static_cast<bool>(
            desk.as(desk.anna, start_stopwatch, OfStopwatch{.ticket = desk.vpn})));
        db.read([&](const View& view) {
            const auto texts = journal::texts_of_subject(view.tx, "ticket", desk.printer.value);
            // The subject, Anna's two, and Piotr's two: the correction wrote none of hers again.
            CHECK(texts.size() == 5);
            CHECK(time_of_person(view, desk.anna).size() == 3);
            return 0;
        });

        for (int again = 0; again < 2; ++again) {
            db.change([&](Work& work) { erase_person(work, desk.anna); });
        }
        const TicketTime time = desk.time();
        REQUIRE(time.items.size() == 4);
        for (const TimeEntry& one : time.items) {
            CHECK(one.customer_text.has_value() == (one.person == desk.piotr));
            CHECK(one.internal_text.has_value() == (one.person == desk.piotr));
        }
        CHECK(time.totals.minutes == 50);
        CHECK(time.totals.billable_minutes == 50);
        db.read([&](const View& view) {
            CHECK(store::list_stopwatches(view.tx, desk.anna).empty());
            return 0;
        });
    });
}

TEST_CASE("sums are exact however often an entry was corrected") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        TimeEntry entry = desk.booked(desk.anna, desk.anna);
        for (const int minutes : {25, 45, 1440, 7}) {
            const auto corrected =
                desk.as(desk.anna,
                        correct_time,
                        CorrectTime{.ticket = desk.printer,
                                    .entry = entry.id,
                                    .work = WorkedTime{.work_type = {1}, .minutes = minutes}});
            REQUIRE(static_cast<bool>(corrected));
            entry = corrected->items.back();
            const TicketTime time = desk.time();
            CHECK(time.totals.minutes == minutes);
            CHECK(time.persons.front().minutes == minutes);
        }
        REQUIRE(static_cast<bool>(desk.as(
            desk.anna, correct_time, CorrectTime{.ticket = desk.printer, .entry = entry.id})));
        CHECK(desk.time().totals.minutes == 0);
        CHECK(desk.time().totals.entries == 10);
        CHECK(check(db.data()).empty());
    });
}

TEST_CASE("an entry that no event explains is found by the check") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        TimeEntry entry = desk.booked(desk.anna, desk.anna);
        CHECK(check(db.data()).empty());
        db.change([&](Work& work) {
            entry.minutes = 600;
            entry.booked_by = desk.anna;
            (void)store::insert_time(work.tx, entry);
        });
        const auto found = check(db.data());
        REQUIRE(found.size() == 1);
        CHECK(found[0].ticket == desk.printer);
        CHECK(found[0].stored.starts_with("600 min"));
        CHECK(found[0].replayed.empty());
    });
}

TEST_CASE("a person's stopwatches: one runs, and there is an end to their number") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const auto start = [&](TicketId ticket) {
            return desk.as(desk.anna, start_stopwatch, OfStopwatch{.ticket = ticket});
        };
        for (std::size_t i = 0; i < stopwatches_most; ++i) {
            const auto all = start(i == 0 ? desk.vpn : desk.opened("Kolejne"));
            REQUIRE(static_cast<bool>(all));
            CHECK(all->items.size() == i + 1);
            CHECK(all->items.front().state == StopwatchState::running);
            if (i > 0) CHECK(all->items[1].state == StopwatchState::paused);
            db.clock().advance(std::chrono::minutes{1});
        }
        CHECK(start(desk.printer).error().reason == stopwatches_too_many);
        // Piotr has his own.
        const auto other = desk.as(desk.piotr, start_stopwatch, OfStopwatch{.ticket = desk.vpn});
        CHECK(other->items.size() == 1);
        CHECK(desk.as(desk.piotr, drop_stopwatch, OfStopwatch{.ticket = desk.printer})
                  .error()
                  .reason == missing);
    });
}

TEST_CASE("the last kind of work is the hundredth") {
    TestDatabase db(Dialect::sqlite);
    Desk desk(db);
    const AddWorkType wish{.name_pl = "szkolenie", .name_en = "training"};
    for (std::size_t i = 6; i < work_types_most; ++i) {
        REQUIRE(static_cast<bool>(desk.as(desk.anna, add_work_type, wish)));
    }
    CHECK(desk.as(desk.anna, add_work_type, wish).error().reason == work_types_too_many);
}

}  // namespace
}  // namespace ogniwo::tickets
