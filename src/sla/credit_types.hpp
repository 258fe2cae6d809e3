#pragma once

// Credits: what a contract gives back for a promise that was missed.
//
// They are calculated by the contract that held when the promise was missed, and proposed; our
// owner grants or refuses each. What was decided stays as it was, in the month of the miss,
// whatever becomes of the clock later; what was not follows its clock.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sla/contract_types.hpp"
#include "sla/policy_types.hpp"

namespace ogniwo::sla {

inline constexpr int credits_most = 1'000;
inline constexpr std::int64_t credit_note_letters_most = 500;

enum class CreditState { proposed, granted, refused };
constexpr auto names(CreditState) {
    return enum_names("proposed", "granted", "refused");
}

struct ReadCredits {
    int year = 2026;  // Of the moment at which the clock ended, by our company's calendar.
    int month = 1;
    std::optional<CustomerId> customer{};
};
void describe(Fields& fields, ReadCredits& wish);

struct CreditDecision {
    Money amount{};
    std::optional<std::string> note{};
    PersonId by{};
    std::optional<std::string> by_name{};
    Time at{};
};
void describe(Fields& fields, CreditDecision& decision);

struct Credit {
    std::int64_t ticket = 0;
    std::optional<std::int64_t> number{};  // Nothing: the reader may not see the ticket.
    std::optional<std::string> subject{};
    Target target = Target::resolution;
    int run = 1;
    CustomerId customer{};
    std::optional<std::string> customer_name{};
    PolicyId policy{};
    std::string contract{};
    Time ended_at{};
    Minutes over{};  // Beyond what was promised.
    CreditPer per = CreditPer::breach;
    std::optional<int> hours{};    // That had begun, where they are counted.
    std::optional<int> percent{};  // Of the monthly fee, where that is what is credited.
    Money computed{};              // Before the most of a month is looked at,
    Money amount{};                // and after.
    CreditState state = CreditState::proposed;
    std::optional<CreditDecision> decided{};
};
void describe(Fields& fields, Credit& credit);

struct CreditList {
    std::vector<Credit> items{};    // In the order in which the clocks ended.
    bool more = false;              // There are others; they are in the sums.
    std::vector<Money> proposed{};  // One for each currency.
    std::vector<Money> granted{};
    std::vector<Money> refused{};
};
void describe(Fields& fields, CreditList& list);

// `proposed` takes a decision back.
struct DecideCredit {
    std::int64_t ticket = 0;
    Target target = Target::resolution;
    int run = 1;
    CreditState decision = CreditState::granted;
    Money amount{};  // As it was seen.
    std::optional<std::string> note{};
};
void describe(Fields& fields, DecideCredit& wish);

struct SlaCreditDecided {  // note
    static constexpr std::string_view name = "sla.credit_decided";
    static constexpr int schema = 1;

    std::int64_t ticket = 0;
    Target target = Target::resolution;
    int run = 1;
    PolicyId policy{};
    CreditState decision = CreditState::granted;
    Money amount{};
};
void describe(Fields& fields, SlaCreditDecided& event);

inline constexpr Right decide_credits{"sla.decide_credits"};

inline constexpr Reason credit_changed{Refusal::conflict, "sla.credit_changed"};
inline constexpr Reason credit_decided_already{Refusal::conflict, "sla.credit_decided_already"};
inline constexpr Reason credit_note_missing{Refusal::invalid, "sla.credit_note_missing"};

}  // namespace ogniwo::sla
