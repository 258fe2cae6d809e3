// Promises about real tickets, on both databases: what verbs become as facts, undo, downtime, and
// what a change of policies and calendars touches.

#include "tickets/clock_service.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "calendars/service.hpp"
#include "people/service.hpp"
#include "sla/forecast_service.hpp"
#include "storage/journal.hpp"
#include "testing/databases.hpp"
#include "tickets/customer_service.hpp"
#include "tickets/events.hpp"
#include "tickets/mark_service.hpp"
#include "tickets/merge_service.hpp"
#include "tickets/service.hpp"
#include "tickets/waiting_service.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

using sla::ClockState;
using sla::GoalKind;
using sla::Target;
using std::chrono::hours;

const RightSet all_rights{
    see, see_own, see_messages, see_notes, create, reply, note, assign, work_on};

sla::PolicyWish four_hours(std::string name = "Wszyscy") {
    sla::PolicyWish policy{.name = std::move(name)};
    policy.goals = {{.target = Target::first_response,
                     .goal = {.kind = GoalKind::working_time, .minutes = hours{1}}},
                    {.target = Target::next_response,
                     .goal = {.kind = GoalKind::working_time, .minutes = hours{2}}},
                    {.target = Target::resolution,
                     .goal = {.kind = GoalKind::working_time, .minutes = hours{4}}}};
    policy.reactions =
        std::vector<sla::Reaction>{{.percent = 50, .kind = sla::ReactionKind::warn},
                                   {.percent = 100, .kind = sla::ReactionKind::escalate}};
    return policy;
}

// A desk on Monday, 16 November 2026, at nine in the morning.
struct House {
    explicit House(TestDatabase& database)
        : db(database), timers(db.data(), db.environment()), jobs(db.data(), db.environment()) {
        db.clock().set(*parse_time("2026-11-16T09:00:00+01:00"));
        db.change([&](Work& work) {
            tiers::set_up(work);
            calendars::set_up(work);
            customer = *people::ensure_customer(work, "Kowalski");
            anna = person(work, "Anna", true);
            jan = person(work, "Jan", false);
        });
        technician = actor(anna);
        client = actor(jan);
        timers.handle(clock_timer, clock_due);
        timers.handle(waiting_timer, waiting_due);
        jobs.handle(count_clocks_job, count_clocks_chunk);
        calendars::on_changed("tickets",
                              [](Work& work, calendars::CalendarId) { count_open_clocks(work); });
        sla::on_promises_changed("tickets", count_all_clocks);
    }

    PersonId person(Work& work, const char* given, bool is_staff) const {
        people::CreatePerson card;
        card.given_name = given;
        card.family_name = "Nowak";
        card.is_staff = is_staff;
        if (!is_staff) card.customers = {customer};
        return *people::add_person(work, card);
    }
    static Actor actor(PersonId person) {
        return {
            .kind = Actor::Kind::person, .person = person, .grants = {{std::nullopt, all_rights}}};
    }
    void promise(std::vector<sla::PolicyWish> policies, std::optional<Date> since = std::nullopt) {
        const auto saved = db.write([&](Work& work) {
            const auto version = sla::list_policies(work, {})->version;
            return sla::save_policies(
                work, {.version = version, .policies = std::move(policies), .also_since = since});
        });
        REQUIRE(saved);
        settle();
    }
    void settle() {
        while (jobs.step()) {
        }
        while (timers.step() > 0) {
        }
    }
    void pass(Microseconds time) {
        db.clock().advance(time);
        settle();
    }
    template <class Verb, class Wish>
    auto as(const Actor& who, Verb verb, const Wish& wish) {
        return db.write_as(who, [&](Work& work) { return verb(work, wish); });
    }
    TicketId opened(const Actor& who) {
        return as(who,
                  create_ticket,
                  CreateTicket{
                      .customer = customer, .subject = "Drukarka", .text = "?", .requester = jan})
            ->id;
    }
    std::vector<TicketClock> clocks(TicketId ticket) {
        return db.read([&](const View& view) { return read_clocks(view, {.ticket = ticket}); })
            ->items;
    }
    TicketClock clock(TicketId ticket, Target target) {
        const auto all = clocks(ticket);
        const auto found = std::ranges::find(all, target, &TicketClock::target);
        REQUIRE(found != all.end());
        return *found;
    }
    // What is kept is what would be counted.
    void check() {
        const auto differences = db.read([&](const View& view) {
            std::vector<TicketId> ids;
            for (std::int64_t id = 1; id < 20; ++id) ids.push_back({id});
            return check_clocks(view.tx, ids);
        });
        for (const auto& one : differences) {
            FAIL_CHECK(one.ticket.value << ": " << one.stored << " / " << one.counted);
        }
    }
    std::vector<std::pair<int, Time>> reached(TicketId ticket) {
        return db.read([&](const View& view) {
            std::vector<std::pair<int, Time>> all;
            for (const Event& event : journal::of_subject(view.tx, "ticket", ticket.value)) {
                const auto what = read_event(event);
                if (!what) continue;
                const auto* reached = std::get_if<TicketClockReached>(&*what);
                if (reached != nullptr && reached->target == Target::resolution) {
                    all.emplace_back(reached->percent, event.happened_at);
                }
            }
            return all;
        });
    }

