#include <doctest/doctest.h>

#include <algorithm>

#include "base/cursor.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "testing/databases.hpp"
#include "tickets/events.hpp"
#include "tickets/service.hpp"
#include "tickets/store.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

const RightSet staff_rights{
    see, see_own, see_messages, see_notes, create, reply, note, assign, work_on};
const RightSet user_rights{see_own, see_messages, create, reply};

// Two customers with a person each, two technicians, three tiers.
struct Desk {
    explicit Desk(TestDatabase& database) : db(database) {
        db.change([&](Work& work) {
            tiers::set_up(work);
            kowalski = *people::ensure_customer(work, "Kowalski");
            wrobel = *people::ensure_customer(work, "Wróbel");
            anna = person(work, "Anna", "Nowak", true);
            piotr = person(work, "Piotr", "Zając", true);
            jan = person(work, "Jan", "Kowalski", false);
            people::allow(see, {people::Role::technician});
            (void)people::set_role(work, {anna, people::Role::technician, kowalski});
        });
        technician = actor(anna, {{std::nullopt, staff_rights}});
        user = actor(jan, {{kowalski, user_rights}});
        stranger = actor(jan, {{wrobel, user_rights}});
    }

    static PersonId person(Work& work, const char* given, const char* family, bool is_staff) {
        people::CreatePerson card;
        card.given_name = given;
        card.family_name = family;
        card.is_staff = is_staff;
        const auto added = people::add_person(work, card);
        REQUIRE(static_cast<bool>(added));
        return *added;
    }
    static Actor actor(PersonId person, std::vector<Grant> grants) {
        return {.kind = Actor::Kind::person, .person = person, .grants = std::move(grants)};
    }

    TicketId opened(const std::string& subject = "Drukarka nie drukuje") {
        const auto made = db.write_as(technician, [&](Work& work) {
            return create_ticket(work, {.customer = kowalski, .subject = subject, .text = "Rano."});
        });
        REQUIRE(static_cast<bool>(made));
        return made->id;
    }
    template <class Verb, class Wish>
    auto as(const Actor& who, Verb verb, const Wish& wish) {
        return db.write_as(who, [&](Work& work) { return verb(work, wish); });
    }
    template <class Verb, class Wish>
    auto ask(const Actor& who, Verb verb, const Wish& wish) {
        return db.read_as(who, [&](const View& view) { return verb(view, wish); });
    }
    std::vector<Event> events_of(TicketId ticket) {
        return db.read(
            [&](const View& view) { return journal::of_subject(view.tx, "ticket", ticket.value); });
    }
    void checks() {
        const auto found = db.read([](const View& view) { return check(view.tx); });
        for (const Difference& one : found) {
            FAIL_CHECK(one.ticket.value << " " << one.field << ": " << one.stored << " is not "
                                        << one.replayed);
        }
    }

    TestDatabase& db;
    CustomerId kowalski, wrobel;
    PersonId anna, piotr, jan;
    Actor technician, user, stranger;
};

