#include "tickets/timed_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::tickets {
namespace {

using What = TimedStep::What;

Time at(int minute) {
    return *parse_time("2026-11-27T08:00:00Z") + std::chrono::minutes{minute};
}

TEST_CASE("a stay at a tier, and since when nobody of ours has touched it") {
    struct Row {
        const char* what;
        std::vector<TimedStep> steps;
        int since;
        std::optional<int> untouched;
    };
    const Row rows[] = {
        {"just come", {{What::arrived, at(0)}}, 0, 0},
        {"touched", {{What::arrived, at(0)}, {What::touched, at(5)}}, 0, {}},
        {"the customer writes before anybody has touched it",
         {{What::arrived, at(0)}, {What::spoke, at(5)}},
         0,
         0},
        {"the customer writes again, and once more",
         {{What::arrived, at(0)},
          {What::touched, at(5)},
          {What::spoke, at(7)},
          {What::spoke, at(9)}},
         0,
         7},
        {"answered",
         {{What::arrived, at(0)},
          {What::touched, at(5)},
          {What::spoke, at(7)},
          {What::touched, at(9)}},
         0,
         {}},
        {"another tier, or reopened",
         {{What::arrived, at(0)}, {What::touched, at(5)}, {What::arrived, at(7)}},
         7,
         7},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const TimedStay stay = stay_of(row.steps);
        CHECK(stay.since == at(row.since));
        const auto untouched = row.untouched ? std::optional(at(*row.untouched)) : std::nullopt;
        CHECK(stay.untouched_since == untouched);
    }
}

TEST_CASE("a rule counts until it has fired, and again in the next stay") {
    const tiers::TimedRule stays{.id = {1}, .counts = tiers::TimedCount::at_tier};
    const tiers::TimedRule untouched{.id = {2}};
    std::vector<TimedStep> steps{{What::arrived, at(0)}, {What::touched, at(5)}};
    CHECK(counts_from(stays, stay_of(steps)) == at(0));
    CHECK_FALSE(counts_from(untouched, stay_of(steps)));
    steps.push_back({What::spoke, at(6)});
    CHECK(counts_from(untouched, stay_of(steps)) == at(6));
    steps.push_back({What::fired, at(66), {2}});
    CHECK_FALSE(counts_from(untouched, stay_of(steps)));
    CHECK(counts_from(stays, stay_of(steps)) == at(0));
    steps.push_back({What::touched, at(70)});
    steps.push_back({What::spoke, at(71)});
    CHECK_FALSE(counts_from(untouched, stay_of(steps)));
    steps.push_back({What::arrived, at(80)});
    CHECK(counts_from(untouched, stay_of(steps)) == at(80));
}

TEST_CASE("pauses are stretches of the stay, and one that lasts holds every rule") {
    const tiers::TimedRule rule{.id = {1}, .counts = tiers::TimedCount::at_tier};
    std::vector<TimedStep> steps{{What::arrived, at(0)}, {What::paused, at(5)}};
    CHECK_FALSE(counts_from(rule, stay_of(steps)));
    steps.push_back({What::resumed, at(9)});
    CHECK(counts_from(rule, stay_of(steps)) == at(0));
    CHECK(stay_of(steps).pauses == std::vector<tiers::Pause>{{at(5), at(9)}});
    // Another tier has nothing of it, but for what lasts.
    steps.push_back({What::paused, at(12)});
    steps.push_back({What::arrived, at(20)});
    CHECK_FALSE(counts_from(rule, stay_of(steps)));
    steps.push_back({What::resumed, at(30)});
    CHECK(counts_from(rule, stay_of(steps)) == at(20));
    CHECK(stay_of(steps).pauses == std::vector<tiers::Pause>{{at(20), at(30)}});
}

}  // namespace
}  // namespace ogniwo::tickets
