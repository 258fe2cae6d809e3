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
        return as(rights, verb, wish);
    }
    template <class Verb, class Wish>
    auto as(const RightSet& held, Verb verb, const Wish& wish) {
        const Actor actor{
            .kind = Actor::Kind::person, .person = anna, .grants = {{std::nullopt, held}}};
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

TEST_CASE("a guest who is erased from the page of a merged ticket ends where it goes on") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        REQUIRE(static_cast<bool>(
            desk.as(merge_ticket, MergeTicket{.ticket = desk.printer, .into = desk.vpn})));
        const RightSet erasing{see, see_own, see_notes, people::erase_persons};
        const auto erased =
            desk.as(erasing, erase_guest, OfGuest{.ticket = desk.printer, .guest = desk.guest});
        REQUIRE(static_cast<bool>(erased));
        CHECK(erased->items.front().ended_why == GuestEnd::hand);
        CHECK(different(db).empty());
    });
}

TEST_CASE("nobody shows a guest what they may not read themselves") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const auto noted = desk.as({see, see_own, see_notes, note},
                                   note_on_ticket,
                                   NoteOnTicket{.ticket = desk.printer, .text = "Kod E-212."});
        REQUIRE(static_cast<bool>(noted));
        const RightSet blind{see, see_own, see_notes, work_on};
        ShowToGuest wish{.ticket = desk.printer, .guest = desk.guest, .messages = {noted->id}};
        const auto refused = desk.as(blind, show_to_guest, wish);
        REQUIRE_FALSE(static_cast<bool>(refused));
        CHECK(refused.error().reason == forbidden);
        const auto invited = desk.as(blind,
                                     invite_guest,
                                     InviteGuest{.ticket = desk.printer,
                                                 .name = "Iga Lis",
                                                 .email = "iga@drukarki.example",
                                                 .question = "A to?",
                                                 .messages = wish.messages});
        REQUIRE_FALSE(static_cast<bool>(invited));
        CHECK(invited.error().reason == forbidden);
        CHECK(desk.as(show_to_guest, wish)->items.front().shown == wish.messages);
        wish.messages.clear();
        CHECK(desk.as(blind, show_to_guest, wish)->items.front().shown.empty());
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
