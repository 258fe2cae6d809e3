#pragma once

// What a contract says beside its promises: its name, its price, and what is credited where a
// promise was missed. Credits are proposed to the owner (credit_types.hpp), never given by
// themselves.

#include <optional>
#include <string>
#include <vector>

#include "base/enum.hpp"
#include "base/money.hpp"
#include "base/result.hpp"
#include "sla/clock_types.hpp"

namespace ogniwo::sla {

inline constexpr int credit_percent_most = 100;
inline constexpr std::size_t credit_rules_most = 20;
inline constexpr std::int64_t contract_letters_most = 80;

// Once, or for each hour beyond the promise that has begun.
enum class CreditPer { breach, started_hour };
constexpr auto names(CreditPer) {
    return enum_names("breach", "started_hour");
}

// One of the two: an amount, or hundredths of the monthly fee.
struct CreditRule {
    std::optional<Target> target{};  // Nothing: all that have no rule of their own.
    CreditPer per = CreditPer::breach;
    std::optional<Money> amount{};
    std::optional<int> percent{};

    friend bool operator==(const CreditRule&, const CreditRule&) = default;
};
void describe(Fields& fields, CreditRule& rule);

struct Contract {
    std::string name{};
    std::optional<Money> monthly_fee{};
    // No more than so many hundredths of the monthly fee are credited to a customer in a month.
    std::optional<int> most{};
    std::vector<CreditRule> credits{};

    friend bool operator==(const Contract&, const Contract&) = default;
};
void describe(Fields& fields, Contract& contract);

inline constexpr Reason contract_name_missing{Refusal::invalid, "sla.contract_name_missing"};
inline constexpr Reason credit_incomplete{Refusal::invalid, "sla.credit_incomplete"};
inline constexpr Reason credit_without_fee{Refusal::invalid, "sla.credit_without_fee"};
inline constexpr Reason credit_doubled{Refusal::invalid, "sla.credit_doubled"};
inline constexpr Reason credit_currency{Refusal::invalid, "sla.credit_currency"};
inline constexpr Reason money_not_positive{Refusal::invalid, "sla.money_not_positive"};

}  // namespace ogniwo::sla
