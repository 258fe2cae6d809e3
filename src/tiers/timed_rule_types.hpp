#pragma once

// Timed rules of a tier: a ticket that nobody has touched for so long, or that has been at the tier
// for so long, is pointed out, told to the lead, or escalated.
//
// A rule is part of the structure and belongs to one tier. It counts by the clock, or only while
// the tier's hours run. What becomes of tickets is the business of the slice above: it asks here
// when a rule would be due, and is told by a timer when rules or hours have changed.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "tiers/types.hpp"

namespace ogniwo::tiers {

using TimedRuleId = Id<struct TimedRuleTag>;

inline constexpr std::size_t timed_rules_most = 20;       // Of one tier.
inline constexpr int timed_minutes_most = 60 * 24 * 180;  // Half a year.

// Untouched: nobody of ours did anything since the ticket came or its customer wrote.
enum class TimedCount { untouched, at_tier };
constexpr auto names(TimedCount) {
    return enum_names("untouched", "at_tier");
}

// Hours of a tier without any run always.
enum class TimedClock { always, tier_hours };
constexpr auto names(TimedClock) {
    return enum_names("always", "tier_hours");
}

// Warn whoever has the ticket, inform who leads, or move it to the next tier that it may go to.
enum class TimedAction { warn, inform, escalate };
constexpr auto names(TimedAction) {
    return enum_names("warn", "inform", "escalate");
}

// Why the product itself escalates, where the rule names no reason or one that is not allowed now.
inline constexpr std::string_view timed_reason = "timed";

// A stretch of which nothing counts.
struct Pause {
    Time from{};
    Time to{};

    friend bool operator==(const Pause&, const Pause&) = default;
};

struct TimedRule {
    TimedRuleId id{};
    std::int64_t version = 1;
    int tier = 1;
    TimedCount counts = TimedCount::untouched;
    int minutes = 60;
    TimedClock clock = TimedClock::always;
    TimedAction action = TimedAction::warn;
    std::optional<std::string> reason{};  // To escalate for, if the move allows it.
    Time changed_at{};
};
void describe(Fields& fields, TimedRule& rule);

struct TimedRuleList {
    std::vector<TimedRule> items{};  // By tier, the oldest first; at most 20 of each.
};
void describe(Fields& fields, TimedRuleList& list);

struct AddTimedRule {
    int tier = 1;
    TimedCount counts = TimedCount::untouched;
    int minutes = 60;
    TimedClock clock = TimedClock::always;
    TimedAction action = TimedAction::warn;
    std::optional<std::string> reason{};
};
void describe(Fields& fields, AddTimedRule& wish);

struct EditTimedRule {
    TimedRuleId rule{};
    std::int64_t version = 1;
    std::optional<TimedCount> counts{};
    std::optional<int> minutes{};
    std::optional<TimedClock> clock{};
    std::optional<TimedAction> action{};
    std::optional<std::optional<std::string>> reason{};
};
void describe(Fields& fields, EditTimedRule& wish);

struct RetireTimedRule {
    TimedRuleId rule{};
};
void describe(Fields& fields, RetireTimedRule& wish);

// Subject: `timed_rule`.
struct TimedRuleSaved {
    static constexpr std::string_view name = "tiers.timed_rule_saved";
    static constexpr int schema = 1;

    int tier = 1;
    TimedCount counts = TimedCount::untouched;
    int minutes = 60;
    TimedClock clock = TimedClock::always;
    TimedAction action = TimedAction::warn;
    std::optional<std::string> reason{};
};
void describe(Fields& fields, TimedRuleSaved& saved);

struct TimedRuleRetired {
    static constexpr std::string_view name = "tiers.timed_rule_retired";
    static constexpr int schema = 1;
};
void describe(Fields& fields, TimedRuleRetired& retired);

inline constexpr Reason tier_unknown{Refusal::invalid, "tiers.tier_unknown"};
inline constexpr Reason timed_rules_too_many{Refusal::conflict, "tiers.timed_rules_too_many"};
inline constexpr Reason timed_rule_doubled{Refusal::conflict, "tiers.timed_rule_doubled"};
inline constexpr Reason reason_superfluous{Refusal::invalid, "tiers.reason_superfluous"};

}  // namespace ogniwo::tiers
