#include <doctest/doctest.h>

#include <map>
#include <set>

#include "base/check.hpp"
#include "base/password_rules.hpp"
#include "demo/generator.hpp"
#include "demo/service.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"
#include "tickets/service.hpp"
#include "tickets/whole_service.hpp"

namespace ogniwo::demo {
namespace {

constexpr FillDemo small{.tickets = 60, .seed = 5};

Filled fill(TestDatabase& db, const FillDemo& wish) {
    every_operation();  // Says what each role may do.
    Filler filler(db.data(), db.environment(), wish);
    const Outcome begun = filler.begin();
    REQUIRE_MESSAGE(static_cast<bool>(begun), (begun ? "" : begun.error().reason.name));
    for (;;) {
        const auto more = filler.step();
        REQUIRE_MESSAGE(static_cast<bool>(more), (more ? "" : more.error().reason.name));
        if (!*more) break;
    }
    const Outcome finished = filler.finish();
    REQUIRE_MESSAGE(static_cast<bool>(finished), (finished ? "" : finished.error().reason.name));
    return filler.filled();
}

// Everything about tickets that the journal tells, texts included. Where people sign in is left
// out: salts are random.
std::string told_by(TestDatabase& db) {
    return db.read([](const View& view) {
        std::string all;
        for (const Event& event : journal::read_after(view.tx, {}, 100'000)) {
            if (event.subject_kind != "ticket") continue;
            all += to_text(event.happened_at) + " " + event.name + " " + event.payload + " " +
                   std::to_string(event.actor.value_or(PersonId{}).value) + "\n";
            for (const auto field : {"subject", "text", "note", "reason"}) {
                all += journal::text(view.tx, event.id(), field).value_or("") + "\n";
            }
        }
        return all;
    });
}

std::vector<tickets::Ticket> all_tickets(TestDatabase& db) {
    return db.read([](const View& view) {
        std::vector<tickets::Ticket> all;
        tickets::ListTickets wish{.limit = 200};
        do {
            const auto page = tickets::list_tickets(view, wish);
            REQUIRE(static_cast<bool>(page));
            all.insert(all.end(), page->items.begin(), page->items.end());
            wish.cursor = page->next;
        } while (wish.cursor);
        return all;
    });
}

TEST_CASE("a filled demo has people, customers, tickets of both languages, and a valid journal") {
    for_each_database([](TestDatabase& db) {
        const Filled filled = fill(db, small);
        CHECK(filled.tickets > 60);  // With those of the hand-written days.
        CHECK(filled.tickets < 100);
        CHECK(filled.messages > 120);
        CHECK(filled.events > filled.messages);
        for (const auto& one : tickets::check(db.data())) {
            FAIL_CHECK(one.ticket.value << " " << one.field << ": " << one.stored << " is not "
                                        << one.replayed);
        }
        CHECK(db.read([](const View& view) { return state_of(view.tx); }) == DemoState::whole);
        const auto before = db.read([](const View& view) { return filled_before(view.tx); });
        REQUIRE(before.has_value());
        CHECK(before->events == filled.events);

        const auto customer = db.read(
            [](const View& view) { return people::show_customer(view, {.customer = {1}}); });
        REQUIRE(static_cast<bool>(customer));
        CHECK(customer->created_at < db.clock().now() - std::chrono::days(365));
        CHECK_FALSE(customer->sites.empty());
        CHECK_FALSE(customer->nip.empty());

        std::map<tickets::TicketStatus, int> statuses;
        std::set<std::string> customers;
        const auto all = all_tickets(db);
        // Two are spam, and one is merged.
        CHECK(all.size() + 3 == static_cast<std::size_t>(filled.tickets));
        for (const auto& ticket : all) {
            ++statuses[ticket.status];
            customers.insert(ticket.customer_name);
            CHECK(ticket.origin == Origin::demo);
            CHECK(ticket.updated_at < db.clock().now());
            CHECK(ticket.created_at > db.clock().now() - std::chrono::days(367));
            CHECK(ticket.requester_name.has_value());
        }
        CHECK(customers.size() == 4);  // So in Polish and in English.
        CHECK(statuses[tickets::TicketStatus::closed] > 30);
        CHECK(statuses.size() >= 4);
    });
}

TEST_CASE("the same demo on the same day is the same, on every database") {
    std::set<std::string> told;
    const auto fill_and_read = [&](TestDatabase& db) {
        fill(db, {.tickets = 25, .seed = 3});
        told.insert(told_by(db));
    };
    for_each_database(fill_and_read);
    for_each_database(fill_and_read);
    CHECK(told.size() == 1);
}

TEST_CASE("a demo goes into an empty installation only") {
    for_each_database([](TestDatabase& db) {
        Filler interrupted(db.data(), db.environment(), small);
        REQUIRE(static_cast<bool>(interrupted.begin()));
        CHECK(db.read([](const View& view) { return state_of(view.tx); }) == DemoState::unfinished);
        const Outcome second = Filler(db.data(), db.environment(), small).begin();
        CHECK(second.error().reason == unfinished);
    });
    for_each_database([](TestDatabase& db) {
        db.change([](Work& work) { (void)people::ensure_customer(work, "Kowalski"); });
        const Outcome refused = Filler(db.data(), db.environment(), small).begin();
        CHECK(refused.error().reason == not_empty);
        CHECK(db.read([](const View& view) { return state_of(view.tx); }) == DemoState::none);
    });
}

TEST_CASE("the demo's password passes the rules for everybody who signs in with it") {
    CHECK(accounts().front().role == people::Role::owner);
    CHECK(accounts().size() >= 18);
    for (const Account& account : accounts()) {
        CAPTURE(account.email);
        const std::array<std::string_view, 2> own{account.email, account.name};
        CHECK(static_cast<bool>(check_password(password, own)));
        CHECK(account.email.ends_with(".example"));
    }
}

Character somebody(std::int64_t id) {
    return {.person = {id}, .given_name = "A", .family_name = "B", .greeting = "C"};
}

TEST_CASE("the rules of tickets allow every step of every demo story") {
    TestDatabase db(Dialect::sqlite);
    World world;
    for (Support& support : world.tiers) {
        support.technicians = {somebody(11), somebody(12)};
        for (auto& queues : support.queues) queues = {{2}};
    }
    world.lead = somebody(13);
    const Client client{.customer = {1}, .people = {somebody(14)}, .desk = {1}};
    const Generator generator(world, {.tickets = 1}, *parse_date("2025-06-12"));
    db.change([&](Work& work) {
        for (const Story& story : all_stories()) {
            const auto written =
                tickets::write_whole_ticket(work, generator.tell_whole(story, client));
            CAPTURE(story.name);
            REQUIRE_MESSAGE(static_cast<bool>(written),
                            (written ? "" : written.error().reason.name));
            CHECK(written->messages >= 2);
            CHECK(written->events >= static_cast<int>(story.lines.size()) + 2);
        }
    });
    CHECK(tickets::check(db.data()).empty());
}

}  // namespace
}  // namespace ogniwo::demo
