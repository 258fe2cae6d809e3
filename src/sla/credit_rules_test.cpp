#include "sla/credit_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace ogniwo::sla {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

Money zloty(std::int64_t whole) {
    return {whole * 100, Currency::pln};
}

Contract with(std::vector<CreditRule> rules) {
    return {.name = "1/2026", .monthly_fee = zloty(1'000), .most = 30, .credits = std::move(rules)};
}

TEST_CASE("a target's own rule stands above the one for all") {
    const Contract contract =
        with({{.amount = zloty(10)}, {.target = Target::resolution, .amount = zloty(50)}});
    CHECK(rule_for(contract, Target::resolution)->amount == zloty(50));
    CHECK(rule_for(contract, Target::first_response)->amount == zloty(10));
    CHECK(rule_for(with({{.target = Target::update, .amount = zloty(1)}}), Target::resolution) ==
          nullptr);
    CHECK(rule_for(with({}), Target::resolution) == nullptr);
}

TEST_CASE("a credit is an amount or a share of the fee, once or for each hour that began") {
    struct Case {
        CreditRule rule{};
        Microseconds over{};
        std::int64_t minor = 0;
    };
    const CreditRule once{.amount = zloty(50)};
    const CreditRule hourly{.per = CreditPer::started_hour, .amount = zloty(50)};
    const CreditRule share{.percent = 5};
    const CreditRule share_hourly{.per = CreditPer::started_hour, .percent = 1};
    const Case cases[] = {
        {once, minutes{1}, 50'00},
        {once, hours{40}, 50'00},
        {hourly, minutes{1}, 50'00},
        {hourly, hours{1}, 50'00},
        {hourly, hours{1} + Microseconds{1}, 100'00},
        {hourly, minutes{121}, 150'00},
        {hourly, minutes{0}, 0},
        {share, minutes{1}, 50'00},
        {share_hourly, minutes{121}, 30'00},
    };
    for (const Case& one : cases) {
        const Contract contract = with({one.rule});
        CHECK(credit_of(contract, one.rule, one.over) == Money{one.minor, Currency::pln});
    }
    CHECK(started_hours(minutes{-5}) == 0);
}

TEST_CASE("no more is credited in a month than its most") {
    const auto most = most_of(with({}));
    REQUIRE(most == zloty(300));
    CHECK(within_most(zloty(200), most, zloty(0)) == zloty(200));
    CHECK(within_most(zloty(200), most, zloty(200)) == zloty(100));
    CHECK(within_most(zloty(200), most, zloty(300)) == zloty(0));
    // Granted under a most that was larger then.
    CHECK(within_most(zloty(200), most, zloty(400)) == zloty(0));
    CHECK(within_most(zloty(200), std::nullopt, zloty(400)) == zloty(200));
    CHECK(within_most(Money{5, Currency::eur}, most, zloty(400)) == Money{5, Currency::eur});
    CHECK_FALSE(most_of({.name = "1", .monthly_fee = zloty(1)}));
}

TEST_CASE("sums are kept by currency") {
    std::vector<Money> sums;
    add_to(sums, {5, Currency::eur});
    add_to(sums, {1, Currency::pln});
    add_to(sums, {2, Currency::eur});
    CHECK(sums == std::vector<Money>{{1, Currency::pln}, {7, Currency::eur}});
}

TEST_CASE("what is wrong with a contract is said with its place") {
    struct Case {
        Contract contract{};
        std::string pointer{};
        Reason reason = contract_name_missing;
    };
    const Money nothing{0, Currency::pln};
    const auto rule = [](CreditRule one) {
        return Contract{.name = "1", .monthly_fee = zloty(10), .credits = {one}};
    };
    const Case cases[] = {
        {{.name = " "}, "/name", contract_name_missing},
        {{.name = "1", .monthly_fee = nothing}, "/monthlyFee/minor", money_not_positive},
        {{.name = "1", .monthly_fee = zloty(100'000'001)}, "/monthlyFee/minor", money_not_positive},
        {{.name = "1", .most = 10}, "/most", credit_without_fee},
        {{.name = "1", .credits = {{.percent = 10}}}, "/credits/0/percent", credit_without_fee},
        {rule({}), "/credits/0/amount", credit_incomplete},
        {rule({.amount = zloty(1), .percent = 1}), "/credits/0/amount", credit_incomplete},
        {rule({.amount = Money{-1, Currency::pln}}), "/credits/0/amount/minor", money_not_positive},
        {rule({.amount = Money{1, Currency::eur}}), "/credits/0/amount/currency", credit_currency},
        {with({{.amount = zloty(1)}, {.percent = 1}}), "/credits/1/target", credit_doubled},
    };
    for (const Case& one : cases) {
        const auto faults = faults_of(one.contract);
        REQUIRE(faults.size() == 1);
        CHECK(faults.front().pointer == one.pointer);
        CHECK(faults.front().reason == one.reason.name);
    }
    CHECK(
        faults_of(with({{.amount = zloty(1)}, {.target = Target::update, .percent = 1}})).empty());
}

}  // namespace
}  // namespace ogniwo::sla
