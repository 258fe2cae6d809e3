#pragma once

// What is credited for promises that were missed. Pure.

#include <cstddef>
#include <optional>
#include <vector>

#include "sla/contract_types.hpp"

namespace ogniwo::sla {

// The rule of this target, or the one for all that have none of their own.
const CreditRule* rule_for(const Contract& contract, Target target);

// Hours that have begun; none for what is not late at all.
int started_hours(Microseconds over);

// Of one promise that was missed by so much; percentages are of the monthly fee, which is there.
Money credit_of(const Contract& contract, const CreditRule& rule, Microseconds over);

// The most that is credited to one customer in a month.
std::optional<Money> most_of(const Contract& contract);

// What of it may still be credited where so much was already. Of other currencies than the most:
// all of it.
Money within_most(Money computed, const std::optional<Money>& most, Money already);

// One sum for each currency, in the order of their names.
void add_to(std::vector<Money>& sums, Money money);

// What is wrong with a contract, as places within it and reasons.
struct ContractFault {
    std::string pointer{};
    std::string_view reason{};
};
std::vector<ContractFault> faults_of(const Contract& contract);

}  // namespace ogniwo::sla
