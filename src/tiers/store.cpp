#include "tiers/store.hpp"

#include "base/text.hpp"

namespace ogniwo::tiers::store {
namespace {

const Sql list_tiers_sql{"tiers.list_tiers", R"sql(
    SELECT number, name_pl, name_en FROM tier WHERE retired_at IS NULL ORDER BY number
)sql"};

const Sql list_oldest_queues_sql{"tiers.list_oldest_queues", R"sql(
    SELECT id, tier, name FROM tier_queue WHERE tier = $1 AND retired_at IS NULL
     ORDER BY id LIMIT $2
)sql"};

const Sql list_queues_sql{"tiers.list_queues", R"sql(
    SELECT id, tier, name, sort_key
      FROM tier_queue
     WHERE retired_at IS NULL
       AND (CAST($1 AS bigint) IS NULL OR tier = $1)
       AND (CAST($2 AS text) IS NULL OR folded LIKE $2 ESCAPE '!')
       AND (tier, sort_key, id) > ($3, $4, $5)
     ORDER BY tier, sort_key, id
     LIMIT $6
)sql"};

const Sql find_first_queue_sql{"tiers.find_first_queue", R"sql(
    SELECT MIN(id) FROM tier_queue WHERE tier = $1 AND retired_at IS NULL
)sql"};

const Sql find_tier_below_sql{"tiers.find_tier_below", R"sql(
    SELECT MAX(number) FROM tier WHERE number < $1 AND retired_at IS NULL
)sql"};

const Sql find_queue_sql{"tiers.find_queue", R"sql(
    SELECT id, tier, name FROM tier_queue WHERE id = $1
)sql"};

const Sql find_tier_of_queue_sql{"tiers.find_tier_of_queue", R"sql(
    SELECT tier FROM tier_queue WHERE id = $1 AND retired_at IS NULL
)sql"};

const Sql find_queue_named_sql{"tiers.find_queue_named", R"sql(
    SELECT id FROM tier_queue WHERE tier = $1 AND folded = $2
)sql"};

const Sql find_queues_named_sqlite{"tiers.find_queues_named",
                                   R"sql(
    SELECT tier, folded, id FROM tier_queue
     WHERE folded IN (SELECT value FROM json_each($1))
)sql",
                                   Dialect::sqlite};

const Sql find_queues_named_postgres{"tiers.find_queues_named",
                                     R"sql(
    SELECT tier, folded, id FROM tier_queue
     WHERE folded = ANY (ARRAY(SELECT json_array_elements_text(CAST($1 AS json))))
)sql",
                                     Dialect::postgres};

const Sql find_queue_names_sqlite{"tiers.find_queue_names",
                                  R"sql(
    SELECT tier_queue.id, name
      FROM json_each($1) AS asked CROSS JOIN tier_queue ON tier_queue.id = asked.value
)sql",
                                  Dialect::sqlite};

const Sql find_queue_names_postgres{"tiers.find_queue_names",
                                    R"sql(
    SELECT id, name FROM tier_queue WHERE id = ANY (CAST($1 AS bigint[]))
)sql",
                                    Dialect::postgres};

const Sql insert_tier_sql{"tiers.insert_tier", R"sql(
    INSERT INTO tier (number, version, name_pl, name_en) VALUES ($1, 1, $2, $3)
    ON CONFLICT DO NOTHING
)sql"};

const Sql insert_queue_sql{"tiers.insert_queue", R"sql(
    INSERT INTO tier_queue (version, tier, name, folded, sort_key) VALUES (1, $1, $2, $3, $4)
    ON CONFLICT DO NOTHING
    RETURNING id
)sql"};

Queue read_queue(const Row& row) {
    return {.id = row.get<QueueId>("id"),
            .tier = row.get<int>("tier"),
            .name = row.get<std::string>("name")};
}

// Any text as a LIKE pattern for "contains it".
std::string containing(const std::string& part) {
    std::string pattern = "%";
    for (const char c : part) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

}  // namespace

std::vector<Tier> list_tiers(Tx& tx) {
    return tx.all(
        [](const Row& row) {
            return Tier{.number = row.get<int>("number"),
                        .name_pl = row.get<std::string>("name_pl"),
                        .name_en = row.get<std::string>("name_en")};
        },
        list_tiers_sql);
}

std::vector<Queue> list_oldest_queues(Tx& tx, int tier, int limit) {
    return tx.all(read_queue, list_oldest_queues_sql, tier, limit);
}

std::vector<QueueRow> list_queues(Tx& tx,
                                  const QueueFilter& filter,
                                  const QueuePlace& after,
                                  int limit) {
    std::optional<std::string> pattern;
    if (filter.folded_part) pattern = containing(*filter.folded_part);
    return tx.all(
        [](const Row& row) {
            return QueueRow{read_queue(row), row.get<Blob>("sort_key")};
        },
        list_queues_sql,
        filter.tier,
        pattern,
        after.tier,
        after.sort_key,
        after.id,
        limit);
}

std::optional<QueueId> find_first_queue(Tx& tx, int tier) {
    return tx.one<std::optional<QueueId>>(find_first_queue_sql, tier);
}

std::optional<int> find_tier_below(Tx& tx, int tier) {
    return tx.one<std::optional<int>>(find_tier_below_sql, tier);
}

std::optional<int> find_tier_of_queue(Tx& tx, QueueId queue) {
    return tx.first<int>(find_tier_of_queue_sql, queue);
}

std::optional<Queue> find_queue(Tx& tx, QueueId queue) {
    return tx.find(read_queue, find_queue_sql, queue);
}

std::optional<QueueId> find_queue_named(Tx& tx, int tier, const std::string& folded) {
    return tx.first<QueueId>(find_queue_named_sql, tier, folded);
}

std::map<std::pair<int, std::string>, QueueId> find_queues_named(
    Tx& tx, const std::vector<std::string>& folded) {
    const auto rows = tx.all(
        [](const Row& row) {
            return std::pair(std::pair(row.get<int>("tier"), row.get<std::string>("folded")),
                             row.get<QueueId>("id"));
        },
        tx.dialect() == Dialect::sqlite ? find_queues_named_sqlite : find_queues_named_postgres,
        to_json(folded));
    return {rows.begin(), rows.end()};
}

std::map<QueueId, std::string> find_queue_names(Tx& tx, const std::vector<QueueId>& queues) {
    const auto rows = tx.all(
        [](const Row& row) {
            return std::pair(row.get<QueueId>("id"), row.get<std::string>("name"));
        },
        tx.dialect() == Dialect::sqlite ? find_queue_names_sqlite : find_queue_names_postgres,
        id_list(queues, tx.dialect()));
    return {rows.begin(), rows.end()};
}

bool insert_tier(Tx& tx, const Tier& tier) {
    return tx.run(insert_tier_sql, tier.number, tier.name_pl, tier.name_en) == 1;
}

std::optional<QueueId> insert_queue(Tx& tx, int tier, const std::string& name) {
    return tx.first<QueueId>(insert_queue_sql, tier, name, fold(name), Blob{sort_key(name)});
}

}  // namespace ogniwo::tiers::store
