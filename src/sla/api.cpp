#include "sla/api.hpp"

#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "sla/document.hpp"
#include "sla/service.hpp"

namespace ogniwo::sla {
namespace {

constexpr std::int64_t conditions_of_a_kind = static_cast<std::int64_t>(conditions_most);
constexpr std::int64_t goals_most = 40;
constexpr std::int64_t shares_most = 20;
constexpr std::int64_t minutes_of_day = 1440;
constexpr std::int64_t tier_most = 20;

SavePolicies sample_policies() {
    SavePolicies wish{.version = 1};
    PolicyWish policy{.name = "Umowa serwisowa"};
    policy.goals = {
        {.target = Target::first_response,
         .goal = {.kind = GoalKind::working_time, .minutes = Minutes{60}}},
        {.target = Target::resolution,
         .priority = Priority::critical,
         .goal = {.kind = GoalKind::elapsed_time, .minutes = Minutes{240}}},
        {.target = Target::resolution, .goal = {.kind = GoalKind::end_of_day, .days = 1}},
    };
    policy.counting = CountingRules{.shares = {{1, 2}, {2, 3}, {3, 5}}};
    policy.contract = Contract{.name = "12/2025",
                               .monthly_fee = Money{2'000'00, Currency::pln},
                               .most = 30,
                               .credits = {{.per = CreditPer::breach, .percent = 5}}};
    policy.reactions = std::vector<Reaction>{{.percent = 75, .kind = ReactionKind::warn},
                                             {.percent = 100, .kind = ReactionKind::inform}};
    wish.policies.push_back(std::move(policy));
    return wish;
}

}  // namespace

void describe(Fields& fields, Goal& goal) {
    fields("kind", goal.kind);
    fields("minutes", goal.minutes)
        .within(1, goal_minutes_most)
        .about("Of working or of elapsed time.");
    fields("days", goal.days)
        .within(0, goal_days_most)
        .about("By the end of the n-th working day after that of the report; 0: the same day.");
    fields("by", goal.by)
        .within(0, minutes_of_day)
        .about("Since midnight: whoever reports later counts as the next working day.");
}

void describe(Fields& fields, PolicyGoal& goal) {
    fields("target", goal.target);
    fields("priority", goal.priority).about("Absent: all that have no goal of their own.");
    fields("goal", goal.goal);
}

void describe(Fields& fields, TierShare& share) {
    fields("tier", share.tier).within(1, tier_most);
    fields("share", share.share)
        .within(0, share_most)
        .about("Of what is left when a ticket comes to the tier, beside the shares above it.");
}

void describe(Fields& fields, CountingRules& rules) {
    fields("pausesForCustomer", rules.pauses_for_customer).may_be_missing();
    fields("pausesForVendor", rules.pauses_for_vendor).may_be_missing();
    fields("pausesForOther", rules.pauses_for_other).may_be_missing();
    fields("workaround", rules.workaround)
        .may_be_missing()
        .about("What a workaround does to the time until the resolution.");
    fields("goalAfterWorkaround", rules.goal_after_workaround);
    fields("shares", rules.shares).at_most(shares_most).may_be_missing();
}

void describe(Fields& fields, Reaction& reaction) {
    fields("target", reaction.target).about("Absent: all of them.");
    fields("percent", reaction.percent)
        .within(1, percent_most)
        .about("Of the promise; 100 is the breach.");
    fields("kind", reaction.kind);
    fields("tier", reaction.tier)
        .within(1, tier_most)
        .about("Of an escalation. Absent: the next one that may be reached.");
}

void describe(Fields& fields, WaitingSteps& steps) {
    fields("remindAfterDays", steps.remind_after_days)
        .within(1, goal_days_most)
        .about("Working days after which the customer is reminded.");
    fields("closeAfterDays", steps.close_after_days)
        .within(1, goal_days_most)
        .about("Working days after which the ticket is closed.");
}

void describe(Fields& fields, Policy& policy) {
    fields("id", policy.id);
    fields("name", policy.name);
    fields("customers", policy.customers);
    fields("types", policy.types);
    fields("categories", policy.categories).about("And what lies below them.");
    fields("priorities", policy.priorities);
    fields("calendar", policy.calendar).about("Absent: the desk's own.");
    fields("goals", policy.goals);
    fields("counting", policy.counting);
    fields("reactions", policy.reactions);
    fields("waiting", policy.waiting);
    fields("contract", policy.contract);
}

void describe(Fields& fields, PolicyList& list) {
    fields("version", list.version);
    fields("items", list.items);
    fields("hidden", list.hidden)
        .about("Never hold, since one above them takes all that they are for.");
}

void describe(Fields& fields, PolicyDocument& document) {
    fields("policies", document.policies);
}

void describe(Fields& fields, ListPolicies& wish) {
    fields("version", wish.version).about("Absent: that of now.");
}

void describe(Fields& fields, PolicyWish& wish) {
    fields("id", wish.id).about("Absent: a new one.");
    fields("name", wish.name).within(1, policy_letters_most);
    fields("customers", wish.customers)
        .at_most(conditions_of_a_kind)
        .about("One of these must fit; absent or none: everybody's. So with the other three.");
    fields("types", wish.types).at_most(conditions_of_a_kind);
    fields("categories", wish.categories)
        .at_most(conditions_of_a_kind)
        .about("And what lies below them.");
    fields("priorities", wish.priorities).at_most(conditions_of_a_kind);
    fields("calendar", wish.calendar).about("Absent: the desk's own.");
    fields("goals", wish.goals).at_most(goals_most);
    fields("counting", wish.counting);
    fields("reactions", wish.reactions).at_most(static_cast<std::int64_t>(reactions_most));
    fields("waiting", wish.waiting).about("For the customer. Absent: nothing happens by itself.");
    fields("contract", wish.contract).about("Under which it is promised, with its credits.");
}

void describe(Fields& fields, SavePolicies& wish) {
    fields("version", wish.version);
    fields("policies", wish.policies)
        .at_most(static_cast<std::int64_t>(policies_most))
        .about("In their order: the first that fits holds. What is left out is no more.");
    fields("alsoSince", wish.also_since)
        .about("Also for what began on this day or later and is over.");
}

void describe(Fields& fields, PoliciesSaved& event) {
    fields("alsoSince", event.also_since);
    fields("policies", event.policies);
}

void mount(Operations& operations) {
    using people::Role;
    people::allow(see_policies, {Role::technician, Role::bookkeeper, Role::consultant});
    people::allow(edit_policies, {Role::administrator});
    operations.slice("sla", "What is promised to customers, and how it is kept.");
    operations
        .get<ListPolicies, PolicyList>(
            "sla.list_policies", "/sla/policies", see_policies, list_policies, ListPolicies{})
        .about(
            "The policies in their order, as they are or as they were; the version is the ETag.");
    operations
        .patch<SavePolicies, PolicyList>(
            "sla.save_policies", "/sla/policies", edit_policies, save_policies, sample_policies())
        .about("Puts another order of policies into force; open clocks are counted anew.");
    mount_reports(operations);
    mount_credits(operations);
}

}  // namespace ogniwo::sla
