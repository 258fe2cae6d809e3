#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tiers/structure_api.hpp"
#include "tiers/timed_rule_service.hpp"

namespace ogniwo::tiers {
namespace {

constexpr int code_most = 40;

template <class Rule>
void add_rule(Fields& fields, Rule& rule) {
    fields("counts", rule.counts)
        .about("Since nobody of ours has touched the ticket, or since it came to the tier.");
    fields("minutes", rule.minutes).within(1, timed_minutes_most);
    fields("clock", rule.clock).about("By the clock, or while the hours of the tier run.");
    fields("action", rule.action)
        .about("Warn whoever has it, inform the lead, or escalate to the next tier it may go to.");
    fields("reason", rule.reason)
        .within(1, code_most)
        .about("To escalate for; without it, or where it is not allowed: timed.");
}

}  // namespace

void describe(Fields& fields, TimedRule& rule) {
    fields("id", rule.id);
    fields("version", rule.version);
    fields("tier", rule.tier);
    add_rule(fields, rule);
    fields("changedAt", rule.changed_at).about("What was late before is late from then on.");
}

void describe(Fields& fields, TimedRuleList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, AddTimedRule& wish) {
    fields("tier", wish.tier).within(1, highest_possible_tier);
    add_rule(fields, wish);
}

void describe(Fields& fields, EditTimedRule& wish) {
    fields("rule", wish.rule);
    fields("version", wish.version);
    add_rule(fields, wish);
}

void describe(Fields& fields, RetireTimedRule& wish) {
    fields("rule", wish.rule);
}

void describe(Fields& fields, TimedRuleSaved& saved) {
    fields("tier", saved.tier);
    fields("counts", saved.counts);
    fields("minutes", saved.minutes);
    fields("clock", saved.clock);
    fields("action", saved.action);
    fields("reason", saved.reason);
}

void describe(Fields&, TimedRuleRetired&) {}

void mount_timed_rules(Operations& operations) {
    operations.get("tiers.list_timed_rules", "/timed-rules", see, list_timed_rules, Nothing{})
        .about("What happens at a tier when a ticket is not touched, or stays for too long.");
    operations
        .post<AddTimedRule, TimedRuleList>("tiers.add_timed_rule",
                                           "/timed-rules",
                                           design,
                                           add_timed_rule,
                                           {.tier = 1,
                                            .counts = TimedCount::untouched,
                                            .minutes = 77,
                                            .clock = TimedClock::tier_hours,
                                            .action = TimedAction::inform})
        .about("A rule of a tier; each fires once while a ticket is there.");
    operations
        .patch<EditTimedRule, TimedRuleList>("tiers.edit_timed_rule",
                                             "/timed-rules/{rule}",
                                             design,
                                             edit_timed_rule,
                                             {.rule = {1}, .version = 1, .minutes = 120})
        .about("Other minutes or another action; tickets are counted anew.");
    operations
        .del<RetireTimedRule, TimedRuleList>("tiers.retire_timed_rule",
                                             "/timed-rules/{rule}",
                                             design,
                                             retire_timed_rule,
                                             {.rule = {1}})
        .about("It fires no more.");
}

}  // namespace ogniwo::tiers