    TestDatabase& db;
    Timers timers;
    Jobs jobs;
    CustomerId customer{};
    PersonId anna{};
    PersonId jan{};
    Actor technician = Actor::system();
    Actor client = Actor::system();
};

TEST_CASE("an answer is one of ours to the customer; a note is none, and what we wrote down is") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.promise({four_hours()});
        const TicketId asked = house.opened(house.client);
        const TicketId documented = house.opened(house.technician);
        CHECK(house.clock(documented, Target::first_response).state == ClockState::met);
        house.pass(Minutes{20});
        REQUIRE(house.as(house.technician, note_on_ticket, NoteOnTicket{asked, "Hm."}));
        CHECK(house.clock(asked, Target::first_response).state == ClockState::running);
        REQUIRE(house.as(house.client, reply_to_ticket, ReplyToTicket{asked, "I jak?"}));
        CHECK(house.clock(asked, Target::first_response).spent == Minutes{20});
        house.pass(Minutes{10});
        REQUIRE(house.as(house.technician, reply_to_ticket, ReplyToTicket{asked, "Już."}));
        const TicketClock answered = house.clock(asked, Target::first_response);
        CHECK(answered.state == ClockState::met);
        CHECK(answered.spent == Minutes{30});
        // The customer's next word waits for the next answer.
        house.pass(Minutes{5});
        REQUIRE(house.as(house.client, reply_to_ticket, ReplyToTicket{asked, "Dziękuję, ale..."}));
        CHECK(house.clock(asked, Target::next_response).state == ClockState::running);
        house.check();
    });
}

TEST_CASE("after a stop of the server each share is acted on once, with its true time") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.promise({four_hours()});
        const TicketId ticket = house.opened(house.client);
        const Time start = db.clock().now();
        db.clock().advance(hours{30});
        house.settle();
        house.settle();
        CHECK(house.reached(ticket) ==
              std::vector<std::pair<int, Time>>{{50, start + hours{2}}, {100, start + hours{4}}});
        const auto now = db.read([&](const View& view) { return *read_ticket(view, {ticket}); });
        // Once for the first response, and once for the resolution.
        CHECK(now.tier == 3);
        house.check();
    });
}

TEST_CASE("merged, the first that waited counts with both pauses; undone, all is as it was") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.promise({four_hours()});
        const TicketId first = house.opened(house.client);
        house.pass(Minutes{30});
        const TicketId second = house.opened(house.client);
        const auto wait = [&](TicketId ticket, TicketStatus status) {
            SetTicketStatus wish{.ticket = ticket, .status = status};
            if (status == TicketStatus::waiting) {
                wish.waiting_for = WaitingFor::customer;
                wish.waiting_note = "na numer";
            }
            REQUIRE(house.as(house.technician, set_ticket_status, wish));
        };
        REQUIRE(house.as(house.technician, take_ticket, TakeTicket{first}));
        REQUIRE(house.as(house.technician, take_ticket, TakeTicket{second}));
        wait(first, TicketStatus::waiting);
        house.pass(Minutes{20});
        wait(first, TicketStatus::open);
        house.pass(Minutes{10});
        const auto before = house.clock(second, Target::resolution);
        CHECK(before.spent == Minutes{30});
        REQUIRE(house.as(house.technician, merge_ticket, MergeTicket{first, second}));
        const auto whole = house.clock(second, Target::resolution);
        CHECK(whole.spent == Minutes{40});
        CHECK(whole.intervals.size() == 3);
        CHECK(house.clock(first, Target::resolution).state == ClockState::cancelled);
        house.check();
        house.pass(Minutes{10});
        REQUIRE(house.as(house.technician, unmerge_ticket, UnmergeTicket{first}));
        CHECK(house.clock(second, Target::resolution).spent == Minutes{40});
        // It has waited all the time.
        const auto back = house.clock(first, Target::resolution);
        CHECK(back.state == ClockState::running);
        CHECK(back.spent == Minutes{50});
        house.check();
    });
}

