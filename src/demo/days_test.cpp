#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "demo/deeds.hpp"
#include "demo/service.hpp"
#include "demo/stage.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"
#include "tickets/appointment_service.hpp"
#include "tickets/approval_service.hpp"
#include "tickets/checklist_service.hpp"
#include "tickets/field_service.hpp"
#include "tickets/guest_service.hpp"
#include "tickets/link_service.hpp"
#include "tickets/macro_service.hpp"
#include "tickets/merge_service.hpp"
#include "tickets/rating_service.hpp"
#include "tickets/recurrence_service.hpp"
#include "tickets/service.hpp"
#include "tickets/state_service.hpp"
#include "tickets/tag_service.hpp"
#include "tickets/template_service.hpp"
#include "tickets/timed_service.hpp"
#include "tickets/worker_service.hpp"
#include "tiers/week_service.hpp"

namespace ogniwo::demo {
namespace {

using tickets::Ticket;

constexpr const char* zone = "Europe/Warsaw";

Outcome fill(TestDatabase& db, const FillDemo& wish) {
    every_operation();  // Says what each role may do.
    Filler filler(db.data(), db.environment(), wish);
    TRY_DO(filler.begin());
    for (;;) {
        TRY(const bool more, filler.step());
        if (!more) return filler.finish();
    }
}

void must_fill(TestDatabase& db, const FillDemo& wish) {
    const Outcome filled = fill(db, wish);
    const std::string why =
        filled ? "" : std::string(filled.error().reason.name) + ": " + filled.error().detail;
    REQUIRE_MESSAGE(static_cast<bool>(filled), why);
}

std::vector<Ticket> listed(const View& view, tickets::ListTickets wish) {
    wish.limit = 200;
    std::vector<Ticket> all;
    do {
        const auto page = tickets::list_tickets(view, wish);
        REQUIRE(static_cast<bool>(page));
        all.insert(all.end(), page->items.begin(), page->items.end());
        wish.cursor = page->next;
    } while (wish.cursor);
    return all;
}

TEST_CASE("the demo's days are counted in working days, and before today they end at five") {
    struct Case {
        const char* today;
        int day;
        const char* meant;
    };
    for (const Case& one : {Case{"2025-06-13", -1, "2025-06-12"},  // A Friday.
                            Case{"2025-06-13", 0, "2025-06-13"},
                            Case{"2025-06-13", 1, "2025-06-16"},
                            Case{"2025-06-13", 4, "2025-06-20"},  // Over Corpus Christi.
                            Case{"2025-06-15", 0, "2025-06-16"},  // A Sunday.
                            Case{"2025-06-15", 1, "2025-06-17"},
                            Case{"2025-06-16", -1, "2025-06-13"},
                            Case{"2026-01-02", -4, "2025-12-23"}}) {
        CAPTURE(one.today);
        CAPTURE(one.day);
        const Calendar calendar(*parse_date(one.today), zone);
        CHECK(to_text(calendar.day(one.day)) == one.meant);
    }
    const Calendar calendar(*parse_date("2025-06-13"), zone);
    CHECK(to_text(calendar.at({-1, 8, 30})) == "2025-06-12T06:30:00Z");
    for (const auto& days : {days_of_requests(), days_of_incidents(), days_of_visits()}) {
        for (const Deed& deed : days) {
            CAPTURE(deed.ticket);
            CHECK(deed.at.day < 0);
            CHECK(calendar.at(deed.at) < calendar.last_evening());
        }
    }
}

TEST_CASE("whatever a hand-written day says in a demo it says once") {
    std::set<std::string> said;
    const auto say = [&](const std::string& text) {
        CAPTURE(text);
        CHECK((text.empty() || said.insert(text).second));
    };
    for (const auto& days : {days_of_requests(), days_of_incidents(), days_of_visits()}) {
        for (const Deed& deed : days) {
            std::visit(
                [&](const auto& doing) {
                    if constexpr (requires { doing.text; }) say(doing.text);
                    if constexpr (requires { doing.subject; }) say(doing.subject);
                    if constexpr (requires { doing.comment; }) say(doing.comment);
                    if constexpr (requires { doing.for_customer; }) say(doing.for_customer);
                    if constexpr (requires { doing.question; }) say(doing.question);
                },
                deed.doing);
        }
    }
    CHECK(said.size() > 80);
}

TEST_CASE("a demo shows all that tickets have learned, and its journal adds up") {
    for_each_database([](TestDatabase& db) {
        must_fill(db, {.tickets = 360});
        for (const auto& one : tickets::check(db.data())) {
            FAIL_CHECK(one.ticket.value << " " << one.field << ": " << one.stored << " is not "
                                        << one.replayed);
        }
        db.read([](const View& view) {
            const auto all = listed(view, {});
            const auto count = [&](auto wanted) { return std::ranges::count_if(all, wanted); };
            std::set<std::string> tags;
            for (const Ticket& ticket : all) {
                for (const auto& tag : ticket.tags) tags.insert(tag.name);
            }
            CHECK(tags.size() > 20);
            CHECK(count([](const Ticket& one) { return !one.tags.empty(); }) > 30);
            CHECK(count([](const Ticket& one) { return one.category.has_value(); }) > 300);
            CHECK(count([&](const Ticket& one) { return one.due_at && one.due_at < view.now; }) ==
                  1);
            CHECK(count([&](const Ticket& one) { return one.due_at > view.now; }) > 5);
            CHECK(count([&](const Ticket& one) {
                      return !tickets::read_merges(view, {.ticket = one.id})->merged.empty();
                  }) == 1);
            CHECK(count([](const Ticket& one) { return one.split_from.has_value(); }) == 1);
            CHECK(count([](const Ticket& one) { return one.voice.has_value(); }) == 2);
            CHECK(count([](const Ticket& one) { return one.state.has_value(); }) == 1);
            CHECK(tickets::read_lifecycle(view, {})->ways.size() == 1);
            const auto macros = tickets::list_macros(view, {.uses = true});
            CHECK(std::ranges::count_if(macros->items, [](const tickets::TicketMacro& one) {
                      return one.uses == 1;
                  }) == 2);
            CHECK(listed(view, {.snoozed = true}).size() == 2);
            CHECK(listed(view, {.spam = true}).size() == 2);

            int links = 0;
            int workers = 0;
            std::size_t guests = 0;
            int half_done = 0;
            int waiting_approvals = 0;
            int found_late = 0;
            std::map<bool, int> approvals;
            for (const Ticket& one : all) {
                links += !tickets::list_links(view, {.ticket = one.id})->items.empty();
                guests += tickets::list_guests(view, {.ticket = one.id})->items.size();
                workers += tickets::list_workers(view, {.ticket = one.id})->items.size() > 1;
                const auto steps = *tickets::list_steps(view, {.ticket = one.id});
                half_done +=
                    steps.ticked > 0 && steps.ticked < static_cast<int>(steps.items.size());
                const auto approval = tickets::read_approval(view, {.ticket = one.id})->approval;
                if (approval && approval->is_approved) ++approvals[*approval->is_approved];
                waiting_approvals += approval && !approval->decided_at;
                const auto timed = tickets::read_timed(view, {.ticket = one.id});
                found_late += static_cast<int>(
                    std::ranges::count_if(timed->items, &tickets::TimedState::has_fired));
            }
            CHECK(links >= 6);
            CHECK(workers == 1);
            CHECK(guests == 1);
            CHECK(found_late > 3);
            CHECK(half_done >= 4);
            CHECK(waiting_approvals == 1);
            CHECK(approvals[true] == 1);
            CHECK(approvals[false] == 1);
            return 0;
        });
    });
}

TEST_CASE("a demo's lists can be ordered by its fields, and its forms ask for them") {
    for_each_database([](TestDatabase& db) {
        must_fill(db, {.tickets = 360});
        db.read([](const View& view) {
            CHECK(tickets::list_forms(view, {})->items.size() == 3);
            const auto fields = tickets::list_fields(view, {});
            for (const auto& field : fields->items) {
                CAPTURE(field.key);
                const auto list = tickets::list_tickets(view, {.by = {.field = field.id}});
                REQUIRE(static_cast<bool>(list));
                CHECK_FALSE(list->items.empty());
            }
            CHECK(tickets::list_templates(view, {})->items.size() == 10);
            const auto recurrences = tickets::list_recurrences(view, {});
            CHECK(recurrences->items.size() == 4);
            for (const auto& one : recurrences->items) CHECK(one.next_at > view.now);
            CHECK(std::ranges::count_if(recurrences->items, [](const auto& one) {
                      return one.last_ticket.has_value();
                  }) == 2);
            const auto ratings = *tickets::list_ratings(view, {.limit = 200});
            CHECK(ratings.items.size() > 8);
            CHECK(std::ranges::any_of(ratings.items, [](const auto& one) {
                return one.score <= tickets::low_score && one.comment;
            }));
            CHECK_FALSE(tiers::timed_rules_of(view.tx, 2).empty());
            return 0;
        });
    });
}

TEST_CASE("a demo's appointments lie before and after today, and in the shifts of who goes there") {
    for_each_database([](TestDatabase& db) {
        must_fill(db, {.tickets = 60});
        db.read([](const View& view) {
            std::map<tickets::AppointmentState, int> states;
            std::set<tickets::AppointmentKind> kinds;
            int to_come = 0;
            for (const Ticket& ticket : listed(view, {})) {
                const auto list = *tickets::list_appointments(view, {.ticket = ticket.id});
                for (const auto& one : list.items) {
                    ++states[one.state];
                    kinds.insert(one.kind);
                    to_come += one.starts_at > view.now;
                    auto times = one.offers;
                    if (one.starts_at) times.push_back(*one.starts_at);
                    std::vector<PersonId> persons;
                    for (const auto& person : one.persons) persons.push_back(person.person);
                    for (const Time from : times) {
                        const Time to = from + Minutes{one.minutes};
                        for (const auto& week : tiers::weeks_of(view, persons, {from, to})) {
                            CAPTURE(ticket.subject);
                            CHECK(std::ranges::any_of(week.works, [&](const auto& span) {
                                return span.from <= from && to <= span.to;
                            }));
                        }
                    }
                }
            }
            CHECK(kinds.size() == 3);
            CHECK(states[tickets::AppointmentState::offered] == 1);
            CHECK(states[tickets::AppointmentState::done] == 3);
            CHECK(states[tickets::AppointmentState::missed] == 1);
            CHECK(states[tickets::AppointmentState::cancelled] == 1);
            CHECK(to_come >= 6);
            return 0;
        });
    });
}

TEST_CASE("a demo can be made on any day, also around holidays") {
    for (const char* now : {"2025-04-22T05:00:00Z",
                            "2025-06-15T21:30:00Z",
                            "2025-12-27T09:00:00Z",
                            "2026-01-02T12:00:00Z",
                            "2028-02-29T07:00:00Z"}) {
        CAPTURE(now);
        TestDatabase db(Dialect::sqlite);
        db.clock().set(*parse_time(now));
        must_fill(db, {.tickets = 1});
        CHECK(tickets::check(db.data()).empty());
    }
}

}  // namespace
}  // namespace ogniwo::demo