TEST_CASE("every verb adds one event, and the events add up to the ticket") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const TicketId id = desk.opened();
        const Actor& anna = desk.technician;
        int minute = 0;
        const auto after = [&](const auto& outcome) {
            REQUIRE(static_cast<bool>(outcome));
            db.clock().advance(std::chrono::minutes{++minute});
        };
        after(desk.as(anna, take_ticket, TakeTicket{id}));
        after(desk.as(anna, note_on_ticket, NoteOnTicket{id, "Sterownik?"}));
        after(desk.as(
            anna,
            escalate_ticket,
            EscalateTicket{
                .ticket = id, .tier = 3, .reason = "needs_access", .note = "Brak dostępu."}));
        after(desk.as(anna,
                      assign_ticket,
                      AssignTicket{.ticket = id, .assignee = std::optional(desk.piotr)}));
        after(desk.as(anna,
                      set_ticket_status,
                      SetTicketStatus{id, TicketStatus::waiting, WaitingFor::vendor, "Część"}));
        after(desk.as(
            anna,
            hand_back_ticket,
            HandBackTicket{
                .ticket = id, .reason = "solution_found", .note = "Wyczyszczono kolejkę."}));
        after(desk.as(anna, reply_to_ticket, ReplyToTicket{id, "Proszę spróbować."}));
        after(desk.as(
            anna,
            edit_ticket,
            EditTicket{.ticket = id, .version = 8, .subject = "Drukarka", .impact = Impact::high}));
        after(desk.as(anna, resolve_ticket, ResolveTicket{id, "Działa."}));
        after(desk.as(anna, reopen_ticket, ReopenTicket{id, "Jednak nie."}));
        after(desk.as(anna, resolve_ticket, ResolveTicket{id, "Teraz działa."}));
        after(desk.as(anna, set_ticket_status, SetTicketStatus{id, TicketStatus::closed, {}}));

        std::vector<std::string> names;
        for (const Event& event : desk.events_of(id)) names.push_back(event.name);
        CHECK(names == std::vector<std::string>{"tickets.created",
                                                "tickets.assigned",
                                                "tickets.noted",
                                                "tickets.escalated",
                                                "tickets.assigned",
                                                "tickets.status_changed",
                                                "tickets.handed_back",
                                                "tickets.replied",
                                                "tickets.edited",
                                                "tickets.resolved",
                                                "tickets.reopened",
                                                "tickets.resolved",
                                                "tickets.status_changed"});
        const auto ticket = desk.ask(anna, read_ticket, ReadTicket{id});
        REQUIRE(static_cast<bool>(ticket));
        CHECK(ticket->version == 13);
        CHECK(ticket->tier == 1);
        CHECK(ticket->assignee == desk.anna);
        CHECK(ticket->assignee_name == "Anna Nowak");
        CHECK(ticket->customer_name == "Kowalski");
        CHECK(ticket->queue_name == "Pierwsza linia");
        CHECK(ticket->subject == "Drukarka");
        CHECK(ticket->priority == Priority::high);
        CHECK(ticket->status == TicketStatus::closed);
        CHECK(ticket->resolved_at < ticket->closed_at);
        desk.checks();
    });
}

TEST_CASE("a handed-back ticket waits in the queue when whoever had it sees it no longer") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const TicketId id = desk.opened();
        const auto climbs = [&](PersonId had) {
            REQUIRE(static_cast<bool>(
                desk.as(desk.technician, assign_ticket, AssignTicket{id, std::optional(had)})));
            REQUIRE(static_cast<bool>(
                desk.as(desk.technician,
                        escalate_ticket,
                        EscalateTicket{.ticket = id, .tier = 2, .note = "Wyżej"})));
        };
        const auto comes_back_to = [&] {
            const auto back = desk.as(
                desk.technician, hand_back_ticket, HandBackTicket{.ticket = id, .note = "Niżej"});
            REQUIRE(static_cast<bool>(back));
            return back->assignee;
        };
        climbs(desk.anna);
        CHECK(comes_back_to() == desk.anna);
        climbs(desk.piotr);  // Who holds no role at all.
        CHECK(comes_back_to() == std::nullopt);
        climbs(desk.anna);
        db.change([&](Work& work) { people::revoke_grants(work, desk.anna, desk.kowalski); });
        CHECK(comes_back_to() == std::nullopt);
        const auto history = desk.ask(desk.technician, ticket_history, ReadThread{.ticket = id});
        REQUIRE(static_cast<bool>(history));
        const HistoryEntry& last = history->items.back();
        CHECK(last.name == TicketHandedBack::name);
        CHECK(last.person == desk.anna);
        CHECK(last.person_name == "Anna Nowak");
        desk.checks();
    });
}

