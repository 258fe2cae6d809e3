// No statement of the product walks through a table that grows with the company.

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "testing/databases.hpp"

namespace ogniwo {
namespace {

constexpr std::array growing{"asset",
                             "asset_name",
                             "attachment",
                             "customer",
                             "idempotency",
                             "journal",
                             "journal_text",
                             "moving_import",
                             "moving_key",
                             "moving_row",
                             "moving_seen",
                             "outbox",
                             "person",
                             "person_grant",
                             "person_session",
                             "ticket",
                             "ticket_approval",
                             "ticket_appointment",
                             "ticket_appointment_link",
                             "ticket_appointment_person",
                             "ticket_bulk",
                             "ticket_bulk_ticket",
                             "ticket_draft",
                             "ticket_field_value",
                             "ticket_figure",
                             "ticket_follower",
                             "ticket_former",
                             "ticket_guest",
                             "ticket_guest_link",
                             "ticket_guest_message",
                             "ticket_hold",
                             "ticket_import_case",
                             "ticket_leaving",
                             "ticket_link",
                             "ticket_macro_use",
                             "ticket_message",
                             "ticket_presence",
                             "ticket_rating",
                             "ticket_rating_person",
                             "ticket_split_message",
                             "ticket_split_time",
                             "ticket_step",
                             "ticket_stopwatch",
                             "ticket_stopwatch_owner",
                             "ticket_tag",
                             "ticket_time",
                             "ticket_worker",
                             "tier_certificate",
                             "tier_learning",
                             "tier_person_skill"};

// Those that mean to.
bool may_walk(std::string_view name) {
    constexpr std::array<std::string_view, 10> allowed{
        "journal.end_sqlite",            // One step from the end of an index,
        "app.last_recorded",             // and the same in each of two halves.
        "app.list_blobs",                // A backup takes everything.
        "tickets.count_queues",          // What is open, by an index that holds nothing else,
        "tickets.list_open_since",       // the same,
        "tickets.count_without_state",   // and a part of it, before a lifecycle is changed.
        "people.list_disabled_before",   // Retention, once a day,
        "people.count_disabled_before",  // and its preview.
        "people.forget_answers",         // Erasing a person, which is rare; both tables hold what
        "people.forget_letters"};        // the last days have brought.
    return std::ranges::find(allowed, name) != allowed.end();
}

bool is_growing(std::string_view table) {
    return std::ranges::find(growing, table) != growing.end();
}

struct Close {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

// The tables that this statement walks through from end to end.
std::vector<std::string> walks(sqlite3* db, const Sql& sql) {
    const Scope limited;
    const std::string text =
        "EXPLAIN QUERY PLAN " + dialect_text(sql.text, Dialect::sqlite, &limited);
    sqlite3_stmt* raw = nullptr;
    REQUIRE(sqlite3_prepare_v2(db, text.c_str(), -1, &raw, nullptr) == SQLITE_OK);
    const std::unique_ptr<sqlite3_stmt, Close> statement(raw);
    std::vector<std::string> found;
    while (sqlite3_step(statement.get()) == SQLITE_ROW) {
        const std::string step = reinterpret_cast<const char*>(sqlite3_column_text(raw, 3));
        if (!step.starts_with("SCAN ")) continue;
        const std::string table = step.substr(5, step.find(' ', 5) - 5);
        if (is_growing(table)) found.push_back(table);
    }
    return found;
}

}  // namespace

TEST_CASE("no statement walks through a table that grows, unless it says so here") {
    TestDatabase database(Dialect::sqlite);
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open(database.database().address().c_str(), &raw) == SQLITE_OK);
    const std::unique_ptr<sqlite3, Close> db(raw);
    sqlite3_create_function_v2(
        raw,
        "ogniwo_now",
        0,
        SQLITE_UTF8,
        nullptr,
        [](sqlite3_context* context, int, sqlite3_value**) { sqlite3_result_int64(context, 0); },
        nullptr,
        nullptr,
        nullptr);
    for (const Sql* sql : Sql::all()) {
        if (sql->only == Dialect::postgres || sql->name.find('.') == std::string_view::npos)
            continue;
        const bool is_for_tests = sql->name.find("test") != std::string_view::npos ||
                                  sql->name.starts_with("simulation.") ||
                                  sql->name.starts_with("desk.");
        if (is_for_tests || may_walk(sql->name)) continue;
        for (const std::string& table : walks(raw, *sql)) {
            FAIL_CHECK(sql->name, " walks through ", table, ": ", sql->text);
        }
    }
}

}  // namespace ogniwo
