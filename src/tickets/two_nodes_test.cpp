// What one node does with a ticket while another one, that began before, is not done yet: only on
// PostgreSQL, with two connections. Both cannot pass, and whoever comes second is told to try
// again.

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <set>

#include "people/service.hpp"
#include "testing/databases.hpp"
#include "tickets/merge_service.hpp"
#include "tickets/service.hpp"
#include "tickets/site_service.hpp"
#include "tickets/time_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

const RightSet rights{
    see, see_own, see_notes, see_messages, create, note, reply, work_on, see_time, book_work};

struct House {
    explicit House(TestDatabase& database) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            kowalski = *people::ensure_customer(work, "Kowalski");
            nowak = *people::ensure_customer(work, "Nowak");
            people::CreatePerson card;
            card.given_name = "Anna";
            card.family_name = "Nowak";
            card.is_staff = true;
            anna = *people::add_person(work, card);
        });
        actor = {.kind = Actor::Kind::person, .person = anna, .grants = {{std::nullopt, rights}}};
        printer = opened("Drukarka");
        scanner = opened("Skaner");
    }

    template <class Verb, class Wish>
    auto as(Verb verb, const Wish& wish) {
        return db.write_as(actor, [&](Work& work) { return verb(work, wish); });
    }
    template <class Verb, class Wish>
    auto by_system(Verb verb, const Wish& wish) {
        return db.write([&](Work& work) { return verb(work, wish); });
    }
    TicketId opened(const std::string& subject) {
        return as(create_ticket, CreateTicket{.customer = kowalski, .subject = subject})->id;
    }
    TimeEntryId booked(TicketId ticket) {
        const BookTime wish{.ticket = ticket, .work = {.work_type = {1}, .minutes = 12}};
        return as(book_time, wish)->items.front().id;
    }
    TicketHistory history(TicketId ticket, int limit, std::optional<std::string> cursor = {}) {
        return db.read_as(actor, [&](const View& view) {
            return *ticket_history(view,
                                   {.ticket = ticket, .cursor = std::move(cursor), .limit = limit});
        });
    }

    TestDatabase& db;
    CustomerId kowalski{}, nowak{};
    PersonId anna{};
    TicketId printer{}, scanner{};
    Actor actor{};
};

// It has begun: what others commit from now on it does not see.
class OtherNode {
public:
    explicit OtherNode(House& house)
        : connection_(house.db.database().connect(Connection::Access::read_write)),
          tx_(*connection_),
          work_{{tx_, house.actor, house.db.clock().now(), house.db.environment(), caller_}} {
        connection_->begin(Connection::Access::read_write);
        CHECK(people::customer_exists(tx_, house.kowalski));
    }

    template <class Verb, class Wish>
    bool does(Verb verb, const Wish& wish) {
        return static_cast<bool>(verb(work_, wish));
    }
    void commit() { connection_->commit(); }

private:
    std::unique_ptr<Connection> connection_;
    Tx tx_;
    Caller caller_{};
    Work work_;
};

bool is_there() {
    if (test_postgres() != nullptr) return true;
    MESSAGE("OGNIWO_TEST_POSTGRES is not set: not run");
    return false;
}

TEST_CASE("customers that part leave nothing at a site of the other one, whoever is quicker") {
    if (!is_there()) return;
    TestDatabase db(Dialect::postgres);
    House house(db);
    const auto site = house.by_system(people::add_site,
                                      people::AddSite{.customer = house.nowak, .name = "Magazyn"});
    REQUIRE(static_cast<bool>(site));
    const people::MergeCustomer merge{.customer = house.nowak, .into = house.kowalski};
    REQUIRE(static_cast<bool>(house.by_system(people::merge_customer, merge)));

    OtherNode slow(house);
    REQUIRE(static_cast<bool>(house.by_system(people::unmerge_customer,
                                              people::UnmergeCustomer{.customer = house.nowak})));
    const ChangeSite wish{.ticket = house.printer, .site = site->site};
    CHECK_THROWS_AS(slow.does(change_site, wish), StorageError);
}

TEST_CASE("work of a merged ticket is not split off while it is corrected") {
    if (!is_there()) return;
    TestDatabase db(Dialect::postgres);
    House house(db);
    const TimeEntryId entry = house.booked(house.scanner);
    const auto said =
        house.as(reply_to_ticket, ReplyToTicket{.ticket = house.printer, .text = "Skaner"});
    REQUIRE(static_cast<bool>(said));
    REQUIRE(static_cast<bool>(
        house.as(merge_ticket, MergeTicket{.ticket = house.scanner, .into = house.printer})));

    OtherNode slow(house);
    const CorrectTime correction{.ticket = house.scanner, .entry = entry};
    REQUIRE(static_cast<bool>(house.as(correct_time, correction)));
    const SplitTicket split{
        .ticket = house.printer, .subject = "Skaner", .messages = {said->id}, .time = {{entry}}};
    CHECK_THROWS_AS(slow.does(split_ticket, split), StorageError);
}

// The heart of it: what the other node writes stands before what is committed already.
TEST_CASE("pages of a history over merged tickets pass over nothing that is committed late") {
    if (!is_there()) return;
    TestDatabase db(Dialect::postgres);
    House house(db);
    REQUIRE(static_cast<bool>(house.as(follow_ticket, FollowTicket{.ticket = house.scanner})));
    REQUIRE(static_cast<bool>(
        house.as(merge_ticket, MergeTicket{.ticket = house.scanner, .into = house.printer})));
    const auto settled = house.history(house.printer, 100).items.size();

    OtherNode slow(house);
    const UnfollowTicket unfollow{.ticket = house.scanner, .person = house.anna};
    REQUIRE(slow.does(unfollow_ticket, unfollow));
    for (const char* text : {"Toner", "Bęben"}) {
        REQUIRE(static_cast<bool>(
            house.as(note_on_ticket, NoteOnTicket{.ticket = house.printer, .text = text})));
    }
    const auto before = house.history(house.printer, static_cast<int>(settled) + 1);
    CHECK(before.items.size() == settled + 2);
    CHECK(before.next == std::nullopt);
    CHECK(house.history(house.printer, static_cast<int>(settled)).next == std::nullopt);
    CHECK(house.history(house.printer, static_cast<int>(settled) - 1).next.has_value());

    slow.commit();
    const auto all = house.history(house.printer, 100).items;
    CHECK(all.size() == settled + 3);
    CHECK(all[settled].name == TicketUnfollowed::name);
    std::set<EventId> seen;
    std::optional<std::string> next;
    do {
        const auto page = house.history(house.printer, 1, next);
        REQUIRE(page.items.size() == 1);
        seen.insert(page.items.front().event);
        next = page.next;
    } while (next);
    CHECK(seen.size() == all.size());
}

}  // namespace
}  // namespace ogniwo::tickets
