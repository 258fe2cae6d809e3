#include "tickets/view_store.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "conditions/sql.hpp"
#include "conditions/text_form.hpp"
#include "people/service.hpp"
#include "testing/databases.hpp"
#include "tickets/rules.hpp"
#include "tickets/service.hpp"
#include "tickets/store.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

using conditions::Condition;

Condition read(Tx& tx, std::string_view text) {
    auto condition = conditions::parse(text, store::ticket_fields(tx.dialect()));
    REQUIRE_MESSAGE(static_cast<bool>(condition), text);
    return *condition;
}

Condition read(std::string_view text) {
    auto condition = conditions::parse(text, store::ticket_fields(Dialect::sqlite));
    REQUIRE_MESSAGE(static_cast<bool>(condition), text);
    return *condition;
}

const Scope everyone{.everyone = true};

// One ticket for each impact and urgency, and the priority that rules.cpp gives it.
std::map<TicketId, Priority> open_one_of_each(Work& work) {
    tiers::set_up(work);
    const CustomerId customer = *people::ensure_customer(work, "Kowalski");
    std::map<TicketId, Priority> tickets;
    for (std::size_t i = 0; i < names(Impact{}).size(); ++i) {
        for (std::size_t u = 0; u < names(Urgency{}).size(); ++u) {
            const auto impact = static_cast<Impact>(i);
            const auto urgency = static_cast<Urgency>(u);
            const auto made = create_ticket(work,
                                            {.customer = customer,
                                             .subject = "Łącze, próba",
                                             .impact = impact,
                                             .urgency = urgency});
            REQUIRE(static_cast<bool>(made));
            tickets[made->id] = priority_of(usual_priorities(), impact, urgency);
        }
    }
    return tickets;
}

std::vector<TicketId> found(Tx& tx, std::string_view text, store::MatchPage page = {.limit = 100}) {
    const Condition condition = read(tx, text);
    const conditions::Context context{.now = from_micros(0)};
    return store::list_matching(tx, everyone, {.condition = condition, .context = context}, page);
}

}  // namespace

TEST_CASE("a condition says in which statuses it can be met") {
    using S = TicketStatus;
    const auto possible = [](std::string_view text) {
        return store::possible_statuses(read(text));
    };
    const std::set all{S::fresh, S::open, S::waiting, S::resolved, S::closed};
    const std::set open{S::fresh, S::open, S::waiting};
    CHECK(possible("") == all);
    CHECK(possible("assignee = me") == all);
    CHECK(possible("open") == open);
    CHECK(possible("not open") == std::set{S::resolved, S::closed});
    CHECK(possible("open and subject contains \"a\"") == open);
    CHECK(possible("open or subject contains \"a\"") == all);
    CHECK(possible("not (status in (resolved, closed) or tier = 1)") == open);
    CHECK(possible("status != closed and status < resolved") == open);
    CHECK(possible("status = waiting and (open or tier = 2)") == std::set{S::waiting});
    CHECK(possible("open and status = closed").empty());
}

TEST_CASE("the priority of a condition is the one of the rules, and subjects are compared alone") {
    for_each_database([](TestDatabase& database) {
        std::map<TicketId, Priority> tickets;
        database.change([&](Work& work) { tickets = open_one_of_each(work); });
        database.read([&](const View& view) {
            for (std::size_t i = 0; i < names(Priority{}).size(); ++i) {
                const auto priority = static_cast<Priority>(i);
                const auto ids = found(view.tx, "priority = " + std::string(enum_name(priority)));
                CHECK(!ids.empty());
                for (const TicketId id : ids) CHECK(tickets.at(id) == priority);
            }
            CHECK(found(view.tx, "subject = \"lacze, PROBA\"").size() == tickets.size());
            CHECK(found(view.tx, "subject ends with proba").size() == tickets.size());
            CHECK(found(view.tx, "\"lacze\" and follower is empty").size() == tickets.size());
            return 0;
        });
    });
}

