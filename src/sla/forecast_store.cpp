#include "sla/forecast_store.hpp"

namespace ogniwo::sla::store {
namespace {

const Sql clear_pace_sql{"sla.clear_pace", R"sql(DELETE FROM sla_pace)sql"};

const Sql count_pace_sql{"sla.count_pace", R"sql(
    INSERT INTO sla_pace (priority, answers, usual_us, counted_at)
    SELECT priority, MAX(counted),
           MAX(CASE WHEN place = (counted * $2 + 99) / 100 THEN spent_us END), $3
      FROM (SELECT priority, spent_us,
                   ROW_NUMBER() OVER (PARTITION BY priority ORDER BY spent_us) AS place,
                   COUNT(*) OVER (PARTITION BY priority) AS counted
              FROM sla_clock
             WHERE target = 'first_response' AND ended_at >= $1
               AND state IN ('met', 'missed')) AS placed
     GROUP BY priority
)sql"};

const Sql find_pace_sql{"sla.find_pace", R"sql(
    SELECT usual_us FROM sla_pace WHERE priority = $1 AND answers >= $2
)sql"};

const Sql insert_forecast_sql{"sla.insert_forecast", R"sql(
    INSERT INTO sla_forecast (ticket, made_at, until) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
)sql"};

const Sql find_forecast_sql{"sla.find_forecast", R"sql(
    SELECT until FROM sla_forecast WHERE ticket = $1
)sql"};

const Sql sum_forecasts_sql{"sla.sum_forecasts", R"sql(
    SELECT COUNT(*) AS made,
           CAST(COALESCE(SUM(CASE WHEN c.ended_at <= f.until THEN 1 ELSE 0 END), 0) AS bigint)
             AS kept
      FROM sla_forecast AS f
      JOIN sla_clock AS c ON c.ticket = f.ticket AND c.target = 'first_response' AND c.run = 1
     WHERE f.made_at >= $1 AND f.made_at < $2 AND c.state <> 'cancelled'
       AND (c.ended_at IS NOT NULL OR f.until < $3)
)sql"};

}  // namespace

void count_pace(Tx& tx, Time since, Time now) {
    tx.run(clear_pace_sql);
    tx.run(count_pace_sql, since, forecast_percent, now);
}

std::optional<Microseconds> find_pace(Tx& tx, Priority priority) {
    const auto usual = tx.first<std::int64_t>(find_pace_sql, priority, forecast_answers_least);
    return usual ? std::optional(Microseconds{*usual}) : std::nullopt;
}

void insert_forecast(Tx& tx, std::int64_t ticket, Time made_at, Time until) {
    tx.run(insert_forecast_sql, ticket, made_at, until);
}

std::optional<Time> find_forecast(Tx& tx, std::int64_t ticket) {
    return tx.first<Time>(find_forecast_sql, ticket);
}

Calibration sum_forecasts(Tx& tx, Time from, Time to, Time now) {
    const auto read = [](const Row& row) {
        return Calibration{.made = row.get<std::int64_t>("made"),
                           .kept = row.get<std::int64_t>("kept")};
    };
    return *tx.find(read, sum_forecasts_sql, from, to, now);
}

}  // namespace ogniwo::sla::store
