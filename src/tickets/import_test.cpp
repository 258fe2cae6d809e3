#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/clock.hpp"
#include "people/service.hpp"
#include "storage/journal.hpp"
#include "storage/timers.hpp"
#include "testing/databases.hpp"
#include "tickets/event_import.hpp"
#include "tickets/events.hpp"
#include "tickets/import_service.hpp"
#include "tickets/service.hpp"
#include "tickets/state_service.hpp"
#include "tickets/store.hpp"
#include "tickets/timed.hpp"
#include "tickets/timed_service.hpp"
#include "tiers/service.hpp"
#include "tiers/timed_rule_service.hpp"

namespace ogniwo::tickets {
namespace {

ImportMapping small_mapping() {
    const auto mapping = read_import_mapping(R"(
        name = "old-desk"
        customer = "Kowalski"
        subject = "Awaria {id}"
        [case]
        column = "id"
        [time]
        column = "when"
        [status]
        column = "state"
        [status.values]
        "Open" = "open"
        "Done" = "resolved"
        [tier]
        column = "line"
        [team]
        column = "team"
        [person]
        column = "who"
        [product]
        column = "what"
    )");
    REQUIRE(static_cast<bool>(mapping));
    return *mapping;
}

EventLog log_of(const std::string& rows) {
    TextSource source("id,when,state,line,team,who,what\n" + rows);
    const auto log = read_event_log(source, small_mapping());
    REQUIRE(static_cast<bool>(log));
    return *log;
}

const char* const small_rows =
    "A,2020-01-01T08:00:00Z,Open,1,Hotline,Zofia Wrona,Poczta\n"
    "A,2020-01-01T09:00:00Z,Open,2,Sieć,Adam,Poczta\n"
    "A,2020-01-01T10:00:00Z,Done,1,Hotline,Zofia Wrona,Poczta\n"
    "B,2020-01-02T08:00:00Z,Open,3,,,\n";

const char* const small_summary =
    R"({"tickets":2,"sourceEvents":4,"firstTier":{"1":1,"3":1},"highestTier":{"2":1,"3":1},)"
    R"("moves":{"1>2":1,"2>1":1}})";

// Takes a number of chunks, then the power goes out.
class Interrupted final : public ImportTarget {
public:
    Interrupted(ImportTarget& target, int chunks) : target_(target), left_(chunks) {}

