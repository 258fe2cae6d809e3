#include "sla/report_store.hpp"

namespace ogniwo::sla::store {
namespace {

// Percentiles by nearest rank: of n values in order, the ceil(p * n)-th one.
#define OGNIWO_SUM_CLOCKS(key)                                                              \
    "SELECT target, key,"                                                                   \
    " CAST(SUM(CASE WHEN state = 'met' THEN 1 ELSE 0 END) AS bigint) AS met,"               \
    " CAST(SUM(CASE WHEN state = 'missed' THEN 1 ELSE 0 END) AS bigint) AS missed,"         \
    " CAST(SUM(CASE WHEN state = 'cancelled' THEN 1 ELSE 0 END) AS bigint) AS cancelled,"   \
    " CAST(SUM(CASE WHEN state = 'missed' THEN spent_us - budget_us ELSE 0 END) AS bigint)" \
    "   AS over_us,"                                                                        \
    " CAST(SUM(CASE WHEN state <> 'cancelled' THEN spent_us ELSE 0 END) AS bigint)"         \
    "   AS spent_us,"                                                                       \
    " MAX(CASE WHEN state <> 'cancelled' AND place = (counted + 1) / 2 THEN spent_us END)"  \
    "   AS median_us,"                                                                      \
    " MAX(CASE WHEN state <> 'cancelled' AND place = (counted * 9 + 9) / 10 THEN spent_us"  \
    "     END) AS p90_us"                                                                   \
    " FROM (SELECT target, key, state, budget_us, spent_us,"                                \
    "         ROW_NUMBER() OVER (PARTITION BY target, key, state = 'cancelled'"             \
    "                            ORDER BY spent_us) AS place,"                              \
    "         COUNT(*) OVER (PARTITION BY target, key, state = 'cancelled') AS counted"     \
    "       FROM (SELECT target, " key                                                      \
    " AS key, customer, state, budget_us, spent_us"                                         \
    "               FROM sla_clock WHERE ended_at >= $1 AND ended_at < $2"                  \
    "                AND ended_at >= $3 AND (CAST($4 AS bigint) IS NULL OR customer = $4)"  \
    "             UNION ALL SELECT target, " key                                            \
    " AS key, customer, state, budget_us, spent_us"                                         \
    "               FROM sla_closed_clock WHERE ended_at >= $1 AND ended_at < $2"           \
    "                AND ended_at < $3 AND (CAST($4 AS bigint) IS NULL OR customer = $4)"   \
    "            ) AS ended WHERE {scope customer}) AS placed"                              \
    " GROUP BY target, key ORDER BY target, key"

const ScopedSql by_target_sql{"sla.sum_by_target", OGNIWO_SUM_CLOCKS("target")};
const ScopedSql by_tier_sql{"sla.sum_by_tier", OGNIWO_SUM_CLOCKS("CAST(tier AS text)")};
const ScopedSql by_customer_sql{"sla.sum_by_customer", OGNIWO_SUM_CLOCKS("CAST(customer AS text)")};
const ScopedSql by_priority_sql{"sla.sum_by_priority", OGNIWO_SUM_CLOCKS("priority")};
const ScopedSql by_policy_sql{"sla.sum_by_policy", OGNIWO_SUM_CLOCKS("CAST(policy AS text)")};

#undef OGNIWO_SUM_CLOCKS

const ScopedSql list_missed_sql{"sla.list_missed", R"sql(
    SELECT ticket, target, run, ended_at, budget_us, spent_us FROM sla_clock
     WHERE ended_at >= $1 AND ended_at < $2 AND state = 'missed'
       AND (CAST($3 AS bigint) IS NULL OR customer = $3)
       AND (CAST($4 AS text) IS NULL OR target = $4) AND {scope customer}
     ORDER BY ended_at DESC LIMIT $5
)sql"};

const ScopedSql sum_stays_sql{"sla.sum_stays", R"sql(
    SELECT tier, COUNT(*) AS stays,
           CAST(SUM(CASE WHEN spent_us <= budget_us THEN 1 ELSE 0 END) AS bigint) AS within,
           CAST(SUM(spent_us) AS bigint) AS spent_us,
           CAST(SUM(CASE WHEN spent_us > budget_us THEN spent_us - budget_us ELSE 0 END) AS bigint)
             AS over_us
      FROM (SELECT s.tier, s.budget_us, s.spent_us, c.customer
              FROM sla_stay AS s
              JOIN sla_clock AS c
                ON c.ticket = s.ticket AND c.target = 'resolution' AND c.run = s.run
             WHERE s.ended_at >= $1 AND s.ended_at < $2 AND s.ended_at >= $3
               AND s.budget_us IS NOT NULL
            UNION ALL
            SELECT tier, budget_us, spent_us, customer FROM sla_closed_stay
             WHERE ended_at >= $1 AND ended_at < $2 AND ended_at < $3) AS ended
     WHERE (CAST($4 AS bigint) IS NULL OR customer = $4) AND {scope customer}
     GROUP BY tier ORDER BY tier
)sql"};

const Sql last_closed_sql{"sla.last_closed_month", R"sql(
    SELECT MAX(month) FROM sla_closed_month
)sql"};

const Sql closed_end_sql{"sla.closed_end", R"sql(
    SELECT MAX(ends_at) FROM sla_closed_month
)sql"};

const Sql list_closed_sql{"sla.list_closed_months", R"sql(
    SELECT month, closed_at, clocks FROM sla_closed_month ORDER BY month DESC
)sql"};

const Sql insert_month_sql{"sla.insert_closed_month", R"sql(
    INSERT INTO sla_closed_month (month, ends_at, closed_at, clocks) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING
)sql"};

const Sql copy_clocks_sql{"sla.copy_closed_clocks", R"sql(
    INSERT INTO sla_closed_clock (ticket, target, run, state, policy, policy_version, customer,
                                  priority, tier, started_at, ended_at, budget_us, spent_us)
    SELECT ticket, target, run, state, policy, policy_version, customer, priority, tier,
           started_at, ended_at, budget_us, spent_us
      FROM sla_clock WHERE ended_at >= $1 AND ended_at < $2
)sql"};

const Sql copy_stays_sql{"sla.copy_closed_stays", R"sql(
    INSERT INTO sla_closed_stay (ticket, run, place, tier, customer, ended_at, budget_us, spent_us)
    SELECT s.ticket, s.run, s.place, s.tier, c.customer, s.ended_at, s.budget_us, s.spent_us
      FROM sla_stay AS s
      JOIN sla_clock AS c ON c.ticket = s.ticket AND c.target = 'resolution' AND c.run = s.run
     WHERE s.ended_at >= $1 AND s.ended_at < $2 AND s.budget_us IS NOT NULL
)sql"};

Microseconds micros(const Row& row, std::string_view column) {
    return Microseconds{row.get<std::optional<std::int64_t>>(column).value_or(0)};
}

Sums read_sums(const Row& row) {
    return {.target = row.get<Target>("target"),
            .key = row.get<std::string>("key"),
            .met = row.get<std::int64_t>("met"),
            .missed = row.get<std::int64_t>("missed"),
            .cancelled = row.get<std::int64_t>("cancelled"),
            .over = micros(row, "over_us"),
            .spent = micros(row, "spent_us"),
            .median = micros(row, "median_us"),
            .p90 = micros(row, "p90_us")};
}

const ScopedSql& statement_by(ReportBy by) {
    switch (by) {
        case ReportBy::tier:
            return by_tier_sql;
        case ReportBy::customer:
            return by_customer_sql;
        case ReportBy::priority:
            return by_priority_sql;
        case ReportBy::policy:
            return by_policy_sql;
        case ReportBy::target:
        case ReportBy::month:
            break;
    }
    return by_target_sql;
}

}  // namespace

std::vector<Sums> sum_clocks(Tx& tx,
                             const Scope& scope,
                             ReportBy by,
                             const Span& span,
                             Time open_from,
                             const std::optional<CustomerId>& customer) {
    return tx.all(read_sums, statement_by(by), scope, span.from, span.to, open_from, customer);
}

std::vector<MissedClock> list_missed(
    Tx& tx,
    const Scope& scope,
    const Span& span,
    const std::pair<std::optional<CustomerId>, std::optional<Target>>& of,
    int limit) {
    const auto read = [](const Row& row) {
        return MissedClock{.ticket = row.get<std::int64_t>("ticket"),
                           .target = row.get<Target>("target"),
                           .run = row.get<int>("run"),
                           .ended_at = row.get<Time>("ended_at"),
                           .budget = micros(row, "budget_us"),
                           .spent = micros(row, "spent_us")};
    };
    return tx.all(read, list_missed_sql, scope, span.from, span.to, of.first, of.second, limit);
}

std::vector<StaySums> sum_stays(Tx& tx,
                                const Scope& scope,
                                const Span& span,
                                Time open_from,
                                const std::optional<CustomerId>& customer) {
    const auto read = [](const Row& row) {
        return StaySums{.tier = row.get<int>("tier"),
                        .stays = row.get<std::int64_t>("stays"),
                        .within = row.get<std::int64_t>("within"),
                        .spent = micros(row, "spent_us"),
                        .over = micros(row, "over_us")};
    };
    return tx.all(read, sum_stays_sql, scope, span.from, span.to, open_from, customer);
}

std::optional<Date> last_closed_month(Tx& tx) {
    return tx.one<std::optional<Date>>(last_closed_sql);
}

std::optional<Time> closed_end(Tx& tx) {
    return tx.one<std::optional<Time>>(closed_end_sql);
}

std::vector<ClosedMonth> list_closed_months(Tx& tx) {
    const auto read = [](const Row& row) {
        return ClosedMonth{.month = row.get<Date>("month"),
                           .closed_at = row.get<Time>("closed_at"),
                           .clocks = row.get<std::int64_t>("clocks")};
    };
    return tx.all(read, list_closed_sql);
}

std::optional<std::int64_t> insert_closed_month(Tx& tx, const Span& month, Time now) {
    const std::int64_t clocks = tx.run(copy_clocks_sql, month.from, month.to);
    if (tx.run(insert_month_sql, month.first, month.to, now, clocks) == 0) return std::nullopt;
    tx.run(copy_stays_sql, month.from, month.to);
    return clocks;
}

}  // namespace ogniwo::sla::store
