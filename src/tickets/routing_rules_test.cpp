#include "tickets/routing_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace ogniwo::tickets {
namespace {

Candidate member(std::int64_t person, int load, std::optional<int> capacity = 10) {
    return {.person = {person}, .capacity = capacity, .load = load};
}

TEST_CASE("who is chosen") {
    struct Row {
        const char* what;
        RoutingMode mode;
        std::vector<Candidate> members;
        std::int64_t last;
        std::int64_t chosen;  // 0: nobody.
    };
    using enum RoutingMode;
    const Row rows[] = {
        {"pulled", pull, {member(1, 0)}, 0, 0},
        {"nobody there", round_robin, {}, 0, 0},
        {"the first at first", round_robin, {member(2, 5), member(1, 9)}, 0, 1},
        {"the next one", round_robin, {member(1, 0), member(2, 5), member(3, 0)}, 1, 2},
        {"round again", round_robin, {member(1, 7), member(2, 0), member(3, 0)}, 3, 1},
        {"the last one left meanwhile", round_robin, {member(1, 0), member(4, 0)}, 2, 4},
        {"full ones are passed", round_robin, {member(1, 0), member(2, 10), member(3, 0)}, 1, 3},
        {"the only one again", round_robin, {member(1, 3)}, 1, 1},
        {"the fewest", least_loaded, {member(1, 3), member(2, 1), member(3, 2)}, 2, 2},
        {"equals take turns", least_loaded, {member(1, 1), member(2, 1), member(3, 1)}, 1, 2},
        {"equals take turns, round again", least_loaded, {member(1, 1), member(2, 1)}, 2, 1},
        {"everybody is full", least_loaded, {member(1, 10), member(2, 12)}, 0, 0},
        {"a small capacity", least_loaded, {member(1, 1, 1), member(2, 9)}, 0, 2},
        {"no capacity", least_loaded, {member(1, 0, std::nullopt), member(2, 9)}, 0, 2},
        {"a capacity of none", round_robin, {member(1, 0, 0)}, 0, 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const auto last = row.last ? std::optional(PersonId{row.last}) : std::nullopt;
        const Choice choice = choose(row.mode, row.members, last);
        CHECK((choice.chosen ? choice.chosen->person.value : 0) == row.chosen);
    }
}

TEST_CASE("by skill, the most matches win, then the fewest tickets, then whoever follows") {
    const auto skilled = [](std::int64_t person, int load, int matches) {
        Candidate candidate = member(person, load);
        for (int i = 1; i <= matches; ++i) candidate.matched.push_back({.skill = {i}, .level = 2});
        return candidate;
    };
    const auto chosen = [](const std::vector<Candidate>& members, std::int64_t last) {
        return choose(RoutingMode::by_skill, members, PersonId{last}).chosen->person.value;
    };
    CHECK(chosen({skilled(1, 0, 1), skilled(2, 9, 2)}, 1) == 2);
    CHECK(chosen({skilled(1, 5, 2), skilled(2, 4, 2), skilled(3, 0, 1)}, 1) == 2);
    CHECK(chosen({skilled(1, 4, 2), skilled(2, 4, 2), skilled(3, 4, 2)}, 1) == 2);
    CHECK(chosen({skilled(1, 0, 0), skilled(2, 10, 2)}, 1) == 1);  // The other one is full.
}

TEST_CASE("everybody who was not chosen is counted once, at the first obstacle") {
    std::vector<Candidate> members{member(1, 2), member(2, 3), member(3, 10), member(4, 0)};
    members.push_back({.person = {5}, .is_on_duty = false, .is_available = false, .capacity = 0});
    members.push_back({.person = {6}, .is_available = false, .capacity = 10});
    members.push_back({.person = {7}});
    members[3].meets = false;
    members[0].matched = {{.skill = {8}, .level = 2}};
    const Choice choice = choose(RoutingMode::least_loaded, members, std::nullopt);
    REQUIRE(choice.chosen);
    CHECK(choice.chosen->person.value == 1);
    CHECK(choice.chosen->load == 2);
    CHECK(choice.chosen->matched == std::vector<MatchedSkill>{{.skill = {8}, .level = 2}});
    CHECK(choice.count.members == 7);
    CHECK(choice.count.candidates == 2);
    CHECK(choice.count.full == 1);
    CHECK(choice.count.unsuited == 1);
    CHECK(choice.count.off_duty == 1);
    CHECK(choice.count.unavailable == 2);
}

TEST_CASE("what waits longer comes first, and every step of priority is worth four hours") {
    const Time noon = *parse_time("2025-06-12T10:00:00Z");
    using std::chrono::hours;
    CHECK(rank_of(Priority::normal, noon) < rank_of(Priority::normal, noon + hours{1}));
    CHECK(rank_of(Priority::high, noon + hours{3}) < rank_of(Priority::normal, noon));
    CHECK(rank_of(Priority::normal, noon) < rank_of(Priority::high, noon + hours{5}));
    CHECK(rank_of(Priority::low, noon) < rank_of(Priority::critical, noon + hours{13}));
}

TEST_CASE("with any order of arrivals every ticket is given to somebody while there is capacity") {
    // A flood of critical tickets never ends, half an hour apart; one place becomes free as often.
    struct Waiting {
        int number;
        Time rank;
    };
    const Time start = *parse_time("2025-06-12T10:00:00Z");
    for (unsigned seed = 1; seed <= 50; ++seed) {
        std::mt19937 random(seed);
        std::vector<Waiting> waiting;
        int number = 0;
        const auto arrive = [&](Priority priority, Time at) {
            waiting.push_back({number++, rank_of(priority, at)});
        };
        for (int i = 0; i < 20; ++i) arrive(static_cast<Priority>(random() % 4), start);
        std::vector<bool> given(20 + 400);
        for (int step = 1; step <= 400; ++step) {
            arrive(Priority::critical, start + Minutes{30 * step});
            if (random() % 2 == 0) continue;
            for (int room = 0; room < 2; ++room) {
                const auto next = std::ranges::min_element(waiting, {}, &Waiting::rank);
                if (next == waiting.end()) break;
                given[static_cast<std::size_t>(next->number)] = true;
                waiting.erase(next);
            }
        }
        CHECK(
            std::all_of(given.begin(), given.begin() + 20, [](bool is_given) { return is_given; }));
    }
}

}  // namespace
}  // namespace ogniwo::tickets
