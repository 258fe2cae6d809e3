// What scenes cannot show: two nodes that want the same hour of one technician, a server that slept
// through a reminder, who is told nothing any more, words that go with a person, and rows that
// events do not explain.

#include "tickets/appointment_service.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <set>
#include <thread>

#include "people/service.hpp"
#include "storage/timers.hpp"
#include "testing/databases.hpp"
#include "tickets/appointment_store.hpp"
#include "tickets/mark_service.hpp"
#include "tickets/merge_service.hpp"
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
            people::allow(see, {people::Role::technician});
            (void)people::set_role(work, {anna, people::Role::technician, customer});
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
    // By the link of the last letter.
    Result<LinkedAppointment> chosen(Time time) {
        static const Sql last{"desk.last_letter",
                              "SELECT payload FROM outbox ORDER BY id DESC LIMIT 1"};
        const auto letter =
            db.read([&](const View& view) { return view.tx.one<std::string>(last); });
        const std::string before_token = "appointment#";
        const auto at = letter.find(before_token);
        REQUIRE(at != std::string::npos);
        token = letter.substr(at + before_token.size(), 26);
        return chosen_again(time);
    }
    Result<LinkedAppointment> chosen_again(Time time) {
        return db.write_as(Actor::anonymous(), [&](Work& work) {
            return choose_appointment_time(work, {.token = token, .starts_at = time});
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
    std::string token{};
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

TEST_CASE("nobody is reminded of what turned out to be spam") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        REQUIRE(static_cast<bool>(desk.as(desk.anna, mark_spam, MarkSpam{.ticket = desk.printer})));
        REQUIRE(static_cast<bool>(desk.made(desk.printer, 0)));
        const std::int64_t before = desk.letters();
        db.clock().set(desk.start - Minutes{30});
        CHECK(desk.fire() == 1);
        CHECK(desk.letters() == before);
        CHECK(check(db.data()).empty());
    });
}

TEST_CASE("who may not see the ticket any more has a busy hour and is not reminded of it") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        REQUIRE(static_cast<bool>(desk.made(desk.printer, 0)));
        const std::string url = desk.as(desk.anna, renew_calendar_feed, Nothing{})->url;
        const auto calendar = [&] {
            return db.read([&](const View& view) {
                return calendar_feed(view, {.token = url.substr(url.rfind('/') + 1)})->text;
            });
        };
        CHECK(calendar().find("Kowalski") != std::string::npos);
        db.change([&](Work& work) { people::revoke_grants(work, desk.anna, desk.customer); });
        CHECK(calendar().find("Kowalski") == std::string::npos);
        CHECK(calendar().find("BEGIN:VEVENT") != std::string::npos);

        const std::int64_t before = desk.letters();
        db.clock().set(desk.start - Minutes{30});
        CHECK(desk.fire() == 1);
        CHECK(desk.letters() == before + 1);  // To the customer.
    });
}

TEST_CASE("a clash with a ticket that the reader does not see is a name and a time") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        CustomerId other{};
        db.change([&](Work& work) { other = *people::ensure_customer(work, "Nowicki"); });
        const auto hidden =
            desk.as(desk.anna, create_ticket, CreateTicket{.customer = other, .subject = "Tajne"});
        const auto first = desk.made(desk.printer, 0);
        REQUIRE(static_cast<bool>(first));
        REQUIRE(static_cast<bool>(
            desk.as(desk.anna,
                    make_appointment,
                    MakeAppointment{
                        .ticket = hidden->id, .plan = desk.plan(0), .despite = {{first->id}}})));
        const Date day{std::chrono::floor<std::chrono::days>(desk.start)};
        const auto board_for = [&](const std::optional<CustomerId>& customer) {
            Actor reader = Desk::actor(desk.anna);
            reader.grants.front().customer = customer;
            return *db.read_as(reader, [&](const View& view) {
                return read_calendar_board(view, {.from = day, .to = day});
            });
        };
        CHECK(board_for(std::nullopt).clashes.size() == 2);
        const CalendarBoard board = board_for(desk.customer);
        REQUIRE(board.appointments.size() == 1);
        REQUIRE(board.clashes.size() == 1);
        CHECK(board.clashes[0].appointment == first->id);
        const AppointmentClash& clash = board.clashes[0].clash;
        CHECK(clash.name == "Anna Nowak");
        CHECK(clash.from == desk.start);
        CHECK(!clash.ticket);
        CHECK(!clash.appointment);
    });
}

TEST_CASE("a time that is chosen twice is chosen once") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        AppointmentWish plan = desk.plan(0);
        plan.starts_at.reset();
        plan.offers = {{desk.start, desk.start + std::chrono::hours{24}}};
        REQUIRE(static_cast<bool>(desk.as(
            desk.anna, make_appointment, MakeAppointment{.ticket = desk.printer, .plan = plan})));
        REQUIRE(static_cast<bool>(desk.chosen(desk.start)));
        const std::int64_t letters = desk.letters();
        REQUIRE(static_cast<bool>(desk.chosen_again(desk.start)));
        CHECK(desk.letters() == letters);
        CHECK(check(db.data()).empty());
    });
}

TEST_CASE("a customer who closes the ticket cancels what is to come, in merged tickets as well") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        REQUIRE(static_cast<bool>(desk.made(desk.printer, 0)));
        REQUIRE(static_cast<bool>(desk.made(desk.printer, 4)));
        REQUIRE(static_cast<bool>(desk.made(desk.vpn, 8)));
        REQUIRE(static_cast<bool>(desk.as(
            desk.anna, merge_ticket, MergeTicket{.ticket = desk.vpn, .into = desk.printer})));
        Actor jan = Desk::actor(desk.jan);
        jan.grants = {{desk.customer, RightSet{see_own, reply}}};
        REQUIRE(static_cast<bool>(db.write_as(
            jan, [&](Work& work) { return close_ticket(work, {.ticket = desk.printer}); })));
        for (const TicketId ticket : {desk.printer, desk.vpn}) {
            const auto all = desk.list(ticket).items;
            CHECK(all.size() == 3);
            for (const Appointment& one : all) CHECK(one.state == AppointmentState::cancelled);
        }
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
