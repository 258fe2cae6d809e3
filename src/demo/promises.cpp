#include "demo/promises.hpp"

#include "people/service.hpp"
#include "sla/service.hpp"

namespace ogniwo::demo {
namespace {

using sla::GoalKind;
using sla::Priority;
using sla::Target;
using std::chrono::hours;

constexpr int under_contract = 2;
constexpr Minutes noon = hours{12};

sla::Goal working(Minutes minutes) {
    return {.kind = GoalKind::working_time, .minutes = minutes};
}

Money zloty(std::int64_t whole) {
    return {whole * 100, Currency::pln};
}

// Three tiers use one promise: most of it is meant for those above the first line.
sla::CountingRules shared_out() {
    return {.shares = {{1, 2}, {2, 4}, {3, 4}}};
}

sla::PolicyWish contract(std::vector<CustomerId> customers) {
    sla::PolicyWish policy{.name = "Umowa serwisowa", .customers = std::move(customers)};
    policy.goals = {
        {.target = Target::first_response, .goal = working(hours{1})},
        {.target = Target::next_response, .goal = working(hours{2})},
        {.target = Target::resolution, .goal = working(hours{8})},
        {.target = Target::resolution, .priority = Priority::high, .goal = working(hours{4})},
        {.target = Target::resolution,
         .priority = Priority::critical,
         .goal = {.kind = GoalKind::elapsed_time, .minutes = hours{4}}}};
    policy.counting = shared_out();
    policy.reactions = std::vector<sla::Reaction>{
        {.percent = 75, .kind = sla::ReactionKind::warn},
        {.target = Target::resolution, .percent = 100, .kind = sla::ReactionKind::inform}};
    policy.waiting = sla::WaitingSteps{.remind_after_days = 3, .close_after_days = 10};
    policy.contract = sla::Contract{
        .name = "Opieka 24",
        .monthly_fee = zloty(2'400),
        .most = 20,
        .credits = {
            {.target = Target::first_response, .amount = zloty(50)},
            {.target = Target::resolution, .per = sla::CreditPer::started_hour, .percent = 1}}};
    return policy;
}

sla::PolicyWish for_everybody() {
    sla::PolicyWish policy{.name = "Wszyscy klienci"};
    policy.goals = {
        {.target = Target::first_response,
         .goal = {.kind = GoalKind::end_of_day, .days = 1, .by = noon}},
        {.target = Target::resolution, .goal = {.kind = GoalKind::end_of_day, .days = 10}}};
    policy.counting = shared_out();
    policy.reactions = std::vector<sla::Reaction>{{.percent = 90, .kind = sla::ReactionKind::warn}};
    return policy;
}

}  // namespace

Outcome add_promises(Work& work, Date since) {
    people::ListCustomers wish;
    wish.limit = under_contract;
    TRY(const auto customers, people::list_customers(work, wish));
    std::vector<CustomerId> first;
    for (const auto& customer : customers.items) first.push_back(customer.customer);
    return done(sla::save_policies(work,
                                   {.version = 1,
                                    .policies = {contract(std::move(first)), for_everybody()},
                                    .also_since = since}));
}

}  // namespace ogniwo::demo