TEST_CASE("a part that is split off has waited since its message, and is void when put back") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.promise({four_hours()});
        const TicketId ticket = house.opened(house.client);
        house.pass(Minutes{30});
        const auto message =
            house.as(house.client, reply_to_ticket, ReplyToTicket{ticket, "Skaner też."});
        REQUIRE(message);
        house.pass(Minutes{45});
        const auto part =
            house.as(house.technician,
                     split_ticket,
                     SplitTicket{.ticket = ticket, .subject = "Skaner", .messages = {message->id}});
        REQUIRE(part);
        const auto clock = house.clock(part->id, Target::resolution);
        CHECK(clock.spent == Minutes{45});
        CHECK(house.clock(part->id, Target::first_response).state == ClockState::met);
        house.check();
        REQUIRE(house.as(house.technician, unsplit_ticket, UnsplitTicket{part->id}));
        CHECK(house.clock(part->id, Target::resolution).state == ClockState::cancelled);
        house.check();
    });
}

TEST_CASE("other policies count what is open anew, and what is over only where they say so") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        const TicketId early = house.opened(house.client);
        REQUIRE(house.as(house.technician, resolve_ticket, ResolveTicket{early, "Gotowe."}));
        house.pass(Minutes{5});
        house.promise({four_hours()});
        CHECK(house.clocks(early).empty());
        const TicketId over = house.opened(house.client);
        const TicketId open = house.opened(house.client);
        house.pass(Minutes{90});
        REQUIRE(house.as(house.technician, resolve_ticket, ResolveTicket{over, "Gotowe."}));
        house.pass(Minutes{1});
        auto strict = four_hours();
        strict.id =
            db.read([](const View& view) { return sla::list_policies(view, {})->items[0].id; });
        strict.goals[2].goal.minutes = hours{1};
        house.promise({strict});
        CHECK(house.clock(over, Target::resolution).state == ClockState::met);
        CHECK(house.clock(open, Target::resolution).is_late);
        // It was late before it was promised: nobody is called for that.
        CHECK(house.reached(open).size() <= 1);
        house.check();
        house.promise({strict}, Date{std::chrono::year{2026} / 11 / 16});
        CHECK(house.clock(over, Target::resolution).state == ClockState::missed);
        CHECK(house.clock(early, Target::resolution).state == ClockState::met);
        house.check();
    });
}

TEST_CASE("another calendar counts what is open anew, and leaves what is over") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.promise({four_hours()});
        const TicketId over = house.opened(house.client);
        const TicketId open = house.opened(house.client);
        house.pass(hours{6});
        REQUIRE(house.as(house.technician, resolve_ticket, ResolveTicket{over, "Gotowe."}));
        CHECK(house.clock(over, Target::resolution).state == ClockState::missed);
        house.pass(Minutes{1});
        // Monday was a day off, and nobody had written it down.
        db.change([&](Work& work) {
            const auto calendar = calendars::default_calendar(work.tx);
            REQUIRE(calendars::add_special_day(work,
                                               {.calendar = calendar,
                                                .day = std::chrono::year{2026} / 11 / 16,
                                                .label = "Dzień wolny"}));
        });
        house.settle();
        const auto clock = house.clock(open, Target::resolution);
        CHECK(clock.spent == Minutes{0});
        REQUIRE(!clock.intervals.empty());
        CHECK(clock.intervals[0].cause == ClockCause::day_off);
        CHECK(clock.intervals[0].label == "Dzień wolny");
        CHECK(house.clock(over, Target::resolution).state == ClockState::missed);
        house.check();
    });
}