    Result<ImportOpened> open(const OpenImport& wish) override { return target_.open(wish); }
    Result<ChunkImported> push(const PushImportChunk& chunk) override {
        if (left_-- == 0) return Reason{Refusal::unavailable, "test.power"};
        return target_.push(chunk);
    }
    Result<ImportSummaryPage> summary(const ReadImportSummary& wish) override {
        return target_.summary(wish);
    }

private:
    ImportTarget& target_;
    int left_;
};

std::vector<Event> all_events(TestDatabase& db) {
    return db.read([](const View& view) { return journal::read_after(view.tx, {}, 1'000'000); });
}

std::int64_t imported_events(TestDatabase& db) {
    std::int64_t count = 0;
    for (const Event& event : all_events(db)) count += event.name == TicketHistoryImported::name;
    return count;
}

void check_all(TestDatabase& db) {
    for (const Difference& one : check(db.data())) {
        FAIL_CHECK(one.ticket.value << " " << one.field << ": " << one.stored << " is not "
                                    << one.replayed);
    }
}

TEST_CASE("a case becomes a ticket, each row an event at its own time") {
    for_each_database([](TestDatabase& db) {
        db.change(tiers::set_up);
        DirectImportTarget target(db.data(), db.environment());
        const auto report = EventImport(target, {}).run(small_mapping(), log_of(small_rows));
        REQUIRE(static_cast<bool>(report));
        CHECK(report->imported == 4);
        CHECK(summary_json(report->summary) == small_summary);

        const auto list = db.read(
            [](const View& view) { return list_tickets(view, ListTickets{.q = "awaria a"}); });
        REQUIRE(list->items.size() == 1);
        const Ticket& ticket = list->items[0];
        CHECK(ticket.old_number == "A");
        CHECK(ticket.customer_name == "Kowalski");
        CHECK(ticket.assignee_name == "Zofia Wrona");
        CHECK(ticket.product_name == "Poczta");
        CHECK(ticket.queue_name == "Hotline");
        CHECK(ticket.origin == Origin::import);
        CHECK(ticket.status == TicketStatus::resolved);
        CHECK(ticket.version == 3);
        CHECK(to_text(ticket.created_at) == "2020-01-01T08:00:00Z");
        CHECK(to_text(*ticket.resolved_at) == "2020-01-01T10:00:00Z");

        const auto history = db.read([&](const View& view) {
            return ticket_history(view, ReadThread{.ticket = ticket.id});
        });
        REQUIRE(history->items.size() == 3);
        CHECK(history->items[1].row == 3);
        CHECK(history->items[1].tier == 2);
        CHECK(history->items[1].origin == Origin::import);
        CHECK(to_text(history->items[1].at) == "2020-01-01T09:00:00Z");
        check_all(db);
    });
}

TEST_CASE("an import that is run again, and again after a longer export, adds only what is new") {
    for_each_database([](TestDatabase& db) {
        DirectImportTarget target(db.data(), db.environment());
        EventImport import(target, {});
        REQUIRE(static_cast<bool>(import.run(small_mapping(), log_of(small_rows))));
        const auto again = import.run(small_mapping(), log_of(small_rows));
        CHECK(again->imported == 0);
        CHECK(again->known == 4);
        CHECK(imported_events(db) == 4);

        const auto longer =
            import.run(small_mapping(),
                       log_of(std::string(small_rows) + "B,2020-01-03T08:00:00Z,Done,2,,,\n"));
        CHECK(longer->imported == 1);
        CHECK(longer->summary.moves ==
              std::map<std::pair<int, int>, std::int64_t>{{{1, 2}, 1}, {{2, 1}, 1}, {{3, 2}, 1}});
        check_all(db);
    });
}

TEST_CASE("a case gets what its group begins with, keeps what we chose, and its time counts") {
    for_each_database([](TestDatabase& db) {
        StateId repair, test;
        db.change([&](Work& work) {
            tiers::set_up(work);
            REQUIRE(tiers::add_timed_rule(
                work, {.tier = 2, .counts = tiers::TimedCount::at_tier, .minutes = 60}));
            const auto added =
                add_state(work, {.name_pl = "Naprawa", .name_en = "Repair", .is_default = true});
            repair = added->states.front().id;
            test = add_state(work, {.name_pl = "Testy", .name_en = "Tests"})->states.back().id;
        });
        DirectImportTarget target(db.data(), db.environment());
        EventImport import(target, {});
        const auto bring_in = [&](const std::string& more) {
            REQUIRE(import.run(small_mapping(), log_of(small_rows + more)));
            const auto read = db.read([](const View& view) {
                return list_tickets(view, ListTickets{.q = "awaria b"})->items;
            });
            REQUIRE(read.size() == 1);
            return read.front();
        };
        const Ticket began = bring_in("");
        CHECK(began.state == repair);
        db.change([&](Work& work) {
            REQUIRE(set_ticket_status(
                work,
                {.ticket = began.id, .status = TicketStatus::open, .state = std::optional(test)}));
        });
        CHECK(bring_in("B,2020-01-03T08:00:00Z,Open,2,,,\n").state == test);

        Timers timers(db.data(), db.environment());
        timers.handle(timed_timer, timed_due);
        timers.handle(tiers::timed_rules_timer, count_tier_anew);
        db.clock().advance(std::chrono::minutes{60});
        while (timers.step() > 0) {
        }
        const auto events = all_events(db);
        CHECK(std::ranges::count(events, TicketTimedRuleFired::name, &Event::name) == 1);
        check_all(db);
    });
}

TEST_CASE("a case that is done has no status of an open group") {
    for_each_database([](TestDatabase& db) {
        db.change([](Work& work) {
            tiers::set_up(work);
            REQUIRE(
                add_state(work, {.name_pl = "Naprawa", .name_en = "Repair", .is_default = true}));
        });
        DirectImportTarget target(db.data(), db.environment());
        REQUIRE(EventImport(target, {}).run(small_mapping(), log_of(small_rows)));
        const auto list = db.read(
            [](const View& view) { return list_tickets(view, ListTickets{.q = "awaria a"}); });
        CHECK_FALSE(list->items.at(0).state);
        check_all(db);
    });
}

TEST_CASE("a source that rewrites its past, or that is asked for differently, is refused") {
    for_each_database([](TestDatabase& db) {
        DirectImportTarget target(db.data(), db.environment());
        EventImport import(target, {});
        REQUIRE(static_cast<bool>(import.run(small_mapping(), log_of(small_rows))));
        CHECK(import.run(small_mapping(), log_of("B,2020-01-02T08:00:00Z,Open,2,,,\n"))
                  .error()
                  .reason == import_case_changed);
        EventImport other(target, {.persons = ImportedNames::pseudonyms});
        CHECK(other.run(small_mapping(), log_of(small_rows)).error().reason == import_names_differ);
        ImportMapping mapping = small_mapping();
        mapping.customer = "Wróbel";
        CHECK(import.run(mapping, log_of(small_rows)).error().reason == import_customer_differs);
        CHECK(imported_events(db) == 4);

        PushImportChunk chunk{.source = {1}, .cases = log_of(small_rows).cases};
        chunk.cases[0].rows[0].step = 2;
        CHECK(target.push(chunk).error().reason == import_step_missing);
        chunk.cases = {ImportCase{.key = "C", .subject = "C", .rows = {ImportRow{.step = 2}}}};
        CHECK(target.push(chunk).error().reason == import_step_missing);
        chunk.cases[0].rows.assign(101, ImportRow{});
        CHECK(target.push(chunk).error().reason == import_chunk_too_large);
        chunk = {.source = {77}};
        CHECK(target.push(chunk).error().reason == missing);
        CHECK(target.summary({.name = "unknown"}).error().reason == missing);
    });
}

TEST_CASE("bad rows keep the whole file out unless they may be skipped") {
    for_each_database([](TestDatabase& db) {
        DirectImportTarget target(db.data(), db.environment());
        const EventLog log = log_of(std::string(small_rows) + "B,never,Open,1,,,\n");
        const auto refused = EventImport(target, {}).run(small_mapping(), log);
        CHECK(refused.error().reason == import_rows_bad);
        CHECK(refused.error().shown == Params{{"rows", "1"}});
        CHECK(all_events(db).empty());
        const auto report =
            EventImport(target, {.bad_rows = BadRows::skip}).run(small_mapping(), log);
        CHECK(report->imported == 4);
        CHECK(report->skipped == 1);
    });
}

TEST_CASE("pseudonyms hide the names and stay the same over interrupted runs") {
    for_each_database([](TestDatabase& db) {
        DirectImportTarget target(db.data(), db.environment());
        const EventLog log = log_of(small_rows);
        EventImport import(target, {.persons = ImportedNames::pseudonyms});
        REQUIRE(static_cast<bool>(import.run(small_mapping(), log)));
        REQUIRE(static_cast<bool>(import.run(
            small_mapping(),
            log_of(std::string(small_rows) + "B,2020-01-03T08:00:00Z,Done,2,,Adam,\n"))));

        const auto list =
            db.read([](const View& view) { return list_tickets(view, ListTickets{}); });
        REQUIRE(list->items.size() == 2);
        CHECK(list->items[0].assignee_name == "Osoba 0002");
        CHECK(list->items[1].assignee_name == "Osoba 0001");
        for (const Event& event : all_events(db)) {
            for (const auto& text : db.read([&](const View& view) {
                     return journal::texts_of_subject(
                         view.tx, event.subject_kind, event.subject_id);
                 })) {
                CHECK(text.text.value_or("").find("Zofia") == std::string::npos);
                CHECK(text.text.value_or("").find("Adam") == std::string::npos);
            }
        }
    });
}

// One long case among short ones, so that chunks end inside of it.
EventLog long_log() {
    std::string rows;
    for (int i = 0; i < 450; ++i) {
        const std::string key = i % 3 == 0 ? "S" + std::to_string(i) : "long";
        const Time at = Time{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1}} + Minutes{i};
        rows += key + "," + to_text(at) + ",Open," + std::to_string(i % 3 + 1) + ",T,P,W\n";
    }
    return log_of(rows);
}

TEST_CASE("an import that stops anywhere and goes on later neither doubles nor skips") {
    for_each_database([](TestDatabase& db) {
        DirectImportTarget target(db.data(), db.environment());
        const EventLog log = long_log();
        for (int chunks = 0; chunks < 5; ++chunks) {
            Interrupted power(target, chunks);
            CHECK_FALSE(static_cast<bool>(EventImport(power, {}).run(small_mapping(), log)));
            CHECK(imported_events(db) == chunks * 100);
        }
        const auto report = EventImport(target, {}).run(small_mapping(), log);
        REQUIRE(static_cast<bool>(report));
        CHECK(report->imported == 50);
        CHECK(report->summary.tickets == 151);
        CHECK(report->summary.source_events == 450);
        CHECK(imported_events(db) == 450);
        check_all(db);
    });
}

}  // namespace
}  // namespace ogniwo::tickets
