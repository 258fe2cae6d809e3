#include "storage/idempotency.hpp"

#include "base/check.hpp"

namespace ogniwo::idempotency {
namespace {

constexpr std::chrono::days kept_for{7};
constexpr int purged_at_once = 500;

const Sql insert_key_sql{"idempotency.insert_key", R"sql(
    INSERT INTO idempotency (actor, operation, key, request_hash, answer, created_at)
    VALUES ($1, $2, $3, $4, NULL, $5)
    ON CONFLICT (actor, operation, key) DO NOTHING
)sql"};

const Sql find_key_sql{"idempotency.find_key", R"sql(
    SELECT request_hash, answer FROM idempotency
     WHERE actor = $1 AND operation = $2 AND key = $3
)sql"};

const Sql update_answer_sql{"idempotency.update_answer", R"sql(
    UPDATE idempotency SET answer = $4 WHERE actor = $1 AND operation = $2 AND key = $3
)sql"};

const Sql delete_old_sql{"idempotency.delete_old", R"sql(
    DELETE FROM idempotency
     WHERE (actor, operation, key) IN (
        SELECT actor, operation, key FROM idempotency
         WHERE created_at < $1 AND substr(actor, 1, 8) <> 'mailbox:'
         ORDER BY created_at
         LIMIT $2)
)sql"};

const Sql delete_actor_sql{"idempotency.delete_actor", R"sql(
    DELETE FROM idempotency WHERE actor = $1
)sql"};

struct Kept {
    std::string request_hash;
    std::optional<std::string> answer;
};

std::optional<Kept> find(Tx& tx, const IdempotencyKey& key) {
    return tx.find(
        [](const Row& row) {
            return Kept{row.get<std::string>("request_hash"),
                        row.get<std::optional<std::string>>("answer")};
        },
        find_key_sql,
        key.actor,
        key.operation,
        key.key);
}

}  // namespace

bool is_claimed(Tx& tx, const IdempotencyKey& key) {
    return find(tx, key).has_value();
}

Result<std::optional<std::string>> claim(Tx& tx, const IdempotencyKey& key, Time now) {
    const auto inserted =
        tx.run(insert_key_sql, key.actor, key.operation, key.key, key.request_hash, now);
    if (inserted == 1) return std::optional<std::string>{};
    const auto kept = find(tx, key);
    INVARIANT(kept.has_value());
    if (kept->request_hash != key.request_hash) return key_reused;
    if (!kept->answer) return already_done;
    return kept->answer;
}

void keep_answer(Tx& tx, const IdempotencyKey& key, std::string_view answer) {
    tx.run(update_answer_sql, key.actor, key.operation, key.key, answer);
}

std::int64_t purge(Tx& tx, Time now) {
    return tx.run(delete_old_sql, now - kept_for, purged_at_once);
}

void erase(Tx& tx, std::string_view actor) {
    tx.run(delete_actor_sql, actor);
}

}  // namespace ogniwo::idempotency
