#include "sla/credit_store.hpp"

namespace ogniwo::sla::store {
namespace {

const ScopedSql list_undecided_sql{"sla.list_undecided_credits", R"sql(
    SELECT ticket, target, run, customer, policy, policy_version, ended_at, over_us
      FROM (SELECT ticket, target, run, customer, policy, policy_version, ended_at,
                   spent_us - budget_us AS over_us
              FROM sla_clock
             WHERE ended_at >= $1 AND ended_at < $2 AND ended_at >= $3 AND state = 'missed'
            UNION ALL
            SELECT ticket, target, run, customer, policy, policy_version, ended_at,
                   spent_us - budget_us
              FROM sla_closed_clock
             WHERE ended_at >= $1 AND ended_at < $2 AND ended_at < $3 AND state = 'missed'
           ) AS missed
     WHERE (CAST($4 AS bigint) IS NULL OR customer = $4) AND {scope customer}
       AND NOT EXISTS (SELECT 1 FROM sla_credit AS d
                        WHERE d.ticket = missed.ticket AND d.target = missed.target
                          AND d.run = missed.run AND d.state <> 'proposed')
     ORDER BY ended_at, ticket, target, run
)sql"};

const ScopedSql list_decided_sql{"sla.list_decided_credits", R"sql(
    SELECT ticket, target, run, customer, policy, contract, ended_at, over_minutes, per, hours,
           percent, computed_minor, amount_minor, currency, state, note, decided_by,
           decided_at
      FROM sla_credit
     WHERE ended_at >= $1 AND ended_at < $2 AND state <> 'proposed'
       AND (CAST($3 AS bigint) IS NULL OR customer = $3) AND {scope customer}
     ORDER BY ended_at, ticket, target, run
)sql"};

const ScopedSql find_end_sql{"sla.find_credit_end", R"sql(
    SELECT ended_at
      FROM (SELECT customer, ended_at, 1 AS place FROM sla_credit
             WHERE ticket = $1 AND target = $2 AND run = $3 AND state <> 'proposed'
            UNION ALL
            SELECT customer, ended_at, 2 FROM sla_closed_clock
             WHERE ticket = $1 AND target = $2 AND run = $3 AND ended_at < $4
               AND state = 'missed'
            UNION ALL
            SELECT customer, ended_at, 3 FROM sla_clock
             WHERE ticket = $1 AND target = $2 AND run = $3 AND ended_at >= $4
               AND state = 'missed') AS ends
     WHERE {scope customer} ORDER BY place, ended_at LIMIT 1
)sql"};

const Sql save_credit_sql{"sla.save_credit", R"sql(
    INSERT INTO sla_credit (version, ticket, target, run, customer, policy, contract, ended_at,
                            over_minutes, per, hours, percent, computed_minor, amount_minor,
                            currency, state, note, decided_by, decided_at)
    VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
    ON CONFLICT (ticket, target, run) DO UPDATE
       SET version = sla_credit.version + 1, customer = excluded.customer,
           policy = excluded.policy, contract = excluded.contract, ended_at = excluded.ended_at,
           over_minutes = excluded.over_minutes, per = excluded.per, hours = excluded.hours,
           percent = excluded.percent, computed_minor = excluded.computed_minor,
           amount_minor = excluded.amount_minor, currency = excluded.currency,
           state = excluded.state, note = excluded.note, decided_by = excluded.decided_by,
           decided_at = excluded.decided_at
    RETURNING id, version
)sql"};

MissedPromise read_missed(const Row& row) {
    return {.ticket = row.get<std::int64_t>("ticket"),
            .target = row.get<Target>("target"),
            .run = row.get<int>("run"),
            .customer = row.get<CustomerId>("customer"),
            .policy = row.get<PolicyId>("policy"),
            .policy_version = row.get<std::int64_t>("policy_version"),
            .ended_at = row.get<Time>("ended_at"),
            .over = Microseconds{row.get<std::int64_t>("over_us")}};
}

Credit read_decided(const Row& row) {
    const auto currency = row.get<Currency>("currency");
    const Money amount{row.get<std::int64_t>("amount_minor"), currency};
    return {.ticket = row.get<std::int64_t>("ticket"),
            .target = row.get<Target>("target"),
            .run = row.get<int>("run"),
            .customer = row.get<CustomerId>("customer"),
            .policy = row.get<PolicyId>("policy"),
            .contract = row.get<std::string>("contract"),
            .ended_at = row.get<Time>("ended_at"),
            .over = Minutes{row.get<std::int64_t>("over_minutes")},
            .per = row.get<CreditPer>("per"),
            .hours = row.get<std::optional<int>>("hours"),
            .percent = row.get<std::optional<int>>("percent"),
            .computed = {row.get<std::int64_t>("computed_minor"), currency},
            .amount = amount,
            .state = row.get<CreditState>("state"),
            .decided = CreditDecision{.amount = amount,
                                      .note = row.get<std::optional<std::string>>("note"),
                                      .by = row.get<PersonId>("decided_by"),
                                      .at = row.get<Time>("decided_at")}};
}

}  // namespace

std::vector<MissedPromise> list_undecided(Tx& tx,
                                          const Scope& scope,
                                          const Span& span,
                                          Time open_from,
                                          const std::optional<CustomerId>& customer) {
    return tx.all(read_missed, list_undecided_sql, scope, span.from, span.to, open_from, customer);
}

std::vector<Credit> list_decided(Tx& tx,
                                 const Scope& scope,
                                 const Span& span,
                                 const std::optional<CustomerId>& customer) {
    return tx.all(read_decided, list_decided_sql, scope, span.from, span.to, customer);
}

std::optional<Time> find_credit_end(Tx& tx,
                                    const Scope& scope,
                                    const CreditKey& key,
                                    Time open_from) {
    const auto read = [](const Row& row) { return row.get<Time>("ended_at"); };
    return tx.find(read, find_end_sql, scope, key.ticket, key.target, key.run, open_from);
}

CreditRow save_credit(Tx& tx, const Credit& credit) {
    const auto read = [](const Row& row) {
        return CreditRow{row.get<std::int64_t>("id"), row.get<std::int64_t>("version")};
    };
    const CreditDecision& decided = *credit.decided;
    return *tx.find(read,
                    save_credit_sql,
                    credit.ticket,
                    credit.target,
                    credit.run,
                    credit.customer,
                    credit.policy,
                    credit.contract,
                    credit.ended_at,
                    credit.over.count(),
                    credit.per,
                    credit.hours,
                    credit.percent,
                    credit.computed.minor,
                    credit.amount.minor,
                    credit.amount.currency,
                    credit.state,
                    decided.note,
                    decided.by,
                    decided.at);
}

}  // namespace ogniwo::sla::store
