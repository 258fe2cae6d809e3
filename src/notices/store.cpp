#include "notices/store.hpp"

namespace ogniwo::notices::store {
namespace {

constexpr int deleted_at_once = 200;

const Sql insert_sql{"notices.insert", R"sql(
    INSERT INTO notice (person, kind, subject_kind, subject, actor, at)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql"};

const Sql list_sql{"notices.list", R"sql(
    SELECT id, kind, subject_kind, subject, actor, at, read_at
      FROM notice
     WHERE person = $1 AND (CAST($2 AS bigint) IS NULL OR id < $2)
       AND (NOT CAST($3 AS boolean) OR read_at IS NULL)
     ORDER BY id DESC LIMIT $4
)sql"};

const Sql count_unread_sql{"notices.count_unread", R"sql(
    SELECT COUNT(*) FROM (SELECT 1 FROM notice WHERE person = $1 AND read_at IS NULL LIMIT $2) AS n
)sql"};

const Sql read_all_sql{"notices.read_all", R"sql(
    UPDATE notice SET read_at = $2 WHERE person = $1 AND read_at IS NULL
)sql"};

const Sql read_about_sql{"notices.read_about", R"sql(
    UPDATE notice SET read_at = $4
     WHERE person = $1 AND subject_kind = $2 AND subject = $3 AND read_at IS NULL
)sql"};

const Sql read_one_sql{"notices.read_one", R"sql(
    UPDATE notice SET read_at = COALESCE(read_at, $3) WHERE id = $2 AND person = $1
)sql"};

const Sql delete_of_sql{"notices.delete_of", R"sql(DELETE FROM notice WHERE person = $1)sql"};

const Sql delete_read_sql{"notices.delete_read", R"sql(
    DELETE FROM notice WHERE id IN (
        SELECT id FROM notice WHERE read_at IS NOT NULL AND read_at < $1 ORDER BY read_at LIMIT $2)
)sql"};

const Sql delete_old_sql{"notices.delete_old", R"sql(
    DELETE FROM notice WHERE id IN (SELECT id FROM notice WHERE at < $1 ORDER BY at LIMIT $2)
)sql"};

Notice read_notice(const Row& row) {
    return {.id = row.get<NoticeId>("id"),
            .kind = row.get<std::string>("kind"),
            .subject_kind = row.get<std::string>("subject_kind"),
            .subject = row.get<std::int64_t>("subject"),
            .actor = row.get<std::optional<PersonId>>("actor"),
            .at = row.get<Time>("at"),
            .read_at = row.get<std::optional<Time>>("read_at")};
}

}  // namespace

void insert_notice(Tx& tx, PersonId person, const Notice& notice) {
    tx.run(insert_sql,
           person,
           notice.kind,
           notice.subject_kind,
           notice.subject,
           notice.actor,
           notice.at);
}

std::vector<Notice> list_notices(Tx& tx, PersonId person, const ListNotices& wish, int limit) {
    return tx.all(read_notice, list_sql, person, wish.before, wish.unread.value_or(false), limit);
}

int count_unread(Tx& tx, PersonId person) {
    return static_cast<int>(tx.one<std::int64_t>(count_unread_sql, person, unread_most));
}

void read_all(Tx& tx, PersonId person, Time now) {
    tx.run(read_all_sql, person, now);
}

void read_about(Tx& tx, PersonId person, const Word& subject, Time now) {
    tx.run(read_about_sql, person, std::string(subject.subject_kind), subject.subject, now);
}

bool read_one(Tx& tx, PersonId person, NoticeId notice, Time now) {
    return tx.run(read_one_sql, person, notice, now) == 1;
}

void delete_of(Tx& tx, PersonId person) {
    tx.run(delete_of_sql, person);
}

void delete_older(Tx& tx, Time read_before, Time before) {
    tx.run(delete_read_sql, read_before, deleted_at_once);
    tx.run(delete_old_sql, before, deleted_at_once);
}

}  // namespace ogniwo::notices::store
