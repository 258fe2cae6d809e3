#include "tiers/timed_rule_service.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "people/service.hpp"
#include "storage/timers.hpp"
#include "tiers/duty_store.hpp"
#include "tiers/service.hpp"
#include "tiers/timed_rule_rules.hpp"
#include "tiers/timed_rule_store.hpp"

namespace ogniwo::tiers {
namespace {

About about(const TimedRule& rule) {
    return {.kind = "timed_rule", .id = rule.id.value, .version = rule.version};
}

void record_saved(Work& work, const TimedRule& rule) {
    work.record(TimedRuleSaved{.tier = rule.tier,
                               .counts = rule.counts,
                               .minutes = rule.minutes,
                               .clock = rule.clock,
                               .action = rule.action,
                               .reason = rule.reason},
                about(rule));
    timed_rules_changed(work, rule.tier);
}

Outcome knows_reason(Tx& tx, const TimedRule& rule) {
    if (!rule.reason || *rule.reason == timed_reason || is_reason(tx, *rule.reason)) {
        return Nothing{};
    }
    return Error{.reason = invalid_fields, .fields = {{"/reason", reason_unknown.name, {}}}};
}

}  // namespace

Result<TimedRuleList> list_timed_rules(const View& view, const Nothing&) {
    return TimedRuleList{.items = store::list_timed_rules(view.tx)};
}

Result<TimedRuleList> add_timed_rule(Work& work, const AddTimedRule& wish) {
    // Nothing in a tier that is retired, either.
    if (!first_queue(work.tx, wish.tier)) {
        return Error{.reason = invalid_fields, .fields = {{"/tier", tier_unknown.name, {}}}};
    }
    (void)store::claim_tier(work.tx, wish.tier);
    TimedRule rule{.tier = wish.tier,
                   .counts = wish.counts,
                   .minutes = wish.minutes,
                   .clock = wish.clock,
                   .action = wish.action,
                   .reason = wish.reason,
                   .changed_at = work.happened_at.value_or(work.now)};
    const auto others = store::list_timed_rules_of(work.tx, wish.tier);
    TRY_DO(check_timed_rule(rule, others));
    TRY_DO(knows_reason(work.tx, rule));
    if (others.size() >= timed_rules_most) {
        return Error{.reason = timed_rules_too_many,
                     .shown = {{"most", std::to_string(timed_rules_most)}}};
    }
    rule.id = store::insert_timed_rule(work.tx, rule);
    record_saved(work, rule);
    return list_timed_rules(work, {});
}

Result<TimedRuleList> edit_timed_rule(Work& work, const EditTimedRule& wish) {
    const auto known = store::find_timed_rule(work.tx, wish.rule);
    if (!known) return missing;
    (void)store::claim_tier(work.tx, known->tier);
    TimedRule rule = *known;
    rule.version = wish.version;
    rule.counts = wish.counts.value_or(rule.counts);
    rule.minutes = wish.minutes.value_or(rule.minutes);
    rule.clock = wish.clock.value_or(rule.clock);
    rule.action = wish.action.value_or(rule.action);
    rule.reason = wish.reason.value_or(rule.reason);
    rule.changed_at = work.happened_at.value_or(work.now);
    // One that does not escalate any more has no reason to.
    if (rule.action != TimedAction::escalate && !wish.reason) rule.reason.reset();
    TRY_DO(check_timed_rule(rule, store::list_timed_rules_of(work.tx, rule.tier)));
    TRY_DO(knows_reason(work.tx, rule));
    if (!store::update_timed_rule(work.tx, rule)) return stale;
    ++rule.version;
    record_saved(work, rule);
    return list_timed_rules(work, {});
}

Result<TimedRuleList> retire_timed_rule(Work& work, const RetireTimedRule& wish) {
    auto rule = store::find_timed_rule(work.tx, wish.rule);
    if (!rule || !store::retire_timed_rule(work.tx, wish.rule, work.now)) return missing;
    ++rule->version;
    work.record(TimedRuleRetired{}, about(*rule));
    timed_rules_changed(work, rule->tier);
    return list_timed_rules(work, {});
}

std::vector<TimedRule> timed_rules_of(Tx& tx, int tier) {
    return store::list_timed_rules_of(tx, tier);
}

std::optional<Time> timed_due(Tx& tx,
                              const TimedRule& rule,
                              Time since,
                              const std::vector<Pause>& pauses) {
    if (rule.clock == TimedClock::always) return due_of(rule, {since, pauses}, {}, "UTC");
    const auto hours = store::find_hours(tx, rule.tier);
    return due_of(rule,
                  {since, pauses},
                  hours ? hours->hours : std::vector<WeekSpan>{},
                  people::company_zone(tx));
}

void timed_rules_changed(Work& work, int tier) {
    if (work.origin == Origin::demo) return;  // Its tickets come later, and count for themselves.
    timers::set(work.tx, timed_rules_timer, tier, work.now);
}

}  // namespace ogniwo::tiers
