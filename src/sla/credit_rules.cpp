#include "sla/credit_rules.hpp"

#include <algorithm>
#include <set>

#include "base/check.hpp"
#include "base/text.hpp"

namespace ogniwo::sla {
namespace {

constexpr std::int64_t hundred = 100;
// An amount that any currency of ours has use for, and whose products still fit 64 bits.
constexpr std::int64_t amount_most = 100'000'000'00;

bool is_amount(const Money& money) {
    return money.minor > 0 && money.minor <= amount_most;
}

// Within the limits of amounts, hours and hundredths nothing overflows.
Money certain(const Result<Money>& money) {
    INVARIANT(static_cast<bool>(money));
    return *money;
}

class Finder {
public:
    explicit Finder(const Contract& contract) : contract_(contract) {}

    std::vector<ContractFault> find() {
        if (trim(contract_.name).empty()) add("/name", contract_name_missing);
        const auto& fee = contract_.monthly_fee;
        if (fee && !is_amount(*fee)) add("/monthlyFee/minor", money_not_positive);
        if (contract_.most && !fee) add("/most", credit_without_fee);
        for (std::size_t i = 0; i < contract_.credits.size(); ++i) {
            find(contract_.credits[i], "/credits/" + std::to_string(i));
        }
        return std::move(faults_);
    }

private:
    void find(const CreditRule& rule, const std::string& at) {
        if (!targets_.insert(rule.target).second) add(at + "/target", credit_doubled);
        if (rule.amount.has_value() == rule.percent.has_value()) {
            add(at + "/amount", credit_incomplete);
            return;
        }
        const auto& fee = contract_.monthly_fee;
        if (rule.percent && !fee) add(at + "/percent", credit_without_fee);
        if (rule.amount && !is_amount(*rule.amount)) add(at + "/amount/minor", money_not_positive);
        if (rule.amount && fee && rule.amount->currency != fee->currency) {
            add(at + "/amount/currency", credit_currency);
        }
    }

    void add(std::string pointer, const Reason& reason) {
        faults_.push_back({std::move(pointer), reason.name});
    }

    const Contract& contract_;
    std::set<std::optional<Target>> targets_{};
    std::vector<ContractFault> faults_{};
};

}  // namespace

const CreditRule* rule_for(const Contract& contract, Target target) {
    const CreditRule* for_all = nullptr;
    for (const CreditRule& rule : contract.credits) {
        if (rule.target == target) return &rule;
        if (!rule.target) for_all = &rule;
    }
    return for_all;
}

int started_hours(Microseconds over) {
    const auto hours = std::chrono::ceil<std::chrono::hours>(std::max(over, Microseconds{0}));
    return static_cast<int>(hours.count());
}

Money credit_of(const Contract& contract, const CreditRule& rule, Microseconds over) {
    INVARIANT(rule.amount || (rule.percent && contract.monthly_fee));
    const Money once =
        rule.amount ? *rule.amount : certain(share(*contract.monthly_fee, *rule.percent, hundred));
    return rule.per == CreditPer::breach ? once : certain(times(once, started_hours(over)));
}

std::optional<Money> most_of(const Contract& contract) {
    if (!contract.most || !contract.monthly_fee) return std::nullopt;
    return certain(share(*contract.monthly_fee, *contract.most, hundred));
}

Money within_most(Money computed, const std::optional<Money>& most, Money already) {
    if (!most || most->currency != computed.currency) return computed;
    const std::int64_t used = already.currency == most->currency ? already.minor : 0;
    return {std::clamp<std::int64_t>(most->minor - used, 0, computed.minor), computed.currency};
}

void add_to(std::vector<Money>& sums, Money money) {
    const auto place = std::ranges::lower_bound(sums, money.currency, {}, &Money::currency);
    if (place == sums.end() || place->currency != money.currency) {
        sums.insert(place, money);
    } else {
        *place = certain(add(*place, money));
    }
}

std::vector<ContractFault> faults_of(const Contract& contract) {
    return Finder(contract).find();
}

}  // namespace ogniwo::sla
