#pragma once

// Policies: what is promised to whom, and how it is counted.
//
// Policies stand in an order, and the first one whose conditions a matter meets is the one that
// holds: a customer's own above those for everybody. It says a goal per target, for all priorities
// or for each. Whatever is decided about policies is a new version of the whole order, which is
// kept for ever: what is over was counted by the version of its end, unless a later version says
// that it also holds for what began on or after a day of the past.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/right.hpp"
#include "calendars/types.hpp"
#include "sla/clock_types.hpp"
#include "sla/contract_types.hpp"
#include "storage/work.hpp"

namespace ogniwo::sla {

using calendars::CalendarId;
using PolicyId = Id<struct PolicyTag>;

inline constexpr std::size_t policies_most = 200;
inline constexpr std::size_t conditions_most = 500;
inline constexpr int goal_minutes_most = 60 * 24 * 366;
inline constexpr int goal_days_most = 260;
inline constexpr int share_most = 1'000;
inline constexpr std::int64_t policy_letters_most = 80;

// A goal without a priority is that of all that have none of their own.
struct PolicyGoal {
    Target target = Target::resolution;
    std::optional<Priority> priority{};
    Goal goal{};

    friend bool operator==(const PolicyGoal&, const PolicyGoal&) = default;
};
void describe(Fields& fields, PolicyGoal& goal);

// Warn: whoever has the ticket, or is on duty at its tier. Inform: who leads. Raise: to the next
// priority. Escalate: to a tier, or to the next one that may be reached. Where the last two cannot
// be done, who leads is informed.
enum class ReactionKind { warn, inform, raise, escalate };
constexpr auto names(ReactionKind) {
    return enum_names("warn", "inform", "raise", "escalate");
}

// At so many hundredths of the promise; 100 is the breach.
struct Reaction {
    std::optional<Target> target{};  // Nothing: all of them.
    int percent = 100;
    ReactionKind kind = ReactionKind::warn;
    std::optional<int> tier{};  // Of an escalation; nothing: the next one.

    friend bool operator==(const Reaction&, const Reaction&) = default;
};
void describe(Fields& fields, Reaction& reaction);
inline constexpr int percent_most = 300;
inline constexpr std::size_t reactions_most = 30;

// Of a wait for the customer, in working days: when they are reminded, and when it is closed. At
// the time of the day at which it began, or with the next working hours after that.
struct WaitingSteps {
    std::optional<int> remind_after_days{};
    std::optional<int> close_after_days{};

    friend bool operator==(const WaitingSteps&, const WaitingSteps&) = default;
};
void describe(Fields& fields, WaitingSteps& steps);

struct Policy {
    PolicyId id{};
    std::string name{};
    // Of each kind, one of these must fit. None: everybody's, of every sort.
    std::vector<CustomerId> customers{};
    std::vector<TicketType> types{};
    std::vector<CategoryId> categories{};  // And what lies below them.
    std::vector<Priority> priorities{};
    std::optional<CalendarId> calendar{};  // Nothing: the desk's own.
    std::vector<PolicyGoal> goals{};
    CountingRules counting{};
    std::vector<Reaction> reactions{};
    std::optional<WaitingSteps> waiting{};
    std::optional<Contract> contract{};

    friend bool operator==(const Policy&, const Policy&) = default;
};
void describe(Fields& fields, Policy& policy);

// All policies of one moment, the first that fits first.
struct PolicyList {
    std::int64_t version = 1;
    std::vector<Policy> items{};
    // Which of them never hold, since one above takes all that they are for.
    std::vector<PolicyId> hidden{};
};
void describe(Fields& fields, PolicyList& list);

// The first that fits, by its place; and why: which of its conditions were asked at all.
struct Choice {
    std::size_t place = 0;
    bool by_customer = false;
    bool by_type = false;
    bool by_category = false;
    bool by_priority = false;
};

// What was decided, when, and for what that was over by then.
struct PolicyVersion {
    std::int64_t version = 1;
    Time recorded_at{};
    std::optional<Date> also_since{};
    std::vector<Policy> policies{};
};

// --- Wishes -----------------------------------------------------------------------------------

struct ListPolicies {
    std::optional<std::int64_t> version{};  // Nothing: that of now.
};
void describe(Fields& fields, ListPolicies& wish);

// Without an id: a new one.
struct PolicyWish {
    std::optional<PolicyId> id{};
    std::string name{};
    std::optional<std::vector<CustomerId>> customers{};
    std::optional<std::vector<TicketType>> types{};
    std::optional<std::vector<CategoryId>> categories{};
    std::optional<std::vector<Priority>> priorities{};
    std::optional<CalendarId> calendar{};
    std::vector<PolicyGoal> goals{};
    std::optional<CountingRules> counting{};
    std::optional<std::vector<Reaction>> reactions{};
    std::optional<WaitingSteps> waiting{};
    std::optional<Contract> contract{};
};
void describe(Fields& fields, PolicyWish& wish);

// All of them, in their order: which are missing are no more.
struct SavePolicies {
    std::int64_t version = 0;
    std::vector<PolicyWish> policies{};
    // Also for what began on this day or later and is over, whatever it was promised then.
    std::optional<Date> also_since{};
};
void describe(Fields& fields, SavePolicies& wish);

// --- Events -----------------------------------------------------------------------------------

// The order after it; names are texts of the event, "name.1" being that of policy 1, and
// "contract.1" that of its contract.
struct PoliciesSaved {
    static constexpr std::string_view name = "sla.policies_saved";
    static constexpr int schema = 1;

    std::optional<Date> also_since{};
    std::vector<Policy> policies{};
};
void describe(Fields& fields, PoliciesSaved& event);

inline constexpr Right see_policies{"sla.see_policies"};
inline constexpr Right edit_policies{"sla.edit_policies"};

inline constexpr Reason policy_name_missing{Refusal::invalid, "sla.policy_name_missing"};
inline constexpr Reason policy_name_taken{Refusal::invalid, "sla.policy_name_taken"};
inline constexpr Reason policy_unknown{Refusal::invalid, "sla.policy_unknown"};
inline constexpr Reason policy_without_goal{Refusal::invalid, "sla.policy_without_goal"};
inline constexpr Reason goal_doubled{Refusal::invalid, "sla.goal_doubled"};
inline constexpr Reason goal_incomplete{Refusal::invalid, "sla.goal_incomplete"};
inline constexpr Reason goal_superfluous{Refusal::invalid, "sla.goal_superfluous"};
inline constexpr Reason workaround_goal_missing{Refusal::invalid, "sla.workaround_goal_missing"};
inline constexpr Reason workaround_goal_superfluous{Refusal::invalid,
                                                    "sla.workaround_goal_superfluous"};
inline constexpr Reason share_doubled{Refusal::invalid, "sla.share_doubled"};
inline constexpr Reason reaction_doubled{Refusal::invalid, "sla.reaction_doubled"};
inline constexpr Reason reaction_tier_superfluous{Refusal::invalid,
                                                  "sla.reaction_tier_superfluous"};
inline constexpr Reason waiting_closes_first{Refusal::invalid, "sla.waiting_closes_first"};
inline constexpr Reason customer_unknown{Refusal::invalid, "sla.customer_unknown"};
inline constexpr Reason category_unknown{Refusal::invalid, "sla.category_unknown"};
inline constexpr Reason calendar_unknown{Refusal::invalid, "sla.calendar_unknown"};
inline constexpr Reason since_in_future{Refusal::invalid, "sla.since_in_future"};

}  // namespace ogniwo::sla