TEST_CASE("pages of every order are the whole, and a count stops where it is told") {
    for_each_database([](TestDatabase& database) {
        database.change([&](Work& work) { (void)open_one_of_each(work); });
        database.read([&](const View& view) {
            const Condition open = read(view.tx, "open");
            const conditions::Context context{.now = view.now};
            const store::Matching what{.condition = open, .context = context};
            for (const ViewSort sort :
                 {ViewSort::activity, ViewSort::quiet, ViewSort::newest, ViewSort::oldest}) {
                const auto whole = found(view.tx, "open", {.sort = sort, .limit = 100});
                CHECK(whole.size() == 12);
                std::vector<TicketId> pages;
                store::MatchPage page{.sort = sort, .limit = 5};
                while (true) {
                    const auto ids = store::list_matching(view.tx, everyone, what, page);
                    if (ids.empty()) break;
                    pages.insert(pages.end(), ids.begin(), ids.end());
                    const auto last = store::find_ticket(view.tx, everyone, ids.back());
                    page.after = {last->updated_at, last->id};
                }
                CHECK(pages == whole);
            }
            CHECK(store::count_matching(view.tx, everyone, what, 1000) == 12);
            CHECK(store::count_matching(view.tx, everyone, what, 7) == 7);
            CHECK(store::count_matching(view.tx, Scope{}, what, 1000) == 0);
            const auto queues = store::count_queues(view.tx, everyone);
            REQUIRE(queues.size() == 1);
            CHECK(queues.front().open == 12);
            CHECK(queues.front().unassigned == 12);
            return 0;
        });
    });
}

TEST_CASE("views leave out spam and what sleeps, unless they ask for it by its name") {
    const conditions::Context context{.now = from_micros(0)};
    const auto leaves_out = [&](std::string_view text) {
        const Condition condition = read(text);
        const std::string sql =
            store::counting_text(Dialect::sqlite, {.condition = condition, .context = context});
        std::string out;
        if (sql.find("spam_at IS NULL AND") != std::string::npos) out += "spam ";
        if (sql.find("snoozed_until IS NULL AND") != std::string::npos) out += "asleep";
        return out;
    };
    CHECK(leaves_out("") == "spam asleep");
    CHECK(leaves_out("open and tag = vip") == "spam asleep");
    CHECK(leaves_out("open and snoozed") == "spam ");
    CHECK(leaves_out("not snoozed or tier = 1") == "spam ");
    CHECK(leaves_out("spam") == "");
    CHECK(leaves_out("spam or open") == "");
    CHECK(leaves_out("not (spam and tier = 1)") == "");
    CHECK(leaves_out("open and not spam") == "spam asleep");
    CHECK(leaves_out("spam = false") == "spam asleep");
}

TEST_CASE("no view that a company begins with walks through the tickets to be counted") {
    TestDatabase database(Dialect::sqlite);
    database.read([&](const View& view) {
        const Scope limited{.customers = {CustomerId{1}}};
        const conditions::Context context{.now = view.now,
                                          .named = {{"me", {1}}, {"mine", {1, 2}}}};
        auto views = store::list_views(view.tx, PersonId{1});
        views.push_back({.name_en = "Without spam", .condition = "open and not spam"});
        for (const TicketView& shown : views) {
            const Condition condition = read(view.tx, shown.condition);
            const store::Matching what{.condition = condition, .context = context};
            const auto values =
                conditions::to_sql(condition, store::ticket_fields(Dialect::sqlite), context, 1)
                    .values;
            const BuiltSql plan(
                "tickets.test_plan",
                "EXPLAIN QUERY PLAN " + store::counting_text(Dialect::sqlite, what));
            const ResultSet steps = view.tx.query(plan, &limited, values);
            for (std::size_t i = 0; i < steps.size(); ++i) {
                const auto step = Row(steps, i).get<std::string>("detail");
                INFO(shown.name_en, ": ", step);
                // By an index that holds all that is asked for: of open ones, or a part of one.
                if (step.find(" ticket ") == std::string::npos) continue;
                const bool by_open = step.find("INDEX ticket_open") != std::string::npos ||
                                     step.find("INDEX ticket_spam") != std::string::npos;
                const bool by_part = step.starts_with("SEARCH ticket ");
                CHECK((by_open || by_part));
                CHECK(step.find("COVERING INDEX") != std::string::npos);
            }
        }
        return 0;
    });
}

}  // namespace ogniwo::tickets
