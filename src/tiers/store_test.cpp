#include <doctest/doctest.h>

#include "base/cursor.hpp"
#include "testing/databases.hpp"
#include "tiers/service.hpp"
#include "tiers/store.hpp"

namespace ogniwo::tiers {
namespace {

std::vector<std::string> names_on(TestDatabase& db, const ListQueues& wish) {
    std::vector<std::string> names;
    ListQueues page = wish;
    do {
        const auto list = db.read([&](const View& view) { return list_queues(view, page); });
        REQUIRE(static_cast<bool>(list));
        for (const Queue& queue : list->items) {
            names.push_back(std::to_string(queue.tier) + " " + queue.name);
        }
        page.cursor = list->next;
    } while (page.cursor);
    return names;
}

TEST_CASE("set-up makes three tiers with a queue each, once") {
    for_each_database([](TestDatabase& db) {
        db.change(set_up);
        db.change(set_up);
        const auto list = db.read([](const View& view) { return list_tiers(view, Nothing{}); });
        REQUIRE(list->items.size() == 3);
        CHECK(list->items[1].name_pl == "Druga linia");
        CHECK(list->items[1].name_en == "Second line");
        REQUIRE(list->items[1].queues.size() == 1);
        CHECK(list->items[1].queues[0].name == "Druga linia");
        CHECK(db.read([](const View& view) { return first_queue(view.tx, 2); }) ==
              list->items[1].queues[0].id);
        CHECK_FALSE(db.read([](const View& view) { return first_queue(view.tx, 4); }));
        CHECK(db.read([](const View& view) { return tier_below(view.tx, 3); }) == 2);
        CHECK_FALSE(db.read([](const View& view) { return tier_below(view.tx, 1); }));
    });
}

TEST_CASE("a queue is made once per tier and name, case and diacritics aside") {
    for_each_database([](TestDatabase& db) {
        db.change(set_up);
        db.change([](Work& work) {
            const QueueId made = ensure_queue(work, 2, "Sieć Łódź");
            CHECK(ensure_queue(work, 2, " siec lodz ") == made);
            CHECK(ensure_queue(work, 3, "Sieć Łódź") != made);
            CHECK(tier_of_queue(work.tx, made) == 2);
            CHECK(queue_names(work.tx, {made, QueueId{999}}) ==
                  std::map<QueueId, std::string>{{made, "Sieć Łódź"}});
        });
        CHECK_FALSE(db.read([](const View& view) { return tier_of_queue(view.tx, QueueId{999}); }));
    });
}

TEST_CASE("a tier that an import brings along is added with its number") {
    for_each_database([](TestDatabase& db) {
        db.change(set_up);
        db.change([](Work& work) { ensure_queue(work, 5, "Producent"); });
        const auto list = db.read([](const View& view) { return list_tiers(view, Nothing{}); });
        REQUIRE(list->items.size() == 4);
        CHECK(list->items[3].number == 5);
        CHECK(list->items[3].name_pl == "Linia 5");
    });
}

TEST_CASE("queues are listed in Polish order, also across the borders of pages") {
    for_each_database([](TestDatabase& db) {
        db.change([](Work& work) {
            for (const char* name :
                 {"Łukasz", "Magda", "Lucjan", "100%_!", "Zenon", "Ćma", "Cyd"}) {
                ensure_queue(work, 2, name);
            }
            ensure_queue(work, 1, "Żaneta");
        });
        const std::vector<std::string> all{
            "1 Żaneta", "2 100%_!", "2 Cyd", "2 Ćma", "2 Lucjan", "2 Łukasz", "2 Magda", "2 Zenon"};
        CHECK(names_on(db, {}) == all);
        for (int limit = 1; limit <= 4; ++limit) CHECK(names_on(db, {.limit = limit}) == all);
        CHECK(names_on(db, {.q = "lUk"}) == std::vector<std::string>{"2 Łukasz"});
        CHECK(names_on(db, {.q = "%_!"}) == std::vector<std::string>{"2 100%_!"});
        CHECK(names_on(db, {.tier = 1}) == std::vector<std::string>{"1 Żaneta"});
        const auto refused =
            db.read([](const View& view) { return list_queues(view, {.cursor = "bm9uc2Vuc2U"}); });
        CHECK(refused.error().reason == invalid_cursor);
    });
}

}  // namespace
}  // namespace ogniwo::tiers