TEST_CASE(
    "the customer is told what we wait for, reminded, and the ticket closed, never at night") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        auto policy = four_hours();
        policy.waiting = sla::WaitingSteps{.remind_after_days = 2, .close_after_days = 5};
        house.promise({policy});
        const TicketId ticket = house.opened(house.client);
        REQUIRE(house.as(house.technician,
                         set_ticket_status,
                         SetTicketStatus{.ticket = ticket,
                                         .status = TicketStatus::waiting,
                                         .waiting_for = WaitingFor::customer,
                                         .waiting_note = "na numer seryjny"}));
        const auto events = [&] {
            return db.read([&](const View& view) {
                std::vector<std::pair<std::string, Time>> all;
                for (const Event& event : journal::of_subject(view.tx, "ticket", ticket.value)) {
                    all.emplace_back(event.name, event.happened_at);
                }
                return all;
            });
        };
        house.pass(std::chrono::days{2} - Minutes{1});
        CHECK(events().back().first == TicketStatusChanged::name);
        house.pass(Minutes{1});
        CHECK(events().back().first == TicketWaitingReminded::name);
        CHECK(events().back().second == *parse_time("2026-11-18T09:00:00+01:00"));
        house.check();
        // The server is down over the weekend and the day on which it would have been closed.
        house.pass(std::chrono::days{7});
        CHECK(events().back().first == TicketStatusChanged::name);
        CHECK(events().back().second == *parse_time("2026-11-23T09:00:00+01:00"));
        const auto now = db.read([&](const View& view) { return *read_ticket(view, {ticket}); });
        CHECK(now.status == TicketStatus::closed);
        house.check();
        // The customer's word brings it back, and nothing is due any more.
        REQUIRE(house.as(house.client, reopen_ticket, ReopenTicket{ticket, "Mam numer."}));
        house.pass(std::chrono::days{30});
        CHECK(events().back().first != TicketStatusChanged::name);
        house.check();
    });
}

TEST_CASE(
    "who comes is told by when four of five were answered, and it is seen how often it was true") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        house.promise({four_hours()});
        const auto forecast = [&](TicketId ticket) {
            return db.read(
                [&](const View& view) { return read_clocks(view, {.ticket = ticket})->forecast; });
        };
        // Twenty tickets, answered after 1 to 20 minutes.
        for (int minutes = 1; minutes <= 20; ++minutes) {
            const TicketId ticket = house.opened(house.client);
            CHECK_FALSE(forecast(ticket));
            house.pass(Minutes{minutes});
            REQUIRE(house.as(house.technician, reply_to_ticket, ReplyToTicket{ticket, "Już."}));
        }
        db.change([](Work& work) { CHECK(sla::pace_due(work, {})); });
        const TicketId soon = house.opened(house.client);
        REQUIRE(forecast(soon));
        CHECK(forecast(soon)->until == db.clock().now() + Minutes{16});
        const TicketId late = house.opened(house.client);
        house.pass(Minutes{10});
        REQUIRE(house.as(house.technician, reply_to_ticket, ReplyToTicket{soon, "Już."}));
        CHECK_FALSE(forecast(soon));
        house.pass(Minutes{10});
        const auto calibration = db.read([&](const View& view) {
            return sla::calibration_of(view.tx, view.now - hours{24}, view.now, view.now);
        });
        CHECK(forecast(late));
        CHECK(calibration.made == 2);
        CHECK(calibration.kept == 1);
    });
}

TEST_CASE("what a clock depends on is counted with the verb that changes it") {
    for_each_database([](TestDatabase& db) {
        House house(db);
        auto urgent = four_hours();
        urgent.goals.push_back({.target = Target::resolution,
                                .priority = Priority::critical,
                                .goal = {.kind = GoalKind::elapsed_time, .minutes = hours{1}}});
        house.promise({urgent});
        const TicketId ticket = house.opened(house.client);
        const auto edit = [&](Impact impact, Urgency urgency) {
            const auto version =
                db.read([&](const View& view) { return read_ticket(view, {ticket})->version; });
            REQUIRE(house.as(
                house.technician,
                edit_ticket,
                EditTicket{
                    .ticket = ticket, .version = version, .impact = impact, .urgency = urgency}));
            house.check();
        };
        edit(Impact::major, Urgency::high);
        CHECK(house.clock(ticket, Target::resolution).budget == hours{1});
        edit(Impact::medium, Urgency::medium);
        CHECK(house.clock(ticket, Target::resolution).budget == hours{4});
        REQUIRE(house.as(house.technician, mark_spam, MarkSpam{ticket}));
        CHECK(house.clock(ticket, Target::resolution).state == ClockState::cancelled);
        house.check();
    });
}

}  // namespace
}  // namespace ogniwo::tickets