TEST_CASE("a handed-back ticket returns to the queue and the person it came from") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const TicketId id = desk.opened();
        QueueId network{};
        db.change([&](Work& work) { network = tiers::ensure_queue(work, 2, "Sieć"); });
        const Actor& anna = desk.technician;
        const auto escalate = [&](int tier, std::optional<QueueId> queue) {
            return desk.as(
                anna,
                escalate_ticket,
                EscalateTicket{.ticket = id, .tier = tier, .queue = queue, .note = "Wyżej"});
        };
        const auto back = [&](std::optional<int> tier) {
            return desk.as(anna,
                           hand_back_ticket,
                           HandBackTicket{.ticket = id, .tier = tier, .note = "Niżej"});
        };
        CHECK(back(std::nullopt).error().reason == tier_not_lower);
        CHECK(escalate(4, std::nullopt).error().reason == tier_unknown);
        CHECK(escalate(3, network).error().reason == queue_not_of_tier);
        CHECK(escalate(2, QueueId{999}).error().reason == queue_not_of_tier);

        REQUIRE(static_cast<bool>(escalate(2, network)));
        CHECK(escalate(2, network).error().reason == tier_not_higher);
        REQUIRE(static_cast<bool>(desk.as(anna, take_ticket, TakeTicket{id})));
        REQUIRE(static_cast<bool>(escalate(3, std::nullopt)));
        const auto second = back(std::nullopt);
        REQUIRE(static_cast<bool>(second));
        CHECK(second->tier == 2);
        CHECK(second->queue == network);
        CHECK(second->assignee == desk.anna);
        const auto first = back(std::nullopt);
        REQUIRE(static_cast<bool>(first));
        CHECK(first->tier == 1);
        CHECK_FALSE(first->assignee);
        desk.checks();
    });
}

TEST_CASE("customers see their own tickets without notes, others do not see them at all") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const TicketId ours = desk.opened();
        Actor colleague = desk.user;
        colleague.person = desk.piotr;  // Somebody else of the same customer.
        const auto mine = desk.as(
            desk.user, create_ticket, CreateTicket{.customer = desk.kowalski, .subject = "Mój"});
        REQUIRE(static_cast<bool>(mine));
        REQUIRE(static_cast<bool>(
            desk.as(desk.technician, note_on_ticket, NoteOnTicket{mine->id, "Cicho"})));
        REQUIRE(static_cast<bool>(
            desk.as(desk.technician, reply_to_ticket, ReplyToTicket{mine->id, "Głośno"})));
        REQUIRE(static_cast<bool>(
            desk.as(desk.technician,
                    escalate_ticket,
                    EscalateTicket{.ticket = mine->id, .tier = 2, .note = "Cicho"})));

        const auto own = desk.ask(desk.user, list_tickets, ListTickets{});
        REQUIRE(own->items.size() == 1);
        CHECK(own->items[0].id == mine->id);
        CHECK(own->items[0].requester_name == "Jan Kowalski");
        CHECK(desk.ask(desk.user, list_messages, ReadThread{.ticket = mine->id})->items.size() ==
              1);
        CHECK(desk.ask(desk.technician, list_messages, ReadThread{.ticket = mine->id})
                  ->items.size() == 2);
        const auto history = desk.ask(desk.user, ticket_history, ReadThread{.ticket = mine->id});
        std::string way;
        for (const HistoryEntry& entry : history->items) {
            way += entry.name;
            for (const HistoryText& text : entry.texts) way += " " + *text.text;
            way += "\n";
        }
        CHECK(way == "tickets.created Mój\ntickets.replied Głośno\ntickets.escalated\n");

        CHECK(desk.ask(desk.user, read_ticket, ReadTicket{ours}).error().reason == missing);
        CHECK(desk.ask(colleague, read_ticket, ReadTicket{mine->id}).error().reason == missing);
        CHECK(desk.ask(desk.stranger, read_ticket, ReadTicket{mine->id}).error().reason == missing);
        CHECK(desk.ask(desk.stranger, list_tickets, ListTickets{})->items.empty());
        CHECK(
            desk.as(desk.stranger, reply_to_ticket, ReplyToTicket{mine->id, "Ja"}).error().reason ==
            missing);
        CHECK(desk.as(desk.user, resolve_ticket, ResolveTicket{mine->id, "Ja"}).error().reason ==
              forbidden);
        CHECK(desk.as(desk.user,
                      create_ticket,
                      CreateTicket{.customer = desk.wrobel, .subject = "Cudze"})
                  .error()
                  .reason == missing);
        CHECK(desk.as(desk.user,
                      create_ticket,
                      CreateTicket{
                          .customer = desk.kowalski, .subject = "Za kogoś", .requester = desk.anna})
                  .error()
                  .reason == forbidden);
        // A refused verb leaves the version alone.
        CHECK(desk.ask(desk.technician, read_ticket, ReadTicket{mine->id})->version == 4);
    });
}

