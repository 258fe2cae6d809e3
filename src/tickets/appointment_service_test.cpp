// What scenes cannot show: two nodes that want the same hour of one technician, a server that slept
// through a reminder, words that go with a person, and rows that events do not explain.

#include "tickets/appointment_service.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <set>
#include <thread>

#include "people/service.hpp"
#include "storage/timers.hpp"
#include "testing/databases.hpp"
#include "tickets/appointment_store.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

const RightSet rights{see, see_own, see_notes, see_messages, create, work_on, configure};

// One customer with somebody who asks, two tickets and a technician.
struct Desk {
    explicit Desk(TestDatabase& database) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            customer = *people::ensure_customer(work, "Kowalski");
            anna = person(work, "Anna", true);
            jan = person(work, "Jan", false);
        });
        printer = opened("Drukarka");
        vpn = opened("VPN");
    }

    PersonId person(Work& work, const char* given, bool is_staff) const {
        people::CreatePerson card;
        card.given_name = given;
        card.family_name = "Nowak";
        card.is_staff = is_staff;
        card.emails = {std::string(given) + "@example.com"};
        if (!is_staff) card.customers = {customer};
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
        return as(anna,
                  create_ticket,
                  CreateTicket{.customer = customer, .subject = subject, .requester = jan})
            ->id;
    }
    AppointmentWish plan(int hours) const {
        return {.kind = AppointmentKind::visit,
                .persons = {anna},
                .starts_at = start + std::chrono::hours{hours},
                .minutes = 60,
                .address = "Polna 3",
                .customer_note = "Wejście od podwórza",
                .internal_note = "Pies"};
    }
    Result<Appointment> made(TicketId ticket, int hours) {
        return as(anna, make_appointment, MakeAppointment{.ticket = ticket, .plan = plan(hours)});
    }
    TicketAppointments list(TicketId ticket) {
        return *db.read_as(actor(anna), [&](const View& view) {
            return list_appointments(view, {.ticket = ticket});
        });
    }
    std::int64_t letters() {
        static const Sql count{"desk.count_letters", "SELECT COUNT(*) FROM outbox"};
        return db.read([&](const View& view) { return view.tx.one<std::int64_t>(count); });
    }
    // As a node does that is awake again.
    int fire() {
        Timers timers(db.data(), db.environment());
        timers.handle(appointment_timer, appointment_due);
        return timers.step();
    }

    TestDatabase& db;
    Time start = std::chrono::sys_days{std::chrono::year{2025} / std::chrono::June / 20} +
                 std::chrono::hours{8};
    CustomerId customer{};
    PersonId anna{}, jan{};
    TicketId printer{}, vpn{};
};

TEST_CASE("two nodes cannot give one hour of a technician away twice") {
    if (test_postgres() == nullptr) {
        MESSAGE("OGNIWO_TEST_POSTGRES is not set: not run");
        return;
    }
    constexpr int hours = 12;
    TestDatabase db(Dialect::postgres);
    Desk desk(db);
    std::atomic<int> made{0};
    std::atomic<int> refused{0};
    const auto node = [&](TicketId ticket) {
        DirectTransactor data(db.database().connect(Connection::Access::read_write),
                              db.work_clock());
        const Caller caller;
        const Actor actor = Desk::actor(desk.anna);
        for (int hour = 0; hour < hours;) {
            try {
                std::optional<Error> error;
                const Outcome outcome = data.write([&](Tx& tx, Time now) -> Outcome {
                    Work work{{tx, actor, now, db.environment(), caller}};
                    TRY_DO(make_appointment(work, {.ticket = ticket, .plan = desk.plan(hour)}));
                    return Nothing{};
                });
                if (!outcome) CHECK(outcome.error().reason == technician_booked);
                ++(outcome ? made : refused);
                ++hour;
            } catch (const StorageError& error) {
                if (error.kind != StorageError::Kind::busy) throw;
            }
        }
    };
    std::thread other([&] { node(desk.vpn); });
    node(desk.printer);
    other.join();
    CHECK(made == hours);
    CHECK(refused == hours);
    std::set<Time> starts;
    for (const TicketId ticket : {desk.printer, desk.vpn}) {
        for (const Appointment& one : desk.list(ticket).items) {
            CHECK(starts.insert(*one.starts_at).second);
        }
    }
    CHECK(starts.size() == hours);
    CHECK(check(db.data()).empty());
}

