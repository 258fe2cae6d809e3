// What scenes cannot show: rows of guests that events do not explain, also where a ticket was
// merged and taken out again.

#include "tickets/guest_service.hpp"

#include <doctest/doctest.h>

#include "people/service.hpp"
#include "testing/databases.hpp"
#include "tickets/guest_store.hpp"
#include "tickets/merge_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

const RightSet rights{see, see_own, see_notes, see_messages, create, work_on};

// One customer with two tickets, and a guest at the first.
struct Desk {
    template <class Verb, class Wish>
    auto as(Verb verb, const Wish& wish) {
        const Actor actor{
            .kind = Actor::Kind::person, .person = anna, .grants = {{std::nullopt, rights}}};
        return db.write_as(actor, [&](Work& work) { return verb(work, wish); });
    }

    explicit Desk(TestDatabase& database) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            const CustomerId customer = *people::ensure_customer(work, "Kowalski");
            people::CreatePerson card;
            card.given_name = "Anna";
            card.family_name = "Nowak";
            card.is_staff = true;
            card.emails = {"anna@example.com"};
            anna = *people::add_person(work, card);
            printer = create_ticket(work, {.customer = customer, .subject = "Drukarka"})->id;
            vpn = create_ticket(work, {.customer = customer, .subject = "VPN"})->id;
        });
        guest = as(invite_guest,
                   InviteGuest{.ticket = printer,
                               .name = "Ola Maj",
                               .email = "ola@drukarki.example",
                               .question = "Co to za kod?"})
                    ->items.front()
                    .id;
    }

    TestDatabase& db;
    PersonId anna{};
    TicketId printer{};
    TicketId vpn{};
    GuestId guest{};
};

std::vector<std::string> different(TestDatabase& db) {
    std::vector<std::string> fields;
    for (const Difference& one : check(db.data())) fields.push_back(one.field);
    return fields;
}

}  // namespace

TEST_CASE("what is done about a guest where the ticket went on explains their row") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        REQUIRE(static_cast<bool>(
            desk.as(merge_ticket, MergeTicket{.ticket = desk.printer, .into = desk.vpn})));
        REQUIRE(static_cast<bool>(desk.as(
            tell_guest, TellGuest{.ticket = desk.vpn, .guest = desk.guest, .text = "Dziękuję."})));
        REQUIRE(static_cast<bool>(desk.as(
            prolong_guest, ProlongGuest{.ticket = desk.vpn, .guest = desk.guest, .days = 30})));
        CHECK(different(db).empty());
        REQUIRE(static_cast<bool>(desk.as(unmerge_ticket, UnmergeTicket{.ticket = desk.printer})));
        REQUIRE(static_cast<bool>(
            desk.as(end_guest, OfGuest{.ticket = desk.printer, .guest = desk.guest})));
        CHECK(different(db).empty());
    });
}

TEST_CASE("a guest whom no event explains is found by the check") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        CHECK(different(db).empty());
        const std::vector<std::string> its_row{"guest " + std::to_string(desk.guest.value)};
        db.change([&](Work& work) {
            TicketGuest stored = *store::find_guest(work.tx, desk.guest);
            stored.ends_at += std::chrono::hours{24};
            store::update_guest(work.tx, stored);
        });
        CHECK(different(db) == its_row);
        db.change([&](Work& work) {
            TicketGuest stored = *store::find_guest(work.tx, desk.guest);
            stored.ends_at -= std::chrono::hours{24};
            store::update_guest(work.tx, stored);
            store::insert_guest(work.tx, stored);
        });
        CHECK(different(db) ==
              std::vector<std::string>{"guest " + std::to_string(desk.guest.value + 1)});
    });
}

}  // namespace ogniwo::tickets