TEST_CASE("a wish that does not fit is refused by name") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const TicketId id = desk.opened();
        const Actor& anna = desk.technician;
        CHECK(desk.as(anna, create_ticket, CreateTicket{.customer = {999}, .subject = "x"})
                  .error()
                  .reason == missing);
        CHECK(desk.as(anna, create_ticket, CreateTicket{.customer = desk.kowalski, .subject = "  "})
                  .error()
                  .fields[0]
                  .pointer == "/subject");
        CHECK(desk.as(anna,
                      create_ticket,
                      CreateTicket{
                          .customer = desk.kowalski, .subject = "x", .requester = desk.piotr})
                  .error()
                  .reason == requester_unknown);
        CHECK(desk.as(anna, edit_ticket, EditTicket{.ticket = id, .version = 7}).error().reason ==
              stale);
        CHECK(desk.as(anna, assign_ticket, AssignTicket{.ticket = id}).error().reason ==
              invalid_fields);
        CHECK(desk.as(anna,
                      assign_ticket,
                      AssignTicket{.ticket = id, .assignee = std::optional(desk.jan)})
                  .error()
                  .reason == assignee_not_staff);
        CHECK(desk.as(anna, reply_to_ticket, ReplyToTicket{TicketId{999}, "x"}).error().reason ==
              missing);
        CHECK(desk.ask(anna, list_tickets, ListTickets{.cursor = "e30"}).error().reason ==
              invalid_cursor);
        CHECK(desk.events_of(id).size() == 1);
    });
}

std::vector<std::int64_t> numbers(Desk& desk, const Actor& who, ListTickets wish) {
    std::vector<std::int64_t> found;
    do {
        const auto list = desk.ask(who, list_tickets, wish);
        REQUIRE(static_cast<bool>(list));
        for (const Ticket& ticket : list->items) found.push_back(ticket.number);
        wish.cursor = list->next;
    } while (wish.cursor);
    return found;
}