TEST_CASE("a reminder comes once, also late, and not when there is nothing to come to any more") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const auto first = desk.made(desk.printer, 0);
        REQUIRE(static_cast<bool>(first));
        const auto second = desk.made(desk.vpn, 4);
        REQUIRE(static_cast<bool>(second));
        CHECK(desk.fire() == 0);
        const std::int64_t before = desk.letters();

        // Asleep until the first one has begun, and the second has not.
        db.clock().set(desk.start + Minutes{30});
        CHECK(desk.fire() == 2);
        CHECK(desk.letters() == before + 2);  // To the customer and to the technician.
        CHECK(desk.fire() == 0);
        CHECK(desk.letters() == before + 2);
        CHECK(check(db.data()).empty());
    });
}

TEST_CASE("words about meeting somebody go with them, times stay") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        REQUIRE(static_cast<bool>(desk.made(desk.printer, 0)));
        db.read([&](const View& view) {
            CHECK(appointments_of_person(view, desk.jan).size() == 1);
            CHECK(!appointments_of_person(view, desk.jan).front().internal_note);
            CHECK(appointments_of_person(view, desk.anna).front().internal_note == "Pies");
            return 0;
        });
        for (int again = 0; again < 2; ++again) {
            db.change([&](Work& work) { erase_person(work, desk.jan); });
        }
        const Appointment one = desk.list(desk.printer).items.front();
        CHECK(!one.address);
        CHECK(!one.customer_note);
        CHECK(!one.internal_note);
        CHECK(one.starts_at == desk.start);
        db.read([&](const View& view) {
            const auto texts = journal::texts_of_subject(view.tx, "ticket", desk.printer.value);
            for (const auto& text : texts) {
                if (text.field != "subject") CHECK(!text.text);
            }
            return 0;
        });
        CHECK(check(db.data()).empty());
    });
}

TEST_CASE("an appointment that no event explains is found by the check") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const auto made = desk.made(desk.printer, 0);
        REQUIRE(static_cast<bool>(made));
        CHECK(check(db.data()).empty());
        db.change([&](Work& work) {
            auto stored = *store::find_appointment(work.tx, made->id);
            stored.minutes = 90;
            store::update_appointment(work.tx, stored);
        });
        const auto found = check(db.data());
        REQUIRE(found.size() == 1);
        CHECK(found[0].field == "appointment " + std::to_string(made->id.value));
    });
}

TEST_CASE("expired links are swept, the others hold") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const auto made = desk.made(desk.printer, 0);
        REQUIRE(static_cast<bool>(made));
        const auto links = [&] {
            return *desk.as(desk.anna,
                            revoke_appointment_links,
                            OfAppointment{.ticket = desk.printer, .appointment = made->id});
        };
        db.change([](Work& work) { forget_appointment_links(work); });
        CHECK(links().links == 1);
        REQUIRE(static_cast<bool>(
            desk.as(desk.anna,
                    send_appointment_link,
                    OfAppointment{.ticket = desk.printer, .appointment = made->id})));
        db.clock().set(desk.start + std::chrono::hours{2});
        db.change([](Work& work) { forget_appointment_links(work); });
        CHECK(links().links == 0);
    });
}

TEST_CASE("a ticket has at most a hundred appointments") {
    TestDatabase db(Dialect::sqlite);
    Desk desk(db);
    for (int i = 0; i < appointments_of_ticket_most; ++i) {
        REQUIRE(static_cast<bool>(desk.made(desk.printer, i * 2)));
    }
    CHECK(desk.made(desk.printer, 500).error().reason == appointments_too_many);
}

}  // namespace
}  // namespace ogniwo::tickets
