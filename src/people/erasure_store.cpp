#include "people/erasure_store.hpp"

#include "base/json.hpp"

namespace ogniwo::people::store {
namespace {

const Sql insert_erasure_sql{"people.insert_erasure", R"sql(
    INSERT INTO erasure (person, erased_at) VALUES ($1, $2) ON CONFLICT (person) DO NOTHING
)sql"};

const Sql list_erasures_sql{"people.list_erasures", R"sql(
    SELECT person, erased_at FROM erasure ORDER BY person
)sql"};

const Sql forget_answers_sql{"people.forget_answers", R"sql(
    UPDATE idempotency SET answer = NULL WHERE answer LIKE $1 OR answer LIKE $2
)sql"};

const Sql forget_letters_sql{"people.forget_letters", R"sql(
    UPDATE outbox SET payload = NULL, state = 'given_up', error = 'erased'
     WHERE payload LIKE $1 ESCAPE '\'
)sql"};

const Sql events_by_sql{"people.list_events_by", R"sql(
    SELECT name, happened_at FROM journal WHERE actor = $1
     ORDER BY generation, xid, position LIMIT $2
)sql"};

const Sql retention_version_sql{"people.retention_version", R"sql(
    SELECT version FROM person_retention WHERE kind = ''
)sql"};

const Sql touch_retention_sql{"people.touch_retention", R"sql(
    UPDATE person_retention SET version = version + 1 WHERE kind = '' AND version = $1
)sql"};

const Sql retention_days_sql{"people.retention_days", R"sql(
    SELECT kind, days FROM person_retention WHERE kind <> ''
)sql"};

const Sql save_days_sql{"people.save_retention_days", R"sql(
    INSERT INTO person_retention (kind, days, version) VALUES ($1, $2, 1)
    ON CONFLICT (kind) DO UPDATE
       SET days = excluded.days, version = person_retention.version + 1
)sql"};

const Sql count_texts_sql{"people.count_old_texts", R"sql(
    SELECT COUNT(*) FROM journal_text t JOIN journal j ON j.position = t.event
     WHERE t.text IS NOT NULL AND j.recorded_at < $1
)sql"};

const Sql erase_texts_sql{"people.erase_old_texts", R"sql(
    UPDATE journal_text SET text = NULL, erased_at = $2
     WHERE text IS NOT NULL AND event IN (
           SELECT j.position FROM journal j JOIN journal_text t ON t.event = j.position
            WHERE t.text IS NOT NULL AND j.recorded_at < $1
            ORDER BY j.position LIMIT $3)
)sql"};

const Sql load_key_version_sql{"people.load_sort_key_version", R"sql(
    SELECT sort_key_version FROM installation WHERE id = 1
)sql"};

const Sql save_key_version_sql{"people.save_sort_key_version", R"sql(
    UPDATE installation SET sort_key_version = $1 WHERE id = 1
)sql"};

struct Days {
    std::string kind{};
    std::int64_t days = 0;
};

// The address as it stands in JSON, anywhere in a letter.
std::string contains_json(const std::string& text) {
    std::string quoted;
    write_json_text(quoted, text);
    std::string pattern = "%";
    for (const char c : quoted) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

}  // namespace

void insert_erasure(Tx& tx, PersonId person, Time at) {
    tx.run(insert_erasure_sql, person, at);
}

std::vector<Erasure> list_erasures(Tx& tx) {
    return tx.all(
        [](const Row& row) {
            return Erasure{.person = row.get<PersonId>("person"),
                           .erased_at = row.get<Time>("erased_at")};
        },
        list_erasures_sql);
}

void forget_answers_about(Tx& tx, PersonId person) {
    const std::string field = "%\"person\":" + std::to_string(person.value);
    tx.run(forget_answers_sql, field + ",%", field + "}%");
}

void forget_letters_to(Tx& tx, const std::string& address) {
    tx.run(forget_letters_sql, contains_json(address));
}

std::vector<ExportedEvent> list_events_by(Tx& tx, PersonId person, int limit) {
    return tx.all(
        [](const Row& row) {
            return ExportedEvent{.name = row.get<std::string>("name"),
                                 .happened_at = row.get<Time>("happened_at")};
        },
        events_by_sql,
        person,
        limit);
}

std::int64_t load_retention_version(Tx& tx) {
    return tx.one<std::int64_t>(retention_version_sql);
}

bool touch_retention(Tx& tx, std::int64_t version) {
    return tx.run(touch_retention_sql, version) == 1;
}

std::map<std::string, std::int64_t> load_retention_days(Tx& tx) {
    std::map<std::string, std::int64_t> days;
    const auto read = [](const Row& row) {
        return Days{row.get<std::string>("kind"), row.get<std::int64_t>("days")};
    };
    for (const Days& row : tx.all(read, retention_days_sql)) days[row.kind] = row.days;
    return days;
}

void save_retention_days(Tx& tx, std::string_view kind, std::int64_t days) {
    tx.run(save_days_sql, kind, days);
}

std::int64_t count_texts_before(Tx& tx, Time before) {
    return tx.one<std::int64_t>(count_texts_sql, before);
}

std::int64_t erase_texts_before(Tx& tx, Time before, Time now, int limit) {
    return tx.run(erase_texts_sql, before, now, limit);
}

std::string load_sort_key_version(Tx& tx) {
    return tx.one<std::string>(load_key_version_sql);
}

void save_sort_key_version(Tx& tx, const std::string& version) {
    tx.run(save_key_version_sql, version);
}

}  // namespace ogniwo::people::store