TEST_CASE("lists show the newest activity first and are filtered by what a ticket is") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const Actor& anna = desk.technician;
        const TicketId first = desk.opened("Łódź: sieć nie działa");
        const TicketId second = desk.opened("100% zajęty dysk");
        db.clock().advance(std::chrono::hours{1});
        const TicketId third = desk.opened("Skaner");
        using List = std::vector<std::int64_t>;
        CHECK(numbers(desk, anna, {}) == List{third.value, second.value, first.value});
        CHECK(numbers(desk, anna, {.limit = 1}) == List{third.value, second.value, first.value});

        db.clock().advance(std::chrono::hours{1});
        (void)desk.as(anna, take_ticket, TakeTicket{first});
        (void)desk.as(anna, resolve_ticket, ResolveTicket{first, "Działa"});
        db.clock().advance(std::chrono::hours{1});
        (void)desk.as(
            anna, escalate_ticket, EscalateTicket{.ticket = second, .tier = 2, .note = "Wyżej"});
        CHECK(numbers(desk, anna, {}) == List{second.value, first.value, third.value});
        CHECK(numbers(desk, anna, {.open = true}) == List{second.value, third.value});
        CHECK(numbers(desk, anna, {.open = false}) == List{first.value});
        CHECK(numbers(desk, anna, {.tier = 2}) == List{second.value});
        CHECK(numbers(desk, anna, {.status = TicketStatus::fresh}) == List{third.value});
        CHECK(numbers(desk, anna, {.assignee = desk.anna}) == List{first.value});
        CHECK(numbers(desk, anna, {.unassigned = true}) == List{second.value, third.value});
        CHECK(numbers(desk, anna, {.customer = desk.wrobel}).empty());
        CHECK(numbers(desk, anna, {.customer = desk.kowalski}).size() == 3);
        CHECK(numbers(desk, anna, {.q = "LODZ siec"}).empty());
        CHECK(numbers(desk, anna, {.q = "lodz: SIEC"}) == List{first.value});
        CHECK(numbers(desk, anna, {.q = "0%"}) == List{second.value});
        CHECK(numbers(desk, anna, {.q = "#" + std::to_string(third.value)}) == List{third.value});
        const auto queue = desk.ask(anna, read_ticket, ReadTicket{second})->queue;
        CHECK(numbers(desk, anna, {.queue = queue}) == List{second.value});

        const auto mine = desk.as(
            desk.user, create_ticket, CreateTicket{.customer = desk.kowalski, .subject = "Mój"});
        CHECK(numbers(desk, anna, {.requester = desk.jan}) == List{mine->number});
        // All of one customer and only their own of another: both lists, one order.
        Actor both = desk.user;
        both.grants.push_back({desk.wrobel, RightSet{see, see_own, create}});
        db.clock().advance(std::chrono::hours{1});
        const auto theirs = desk.as(
            both, create_ticket, CreateTicket{.customer = desk.wrobel, .subject = "Wróbla"});
        CHECK(numbers(desk, both, {}) == List{theirs->number, mine->number});
        CHECK(numbers(desk, both, {.limit = 1}) == List{theirs->number, mine->number});
    });
}

TEST_CASE("a row that its events do not explain is found by the check") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const TicketId id = desk.opened();
        desk.checks();
        db.change([&](Work& work) {
            auto ticket = *store::find_ticket(work.tx, Actor::system().scope(see), id);
            ticket.tier = 3;
            store::update_ticket(work.tx, ticket);
        });
        const auto found = check(db.data());
        REQUIRE(found.size() == 1);
        CHECK(found[0].field == "tier");
        CHECK(found[0].stored == "3");
        CHECK(found[0].replayed == "1");
    });
}

TEST_CASE("events that do not follow one another add up to nothing") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const TicketId id = desk.opened();
        (void)desk.as(desk.technician, take_ticket, TakeTicket{id});
        (void)desk.as(desk.technician, note_on_ticket, NoteOnTicket{id, "x"});
        auto events = desk.events_of(id);
        CHECK(replay(events));
        CHECK_FALSE(replay({}));
        CHECK_FALSE(replay({events[0], events[2]}));
        CHECK_FALSE(replay({events[1], events[2]}));
        events[1].payload = "{}";
        CHECK_FALSE(replay(events));
    });
}

TEST_CASE("an erased person's words are gone, the ticket's way is not") {
    for_each_database([](TestDatabase& db) {
        Desk desk(db);
        const auto mine =
            desk.as(desk.user,
                    create_ticket,
                    CreateTicket{.customer = desk.kowalski, .subject = "Mój", .text = "PESEL 123"});
        const auto taken =
            db.read([&](const View& view) { return tickets_of_person(view, desk.jan); });
        REQUIRE(taken.asked.size() == 1);
        REQUIRE(taken.written.size() == 1);
        CHECK(taken.written[0].text == "PESEL 123");

        db.change([&](Work& work) { erase_person(work, desk.jan); });
        db.change([&](Work& work) { erase_person(work, desk.jan); });
        const auto messages =
            desk.ask(desk.technician, list_messages, ReadThread{.ticket = mine->id});
        REQUIRE(messages->items.size() == 1);
        CHECK_FALSE(messages->items[0].text);
        CHECK(desk.ask(desk.technician, read_ticket, ReadTicket{mine->id})->subject.empty());
        desk.checks();
    });
}

}  // namespace
}  // namespace ogniwo::tickets
