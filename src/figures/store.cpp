#include "figures/store.hpp"

namespace ogniwo::figures::store {
namespace {

const Sql find_version_sql{"figures.find_version", R"sql(
    SELECT version FROM figure_cost_list WHERE id = 1
)sql"};

const Sql list_costs_sql{"figures.list_costs", R"sql(
    SELECT tier, month, minor, currency FROM figure_cost ORDER BY month DESC, tier
)sql"};

const Sql raise_version_sql{"figures.raise_version", R"sql(
    UPDATE figure_cost_list SET version = version + 1 WHERE id = 1 AND version = $1
)sql"};

const Sql save_cost_sql{"figures.save_cost", R"sql(
    INSERT INTO figure_cost (tier, month, minor, currency) VALUES ($1, $2, $3, $4)
    ON CONFLICT (tier, month) DO UPDATE SET minor = excluded.minor, currency = excluded.currency
)sql"};

const Sql delete_cost_sql{"figures.delete_cost", R"sql(
    DELETE FROM figure_cost WHERE tier = $1 AND month = $2
)sql"};

}  // namespace

CostList list_costs(Tx& tx) {
    const auto read = [](const Row& row) {
        return MonthCost{.tier = row.get<int>("tier"),
                         .month = row.get<Date>("month"),
                         .cost = {row.get<std::int64_t>("minor"), row.get<Currency>("currency")}};
    };
    return {.version = tx.one<std::int64_t>(find_version_sql),
            .items = tx.all(read, list_costs_sql)};
}

bool raise_version(Tx& tx, std::int64_t version) {
    return tx.run(raise_version_sql, version) > 0;
}

void save_cost(Tx& tx, int tier, Date month, const Money& cost) {
    tx.run(save_cost_sql, tier, month, cost.minor, cost.currency);
}

void delete_cost(Tx& tx, int tier, Date month) {
    tx.run(delete_cost_sql, tier, month);
}

}  // namespace ogniwo::figures::store
