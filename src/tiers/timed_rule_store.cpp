#include "tiers/timed_rule_store.hpp"

namespace ogniwo::tiers::store {
namespace {

#define OGNIWO_RULE_COLUMNS \
    " id, version, tier, counts, minutes, clock, action, reason, changed_at "

const Sql list_timed_rules_sql{"tiers.list_timed_rules",
                               "SELECT" OGNIWO_RULE_COLUMNS
                               "FROM tier_timed_rule WHERE retired_at IS NULL ORDER BY tier, id"};

const Sql list_timed_rules_of_sql{"tiers.list_timed_rules_of",
                                  "SELECT" OGNIWO_RULE_COLUMNS
                                  "FROM tier_timed_rule"
                                  " WHERE tier = $1 AND retired_at IS NULL ORDER BY id"};

const Sql find_timed_rule_sql{"tiers.find_timed_rule",
                              "SELECT" OGNIWO_RULE_COLUMNS
                              "FROM tier_timed_rule WHERE id = $1 AND retired_at IS NULL"};

#undef OGNIWO_RULE_COLUMNS

const Sql insert_timed_rule_sql{"tiers.insert_timed_rule", R"sql(
    INSERT INTO tier_timed_rule (version, tier, counts, minutes, clock, action, reason, changed_at)
    VALUES (1, $1, $2, $3, $4, $5, $6, $7)
    RETURNING id
)sql"};

const Sql update_timed_rule_sql{"tiers.update_timed_rule", R"sql(
    UPDATE tier_timed_rule
       SET version = version + 1, counts = $3, minutes = $4, clock = $5, action = $6, reason = $7,
           changed_at = $8
     WHERE id = $1 AND version = $2 AND retired_at IS NULL
)sql"};

const Sql retire_timed_rule_sql{"tiers.retire_timed_rule", R"sql(
    UPDATE tier_timed_rule SET version = version + 1, retired_at = $2
     WHERE id = $1 AND retired_at IS NULL
)sql"};

TimedRule read_rule(const Row& row) {
    return {.id = row.get<TimedRuleId>("id"),
            .version = row.get<std::int64_t>("version"),
            .tier = row.get<int>("tier"),
            .counts = row.get<TimedCount>("counts"),
            .minutes = row.get<int>("minutes"),
            .clock = row.get<TimedClock>("clock"),
            .action = row.get<TimedAction>("action"),
            .reason = row.get<std::optional<std::string>>("reason"),
            .changed_at = row.get<Time>("changed_at")};
}

}  // namespace

std::vector<TimedRule> list_timed_rules(Tx& tx) {
    return tx.all(read_rule, list_timed_rules_sql);
}

std::vector<TimedRule> list_timed_rules_of(Tx& tx, int tier) {
    return tx.all(read_rule, list_timed_rules_of_sql, tier);
}

std::optional<TimedRule> find_timed_rule(Tx& tx, TimedRuleId rule) {
    return tx.find(read_rule, find_timed_rule_sql, rule);
}

TimedRuleId insert_timed_rule(Tx& tx, const TimedRule& rule) {
    return tx.one<TimedRuleId>(insert_timed_rule_sql,
                               rule.tier,
                               rule.counts,
                               rule.minutes,
                               rule.clock,
                               rule.action,
                               rule.reason,
                               rule.changed_at);
}

bool update_timed_rule(Tx& tx, const TimedRule& rule) {
    return tx.run(update_timed_rule_sql,
                  rule.id,
                  rule.version,
                  rule.counts,
                  rule.minutes,
                  rule.clock,
                  rule.action,
                  rule.reason,
                  rule.changed_at) == 1;
}

bool retire_timed_rule(Tx& tx, TimedRuleId rule, Time now) {
    return tx.run(retire_timed_rule_sql, rule, now) == 1;
}

}  // namespace ogniwo::tiers::store
