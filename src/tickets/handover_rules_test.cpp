#include "tickets/handover_rules.hpp"

#include <doctest/doctest.h>

#include "base/check.hpp"

namespace ogniwo::tickets {
namespace {

Time at(int minute) {
    return *parse_time("2026-11-27T08:00:00Z") + std::chrono::minutes{minute};
}

TEST_CASE("a handover is as complete as its parts, spaces are none") {
    CHECK(completeness_of(tidied({})) == 0);
    CHECK(completeness_of(tidied({.symptom = " a ", .steps = "  "})) == 20);
    CHECK(completeness_of(tidied({.symptom = "a", .scope = "b", .steps = "c"})) == 60);
    const HandoverText whole{
        .symptom = "a", .scope = "b", .steps = "c", .evidence = "d", .outcome = "e"};
    CHECK(completeness_of(whole) == 100);
    CHECK(static_cast<bool>(check_handover(whole, true)));
    CHECK(static_cast<bool>(check_handover({}, false)));
    const auto refused = check_handover({.symptom = "a", .evidence = "d"}, true);
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().fields.size() == 3);
    CHECK(refused.error().fields[0].pointer == "/handover/scope");
    CHECK(refused.error().fields[2].pointer == "/handover/outcome");
}

TEST_CASE("figures of a ticket's way") {
    struct Row {
        const char* what;
        std::vector<Step> steps;
        TicketFigures figures;
    };
    const Row rows[] = {
        {"never moved",
         {{.at = at(0)}, {.at = at(20), .is_open = false}},
         {.moves = 0, .highest_tier = 1, .resolved_tier = 1, .tiers = {{1, 1, 20}}}},
        {"from queue to queue of one tier, and back",
         {{.at = at(0), .queue = {1}},
          {.at = at(5), .queue = {2}},
          {.at = at(6), .queue = {2}},
          {.at = at(10), .queue = {1}},
          {.at = at(20), .queue = {1}, .is_open = false}},
         {.moves = 2, .returns = 1, .highest_tier = 1, .resolved_tier = 1, .tiers = {{1, 1, 20}}}},
        {"up, and back with the answer",
         {{.at = at(0)},
          {.at = at(10), .tier = 2},
          {.at = at(40), .tier = 1},
          {.at = at(45), .tier = 1, .is_open = false}},
         {.moves = 2,
          .returns = 1,
          .highest_tier = 2,
          .resolved_tier = 1,
          .tiers = {{1, 2, 15}, {2, 1, 30}}}},
        {"ping-pong; the customer is asked again, once before it does not count",
         {{.at = at(0)},
          {.at = at(1), .waits_for_customer = true},
          {.at = at(2)},
          {.at = at(3), .tier = 3},
          {.at = at(4), .tier = 3, .waits_for_customer = true},
          {.at = at(5), .tier = 3, .waits_for_customer = true},
          {.at = at(6), .tier = 1},
          {.at = at(7), .tier = 3},
          {.at = at(8), .tier = 3, .waits_for_customer = true}},
         {.moves = 3,
          .returns = 2,
          .highest_tier = 3,
          .reasks = 2,
          .tiers = {{1, 2, 4}, {3, 2, 56}}}},
        {"reopened: it was resolved nowhere yet",
         {{.at = at(0)},
          {.at = at(10), .is_open = false},
          {.at = at(30)},
          {.at = at(40), .tier = 2}},
         {.moves = 1, .highest_tier = 2, .tiers = {{1, 1, 20}, {2, 1, 20}}}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const TicketFigures figures = figures_of(row.steps, at(60));
        CHECK(figures.moves == row.figures.moves);
        CHECK(figures.returns == row.figures.returns);
        CHECK(figures.highest_tier == row.figures.highest_tier);
        CHECK(figures.resolved_tier == row.figures.resolved_tier);
        CHECK(figures.reasks == row.figures.reasks);
        REQUIRE(figures.tiers.size() == row.figures.tiers.size());
        for (std::size_t i = 0; i < figures.tiers.size(); ++i) {
            CAPTURE(i);
            CHECK(figures.tiers[i].tier == row.figures.tiers[i].tier);
            CHECK(figures.tiers[i].visits == row.figures.tiers[i].visits);
            CHECK(figures.tiers[i].minutes == row.figures.tiers[i].minutes);
        }
    }
}

}  // namespace
}  // namespace ogniwo::tickets
