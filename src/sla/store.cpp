#include "sla/store.hpp"

#include "base/json.hpp"
#include "sla/document.hpp"

namespace ogniwo::sla::store {
namespace {

const Sql list_versions_sql{"sla.list_versions", R"sql(
    SELECT version, recorded_at, also_since FROM sla_policy_version ORDER BY version
)sql"};

const Sql find_version_sql{"sla.find_version", R"sql(
    SELECT version, recorded_at, also_since, document FROM sla_policy_version WHERE version = $1
)sql"};

const Sql newest_version_sql{"sla.newest_version", R"sql(
    SELECT COALESCE(MAX(version), 1) FROM sla_policy_version
)sql"};

const Sql insert_version_sql{"sla.insert_version", R"sql(
    INSERT INTO sla_policy_version (version, recorded_at, also_since, document)
    VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
)sql"};

const Sql insert_policy_sql{"sla.insert_policy", R"sql(
    INSERT INTO sla_policy (created_at) VALUES ($1) RETURNING id
)sql"};

const Sql list_clocks_sql{"sla.list_clocks", R"sql(
    SELECT ticket, target, run, state, policy, policy_version, calendar, customer, priority, tier,
           started_at, ended_at, due_at, budget_us, spent_us, counted_at
      FROM sla_clock WHERE ticket BETWEEN $1 AND $2
)sql"};

const Sql save_clock_sql{"sla.save_clock", R"sql(
    INSERT INTO sla_clock (ticket, target, run, state, policy, policy_version, calendar, customer,
                           priority, tier, started_at, ended_at, due_at, budget_us, spent_us,
                           counted_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
    ON CONFLICT (ticket, target, run) DO UPDATE
       SET state = excluded.state, policy = excluded.policy,
           policy_version = excluded.policy_version, calendar = excluded.calendar,
           customer = excluded.customer, priority = excluded.priority, tier = excluded.tier,
           started_at = excluded.started_at, ended_at = excluded.ended_at,
           due_at = excluded.due_at, budget_us = excluded.budget_us, spent_us = excluded.spent_us,
           counted_at = excluded.counted_at
)sql"};

const Sql delete_clock_sql{"sla.delete_clock", R"sql(
    DELETE FROM sla_clock WHERE ticket = $1 AND target = $2 AND run = $3
)sql"};

const Sql list_stays_sql{"sla.list_stays", R"sql(
    SELECT ticket, run, tier, began_at, ended_at, budget_us, spent_us
      FROM sla_stay WHERE ticket BETWEEN $1 AND $2 ORDER BY ticket, run, place
)sql"};

const Sql delete_stays_sql{"sla.delete_stays", R"sql(
    DELETE FROM sla_stay WHERE ticket = $1
)sql"};

const Sql insert_stay_sql{"sla.insert_stay", R"sql(
    INSERT INTO sla_stay (ticket, run, place, tier, began_at, ended_at, budget_us, spent_us)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

const Sql list_reached_sql{"sla.list_reached", R"sql(
    SELECT target, run, percent FROM sla_reached WHERE ticket = $1
)sql"};

const Sql insert_reached_sql{"sla.insert_reached", R"sql(
    INSERT INTO sla_reached (ticket, target, run, percent, reached_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING
)sql"};

PolicyVersion read_version(const Row& row) {
    return {.version = row.get<std::int64_t>("version"),
            .recorded_at = row.get<Time>("recorded_at"),
            .also_since = row.get<std::optional<Date>>("also_since")};
}

PolicyVersion read_whole_version(const Row& row) {
    PolicyVersion version = read_version(row);
    auto document = from_json<PolicyDocument>(row.get<std::string>("document"));
    INVARIANT(static_cast<bool>(document));
    version.policies = std::move(document->policies);
    return version;
}

Microseconds micros(const Row& row, std::string_view column) {
    return Microseconds{row.get<std::int64_t>(column)};
}

KeptClock read_clock(const Row& row) {
    return {.target = row.get<Target>("target"),
            .run = row.get<int>("run"),
            .state = row.get<ClockState>("state"),
            .policy = row.get<PolicyId>("policy"),
            .policy_version = row.get<std::int64_t>("policy_version"),
            .calendar = row.get<CalendarId>("calendar"),
            .customer = row.get<CustomerId>("customer"),
            .priority = row.get<Priority>("priority"),
            .tier = row.get<int>("tier"),
            .started_at = row.get<Time>("started_at"),
            .ended_at = row.get<std::optional<Time>>("ended_at"),
            .due_at = row.get<std::optional<Time>>("due_at"),
            .budget = micros(row, "budget_us"),
            .spent = micros(row, "spent_us"),
            .counted_at = row.get<Time>("counted_at")};
}

KeptStay read_stay(const Row& row) {
    KeptStay stay{.run = row.get<int>("run"),
                  .tier = row.get<int>("tier"),
                  .from = row.get<Time>("began_at"),
                  .to = row.get<std::optional<Time>>("ended_at"),
                  .spent = micros(row, "spent_us")};
    if (const auto budget = row.get<std::optional<std::int64_t>>("budget_us")) {
        stay.budget = Microseconds{*budget};
    }
    return stay;
}

}  // namespace

std::vector<PolicyVersion> list_versions(Tx& tx) {
    return tx.all(read_version, list_versions_sql);
}

std::optional<PolicyVersion> find_version(Tx& tx, std::int64_t version) {
    return tx.find(read_whole_version, find_version_sql, version);
}

std::int64_t newest_version(Tx& tx) {
    return tx.one<std::int64_t>(newest_version_sql);
}

bool insert_version(Tx& tx, const PolicyVersion& version) {
    return tx.run(insert_version_sql,
                  version.version,
                  version.recorded_at,
                  version.also_since,
                  to_json(PolicyDocument{.policies = version.policies})) == 1;
}

PolicyId insert_policy(Tx& tx, Time now) {
    return tx.insert<PolicyId>(insert_policy_sql, now);
}

std::vector<std::pair<std::int64_t, KeptClock>> list_clocks(Tx& tx,
                                                            std::int64_t first,
                                                            std::int64_t last) {
    const auto read = [](const Row& row) {
        return std::pair(row.get<std::int64_t>("ticket"), read_clock(row));
    };
    return tx.all(read, list_clocks_sql, first, last);
}

void save_clock(Tx& tx, std::int64_t ticket, const KeptClock& clock) {
    tx.run(save_clock_sql,
           ticket,
           clock.target,
           clock.run,
           clock.state,
           clock.policy,
           clock.policy_version,
           clock.calendar,
           clock.customer,
           clock.priority,
           clock.tier,
           clock.started_at,
           clock.ended_at,
           clock.due_at,
           clock.budget.count(),
           clock.spent.count(),
           clock.counted_at);
}

void delete_clock(Tx& tx, std::int64_t ticket, Target target, int run) {
    tx.run(delete_clock_sql, ticket, target, run);
}

std::vector<std::pair<std::int64_t, KeptStay>> list_stays(Tx& tx,
                                                          std::int64_t first,
                                                          std::int64_t last) {
    const auto read = [](const Row& row) {
        return std::pair(row.get<std::int64_t>("ticket"), read_stay(row));
    };
    return tx.all(read, list_stays_sql, first, last);
}

void save_stays(Tx& tx, std::int64_t ticket, const std::vector<KeptStay>& stays) {
    tx.run(delete_stays_sql, ticket);
    int place = 0;
    for (const KeptStay& stay : stays) {
        std::optional<std::int64_t> budget;
        if (stay.budget) budget = stay.budget->count();
        tx.run(insert_stay_sql,
               ticket,
               stay.run,
               ++place,
               stay.tier,
               stay.from,
               stay.to,
               budget,
               stay.spent.count());
    }
}

std::set<Reached> list_reached(Tx& tx, std::int64_t ticket) {
    const auto read = [](const Row& row) {
        return Reached{.target = row.get<Target>("target"),
                       .run = row.get<int>("run"),
                       .percent = row.get<int>("percent")};
    };
    const auto all = tx.all(read, list_reached_sql, ticket);
    return {all.begin(), all.end()};
}

bool insert_reached(Tx& tx, std::int64_t ticket, const Reached& reached, Time at) {
    return tx.run(insert_reached_sql, ticket, reached.target, reached.run, reached.percent, at) ==
           1;
}

}  // namespace ogniwo::sla::store
