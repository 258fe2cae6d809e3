#pragma once

// What contracts give back: proposals, and what our owner decides about them.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "sla/credit_types.hpp"
#include "storage/work.hpp"

namespace ogniwo::sla {

// Of the promises missed in a month by the contracts that held. What was granted counts first
// towards the most of a month, then what is proposed, in the order in which the clocks ended.
Result<CreditList> read_credits(const View& view, const ReadCredits& wish);

// Refused where the credit is another by now than the reader saw, and where something was decided:
// that is taken back first.
Result<Credit> decide_credit(Work& work, const DecideCredit& wish);

// --- For slices above ------------------------------------------------------------------------

// Whether a clock that was missed just now is credited by its contract.
bool is_credited(Tx& tx, std::int64_t policy_version, PolicyId policy, Target target);

// How tickets are called, for this reader; those that they may not see are absent.
struct TicketName {
    std::int64_t number = 0;
    std::string subject{};
};
using TicketNames =
    std::function<std::map<std::int64_t, TicketName>(const View&, std::vector<std::int64_t>)>;
void on_ticket_names(TicketNames names);

}  // namespace ogniwo::sla
