#include "sla/policy_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::sla {
namespace {

Policy named(std::int64_t id) {
    return {.id = {id}, .name = std::to_string(id)};
}

Terms terms_of(std::int64_t customer,
               TicketType type = TicketType::incident,
               Priority priority = Priority::normal) {
    return {.priority = priority, .type = type, .customer = {customer}};
}

TEST_CASE("the first policy that fits holds, and says what it was chosen by") {
    Policy own = named(1);
    own.customers = {CustomerId{7}};
    own.types = {TicketType::incident, TicketType::request};
    Policy printers = named(2);
    printers.categories = {CategoryId{30}};
    Policy urgent = named(3);
    urgent.priorities = {Priority::critical};
    const std::vector<Policy> policies{own, printers, urgent, named(4)};

    const auto place = [&](const Terms& terms) { return choose(policies, terms)->place; };
    CHECK(place(terms_of(7)) == 0);
    CHECK(place(terms_of(7, TicketType::task)) == 3);
    CHECK(place(terms_of(8)) == 3);
    CHECK(place(terms_of(8, TicketType::incident, Priority::critical)) == 2);
    // A category below the one that is named.
    Terms terms = terms_of(8, TicketType::incident, Priority::critical);
    terms.categories = {CategoryId{31}, CategoryId{30}};
    CHECK(place(terms) == 1);
    const auto choice = choose(policies, terms_of(7));
    CHECK(choice->by_customer);
    CHECK(choice->by_type);
    CHECK_FALSE(choice->by_category);
    CHECK_FALSE(choice->by_priority);
    CHECK_FALSE(choose({own}, terms_of(8)));
}

TEST_CASE("a goal of a priority goes before that of all") {
    Policy policy = named(1);
    policy.goals = {
        {.target = Target::resolution, .goal = {.minutes = Minutes{240}}},
        {.target = Target::resolution,
         .priority = Priority::high,
         .goal = {.minutes = Minutes{60}}},
        {.target = Target::update, .priority = Priority::high, .goal = {.minutes = Minutes{30}}}};
    CHECK(goal_of(policy, Target::resolution, Priority::low)->minutes == Minutes{240});
    CHECK(goal_of(policy, Target::resolution, Priority::high)->minutes == Minutes{60});
    CHECK(goal_of(policy, Target::update, Priority::high)->minutes == Minutes{30});
    CHECK_FALSE(goal_of(policy, Target::update, Priority::low));
    CHECK_FALSE(goal_of(policy, Target::first_response, Priority::high));
}

TEST_CASE("what is over is counted by the version of its end, unless a later one looks back") {
    const auto at = [](const char* text) { return *parse_time(text); };
    const auto on = [](const char* text) { return *parse_date(text); };
    const std::vector<PolicyVersion> versions{
        {.version = 1, .recorded_at = at("2026-03-01T10:00:00Z")},
        {.version = 2, .recorded_at = at("2026-05-01T10:00:00Z")},
        {.version = 3, .recorded_at = at("2026-06-01T10:00:00Z"), .also_since = on("2026-04-15")}};
    struct Case {
        const char* began;
        const char* ended;  // Nothing: it is open.
        std::int64_t version;
    };
    constexpr Case cases[] = {
        {"2026-02-01", nullptr, 3},
        {"2026-02-01", "2026-03-01T09:59:59Z", 0},
        {"2026-02-01", "2026-03-01T10:00:00Z", 1},
        {"2026-04-01", "2026-04-30T10:00:00Z", 1},
        {"2026-04-01", "2026-05-02T10:00:00Z", 2},
        {"2026-04-15", "2026-04-30T10:00:00Z", 3},
        {"2026-04-20", "2026-07-01T10:00:00Z", 3},
    };
    for (const Case& one : cases) {
        CAPTURE(one.began);
        Run run;
        if (one.ended != nullptr) run.ended_at = at(one.ended);
        const auto* const found = version_for(versions, run, on(one.began));
        CHECK((found == nullptr ? 0 : found->version) == one.version);
    }
    CHECK(version_for({}, Run{}, on("2026-04-15")) == nullptr);
}

TEST_CASE("a policy below one that takes everything it is for never holds") {
    Policy all = named(1);
    Policy own = named(2);
    own.customers = {CustomerId{7}};
    Policy two = named(3);
    two.customers = {CustomerId{7}, CustomerId{8}};
    Policy critical = named(4);
    critical.customers = {CustomerId{7}};
    critical.priorities = {Priority::critical};
    using Ids = std::vector<PolicyId>;
    CHECK(hidden_ones({own, all}) == Ids{});
    CHECK(hidden_ones({all, own}) == Ids{{2}});
    CHECK(hidden_ones({two, own, all}) == Ids{{2}});
    CHECK(hidden_ones({own, two, critical, all}) == Ids{{4}});
    CHECK(hidden_ones({critical, own}) == Ids{});
}

TEST_CASE("something is to be done at each share once, in order") {
    Policy policy = named(1);
    policy.reactions = {{.percent = 100, .kind = ReactionKind::escalate},
                        {.target = Target::resolution, .percent = 50},
                        {.target = Target::update, .percent = 20},
                        {.percent = 100, .kind = ReactionKind::inform}};
    CHECK(percents_of(policy, Target::resolution) == std::vector<int>{50, 100});
    CHECK(percents_of(policy, Target::update) == std::vector<int>{20, 100});
    CHECK(percents_of(policy, Target::first_response) == std::vector<int>{100});
}

TEST_CASE("faults of a list of policies are all named, each at its place") {
    PolicyWish good{.name = "Wszyscy"};
    good.goals = {{.goal = {.kind = GoalKind::end_of_day, .days = 1, .by = Minutes{720}}}};
    CHECK(errors_in({.policies = {good}}).empty());
    PolicyWish same = good;
    same.name = " WSZYSCY ";
    const auto errors = errors_in({.policies = {good, same}});
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].pointer == "/policies/1/name");
    CHECK(errors[0].reason == policy_name_taken.name);
    // One after the other is in sla.scene.
}

}  // namespace
}  // namespace ogniwo::sla
